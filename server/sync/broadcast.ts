import { SyncStep } from '../../shared/sync/messages.ts'
import type { Connection } from './connection.ts'
import { type AwarenessEntry, awarenessFrame, syncFrame } from './frames.ts'
import { shareFrames } from './shared-frame.ts'

/** How long cursors may wait for an edit to go out with: each frame of their own costs as much as one with edits. */
const AWARENESS_WITHIN_MS = 16
/** In a room of more than this, cursors go out less often than edits: nobody can follow so many. */
const LARGE_ROOM = 50
const AWARENESS_EVERY_MS = 33

/** Tells all in a room what is new: the edits at once, and with them the latest of what each says of itself. */
export class Broadcast {
  #connections: ReadonlySet<Connection>
  #awareness = new Map<number, AwarenessEntry>()
  #toldAwareness = 0

  constructor(connections: ReadonlySet<Connection>) {
    this.#connections = connections
  }

  /** Keeps the newest entry of each client for the next time. */
  hear(news: readonly AwarenessEntry[]): void {
    for (const entry of news) this.#awareness.set(entry.clientID, entry)
  }

  /** Within how many ms something is to be told, if it is not told with an edit before; undefined when there is nothing. */
  get dueWithinMs(): number | undefined {
    if (this.#awareness.size === 0) return undefined
    return this.#isLarge ? AWARENESS_EVERY_MS : AWARENESS_WITHIN_MS
  }

  get #isLarge(): boolean {
    return this.#connections.size > LARGE_ROOM
  }

  send(updates: readonly Uint8Array[]): void {
    const edits = updates.map((update) => syncFrame(SyncStep.update, update))
    const cursors = this.#takeAwareness()
    const all = [...edits, ...cursors]
    if (all.length === 0) return
    const frame = shareFrames(all)
    const lean = cursors.length === 0 ? frame : shareFrames(edits)
    for (const connection of this.#connections) connection.sendShared(connection.isBehind ? lean : frame)
  }

  #takeAwareness(): Uint8Array[] {
    const now = performance.now()
    const isEarly = this.#isLarge && now < this.#toldAwareness + AWARENESS_EVERY_MS
    if (this.#awareness.size === 0 || isEarly) return []
    this.#toldAwareness = now
    const frame = awarenessFrame([...this.#awareness.values()])
    this.#awareness.clear()
    return [frame]
  }
}
