/** Ids that are remembered of one participant: a page takes two each time it opens a table. */
const PER_PARTICIPANT = 100

/**
 * Whose the client ids of a room are: the first participant's who speaks or writes with one, also while they are away. Else
 * anybody could speak for somebody whose line is down, and lock them out. Who takes ids without end loses only their own.
 */
export class ClientIds {
  #owners = new Map<number, string>()
  #ids = new Map<string, Set<number>>()

  /** Whether an id is this participant's, or nobody's yet. */
  mayUse(clientID: number, participantId: string): boolean {
    const owner = this.#owners.get(clientID)
    return owner === undefined || owner === participantId
  }

  /** Notes that this participant uses an id that they may use. */
  claim(clientID: number, participantId: string): void {
    if (this.#owners.has(clientID)) return
    const ids = this.#ids.get(participantId) ?? new Set()
    this.#ids.set(participantId, ids.add(clientID))
    this.#owners.set(clientID, participantId)
    const [oldest] = ids
    if (ids.size <= PER_PARTICIPANT || oldest === undefined) return
    ids.delete(oldest)
    this.#owners.delete(oldest)
  }
}
