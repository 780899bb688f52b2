import { LIMITS } from '../../shared/limits.ts'
import type { AwarenessEntry } from './frames.ts'

const GONE = 'null'
/** Later ones are skipped: whoever answers one counts on from there, and so does our goodbye. */
const LAST_CLOCK = 2 ** 31
/** How many departed clients are remembered, so that an echo of their last state does not bring them back. */
const REMEMBERED_GONE = 1_000

/** Who may speak for a client: one connection, or the next one of the same person after a broken line. */
export interface Speaker {
  readonly participantId: string
}

interface Known extends AwarenessEntry {
  owner: Speaker
}

/**
 * What the clients of one room say of themselves. The first to speak for a client id owns it; what others say about it is
 * skipped, because stock clients repeat all they hear.
 */
export class AwarenessBook {
  #known = new Map<number, Known>()
  #goneClocks = new Map<number, number>()

  /** Takes in what a connection says; gives back the entries that are news to the room. */
  hear(speaker: Speaker, entries: readonly AwarenessEntry[]): AwarenessEntry[] {
    return entries.filter((entry) => this.#accept(speaker, entry))
  }

  #accept(speaker: Speaker, { clientID, clock, state }: AwarenessEntry): boolean {
    if (clock > LAST_CLOCK) return false
    const known = this.#known.get(clientID)
    if (known === undefined) {
      const isEcho = clock <= (this.#goneClocks.get(clientID) ?? -1)
      if (isEcho || state === GONE || this.#ownedBy(speaker).length >= LIMITS.awarenessClientsPerConnection)
        return false
    } else {
      const mayRenew = known.owner === speaker || known.owner.participantId === speaker.participantId
      const isNewer = clock > known.clock || (clock === known.clock && state === GONE)
      if (!mayRenew || !isNewer) return false
    }
    if (state === GONE) this.#forget(clientID, clock)
    else this.#known.set(clientID, { clientID, clock, state, owner: speaker })
    return true
  }

  /** Ends all that a connection spoke for; gives back the entries that tell the others. */
  leave(speaker: Speaker): AwarenessEntry[] {
    return this.#ownedBy(speaker).map(({ clientID, clock }) => {
      this.#forget(clientID, clock + 1)
      return { clientID, clock: clock + 1, state: GONE }
    })
  }

  all(): AwarenessEntry[] {
    return [...this.#known.values()]
  }

  #ownedBy(speaker: Speaker): Known[] {
    return [...this.#known.values()].filter((known) => known.owner === speaker)
  }

  #forget(clientID: number, clock: number): void {
    this.#known.delete(clientID)
    this.#goneClocks.delete(clientID)
    this.#goneClocks.set(clientID, clock)
    const oldest = this.#goneClocks.keys().next()
    if (this.#goneClocks.size > REMEMBERED_GONE && !oldest.done) this.#goneClocks.delete(oldest.value)
  }
}
