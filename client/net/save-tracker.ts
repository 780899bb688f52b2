import * as Y from 'yjs'
import type { Saved } from '../../shared/sync/messages.ts'

/** Not yet given to a socket, or given to one that has since closed. */
const UNSENT = Number.POSITIVE_INFINITY

interface Change {
  /** What the copy on this device calls it; higher for later changes. */
  number: number
  /** The writing frame that carried it. */
  carrier: number
  /** What the state vector on disk must hold. */
  needed: ReadonlyMap<number, number>
}

/**
 * Knows which of this device's changes are on the server's disk. Each change remembers the writing frame that carried
 * it; a saved message covers it when the server has stored that many frames of this connection and a state vector that
 * holds what was written. Counting frames is needed because a deletion leaves no trace in a state vector.
 */
export class SaveTracker {
  #frames = 0
  #changes: Change[] = []
  #through = 0

  /** Changes that are not known to be on disk. */
  get pending(): number {
    return this.#changes.length
  }

  /** The number up to which all changes are on disk. */
  get through(): number {
    return this.#through
  }

  /** A change of this device; whether it has gone out with a frame already. */
  changed(doc: Y.Doc, sent: boolean, number = 0): void {
    const needed = new Map([[doc.clientID, Y.getState(doc.store, doc.clientID)]])
    this.#changes.push({ number, carrier: sent ? this.#frames : UNSENT, needed })
  }

  /** Work found on this device from an earlier visit: at least one change, all that the document holds. */
  found(doc: Y.Doc, number = 0): void {
    this.#changes.push({ number, carrier: UNSENT, needed: Y.decodeStateVector(Y.encodeStateVector(doc)) })
  }

  /** A frame that writes has been given to the socket. Sync step 2 carries all that the server lacked. */
  sent(carriesAll: boolean): void {
    this.#frames += 1
    if (!carriesAll) return
    for (const change of this.#changes) if (change.carrier === UNSENT) change.carrier = this.#frames
  }

  /** The connection is gone: what it carried and the server did not confirm must be carried again by the next. */
  disconnected(): void {
    this.#frames = 0
    for (const change of this.#changes) change.carrier = UNSENT
  }

  /** Takes in a saved message; true when it covers everything. */
  saved({ stateVector, frames }: Saved): boolean {
    if (this.#changes.length === 0) return true
    const onDisk = Y.decodeStateVector(stateVector)
    const isOnDisk = ({ carrier, needed }: Change) =>
      carrier <= frames && [...needed].every(([client, clock]) => (onDisk.get(client) ?? 0) >= clock)
    const last = this.#changes.at(-1)?.number ?? 0
    this.#changes = this.#changes.filter((change) => !isOnDisk(change))
    this.#through = this.#changes[0] === undefined ? last : this.#changes[0].number - 1
    return this.#changes.length === 0
  }
}
