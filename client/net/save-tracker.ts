import * as Y from 'yjs'
import type { Saved } from '../../shared/sync/messages.ts'

/** Not yet given to a socket, or given to one that has since closed. */
const UNSENT = Number.POSITIVE_INFINITY

/**
 * Knows which of this device's changes are on the server's disk. Each change remembers the writing frame that carried
 * it; a saved message covers it when the server has stored that many frames of this connection and a state vector that
 * holds all that the document had when the change was made. Counting frames is needed because a deletion leaves no trace
 * in a state vector.
 */
export class SaveTracker {
  #frames = 0
  #carriers: number[] = []
  #needed = new Map<number, number>()

  /** Changes that are not known to be on disk. */
  get pending(): number {
    return this.#carriers.length
  }

  /** A change of this device; whether it has gone out with a frame already. */
  changed(doc: Y.Doc, sent: boolean): void {
    this.#carriers.push(sent ? this.#frames : UNSENT)
    this.#needed = Y.decodeStateVector(Y.encodeStateVector(doc))
  }

  /** Work found on this device from an earlier visit: at least one change, all that the document holds. */
  found(doc: Y.Doc): void {
    this.changed(doc, false)
  }

  /** A frame that writes has been given to the socket. Sync step 2 carries all that the server lacked. */
  sent(carriesAll: boolean): void {
    this.#frames += 1
    if (carriesAll) this.#carriers = this.#carriers.map((frame) => (frame === UNSENT ? this.#frames : frame))
  }

  /** The connection is gone: what it carried and the server did not confirm must be carried again by the next. */
  disconnected(): void {
    this.#frames = 0
    this.#carriers = this.#carriers.map(() => UNSENT)
  }

  /** Takes in a saved message; true when it covers everything. */
  saved({ stateVector, frames }: Saved): boolean {
    const onDisk = Y.decodeStateVector(stateVector)
    const holdsAll = [...this.#needed].every(([client, clock]) => (onDisk.get(client) ?? 0) >= clock)
    if (holdsAll) this.#carriers = this.#carriers.filter((frame) => frame > frames)
    return this.#carriers.length === 0
  }
}
