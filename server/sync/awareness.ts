import { LIMITS } from '../../shared/limits.ts'
import type { ClientIds } from './client-ids.ts'
import { type AwarenessEntry, BrokenFrame, type HeardEntry } from './frames.ts'

const GONE = 'null'
/** Later ones are skipped: whoever answers one counts on from there, and so does our goodbye. */
const LAST_CLOCK = 2 ** 31
/** How many departed clients are remembered, so that an echo of their last state does not bring them back. */
const REMEMBERED_GONE = 1_000

/** Who may speak for a client: one connection, or the next one of the same person after a broken line. */
export interface Speaker {
  readonly participantId: string
  readonly mayWrite: boolean
}

/** What a client says while it writes: others would see things move that no edit will move. */
const OF_WRITERS = new Set(['grip', 'writing'])

interface Known extends AwarenessEntry {
  owner: Speaker
}

/**
 * What the clients of one room say of themselves. What somebody says about another's client id is skipped, because stock
 * clients repeat all they hear.
 */
export class AwarenessBook {
  #ids: ClientIds
  #known = new Map<number, Known>()
  #counts = new WeakMap<Speaker, number>()
  #goneClocks = new Map<number, number>()

  constructor(ids: ClientIds) {
    this.#ids = ids
  }

  /** Takes in what a connection says; gives back the entries that are news to the room. Throws BrokenFrame. */
  hear(speaker: Speaker, entries: readonly HeardEntry[]): AwarenessEntry[] {
    return entries.flatMap((entry) => (this.#isNews(speaker, entry) ? this.#take(speaker, entry) : []))
  }

  /** Without a look at what is said: most of what comes is an echo, or a flood. */
  #isNews(speaker: Speaker, { clientID, clock }: HeardEntry): boolean {
    if (clock > LAST_CLOCK) return false
    if (!this.#ids.mayUse(clientID, speaker.participantId)) return false
    const known = this.#known.get(clientID)
    if (known === undefined) return clock > (this.#goneClocks.get(clientID) ?? -1) && this.#mayHaveMore(speaker)
    return clock >= known.clock
  }

  #mayHaveMore(speaker: Speaker): boolean {
    return (this.#counts.get(speaker) ?? 0) < LIMITS.awarenessClientsPerConnection
  }

  #take(speaker: Speaker, { clientID, clock, json }: HeardEntry): AwarenessEntry[] {
    const state = stateIn(json, speaker)
    const known = this.#known.get(clientID)
    const isNewer = known === undefined || clock > known.clock || state === GONE
    if (!isNewer || (known === undefined && (state === GONE || !this.#mayHaveMore(speaker)))) return []
    this.#disown(clientID)
    this.#ids.claim(clientID, speaker.participantId)
    if (state === GONE) this.#forget(clientID, clock)
    else {
      this.#known.set(clientID, { clientID, clock, state, owner: speaker })
      this.#counts.set(speaker, (this.#counts.get(speaker) ?? 0) + 1)
    }
    return [{ clientID, clock, state }]
  }

  /** Ends all that a connection spoke for; gives back the entries that tell the others. */
  leave(speaker: Speaker): AwarenessEntry[] {
    const owned = [...this.#known.values()].filter(({ owner }) => owner === speaker)
    return owned.map(({ clientID, clock }) => {
      this.#forget(clientID, clock + 1)
      return { clientID, clock: clock + 1, state: GONE }
    })
  }

  #disown(clientID: number): void {
    const owner = this.#known.get(clientID)?.owner
    if (owner) this.#counts.set(owner, (this.#counts.get(owner) ?? 1) - 1)
  }

  all(): AwarenessEntry[] {
    return [...this.#known.values()]
  }

  #forget(clientID: number, clock: number): void {
    this.#known.delete(clientID)
    this.#goneClocks.delete(clientID)
    this.#goneClocks.set(clientID, clock)
    const oldest = this.#goneClocks.keys().next()
    if (this.#goneClocks.size > REMEMBERED_GONE && !oldest.done) this.#goneClocks.delete(oldest.value)
  }
}

function stateIn(bytes: Uint8Array, { mayWrite }: Speaker): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString()
  const state = parse(text)
  if (mayWrite || typeof state !== 'object' || state === null) return text
  const entries = Object.entries(state)
  const allowed = entries.filter(([field]) => !OF_WRITERS.has(field))
  return allowed.length === entries.length ? text : JSON.stringify(Object.fromEntries(allowed))
}

/** Every peer will parse it, and would stumble over what is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new BrokenFrame('awareness that is not JSON', { cause: error })
  }
}
