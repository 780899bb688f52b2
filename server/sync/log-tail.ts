import * as Y from 'yjs'
import type { Seq, StoredDocument } from '../storage/storage.ts'

/** The rows of one board's log since its last snapshot, as they lie there. */
export class LogTail {
  #through: Seq
  #rows: StoredDocument['updates']
  #bytes: number

  constructor({ through, updates }: StoredDocument) {
    this.#through = through
    this.#rows = [...updates]
    this.#bytes = bytesOf(this.#rows)
  }

  get rows(): number {
    return this.#rows.length
  }

  get bytes(): number {
    return this.#bytes
  }

  /** These were appended, the last of them at `seq`. */
  grew(updates: readonly Uint8Array[], seq: Seq): void {
    for (const update of updates) {
      this.#rows.push({ seq, update })
      this.#bytes += update.byteLength
    }
  }

  /** A snapshot now stands in place of the rows up to here. */
  folded(through: Seq): void {
    this.#through = through
    this.#rows = this.#rows.filter(({ seq }) => seq > through)
    this.#bytes = bytesOf(this.#rows)
  }

  /** What came after that snapshot, as one update; undefined when it is not the last one, or Yjs cannot merge the rows. */
  since(snapshot: Seq): Uint8Array | undefined {
    if (snapshot !== this.#through) return undefined
    if (this.#rows.length === 0) return Y.encodeStateAsUpdate(new Y.Doc())
    try {
      return Y.mergeUpdates(this.#rows.map(({ update }) => update))
    } catch {
      return undefined
    }
  }
}

const bytesOf = (rows: StoredDocument['updates']): number =>
  rows.reduce((sum, { update }) => sum + update.byteLength, 0)
