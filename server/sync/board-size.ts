import type * as Y from 'yjs'
import { LIMITS } from '../../shared/limits.ts'
import type { DecodedUpdate } from './check-update.ts'

/**
 * How large a document has become, as text on disk and as parts in memory: one table that grew without end would take all
 * tables of the server down with it, and again each time it is opened.
 */
export class BoardSize {
  #doc: Y.Doc
  #bytes: number
  #parts: number
  /** What has come in and is not in the document yet. */
  #expected = { bytes: 0, parts: 0 }

  /** `bytes` is what is stored of it. */
  constructor(doc: Y.Doc, bytes: number) {
    this.#doc = doc
    this.#bytes = bytes
    this.#parts = partsOf(doc)
  }

  /** Whether there is room for this. Taking away always has room. */
  hasRoomFor(update: Uint8Array, { structs }: DecodedUpdate): boolean {
    if (structs.length === 0) return true
    const { bytes, parts } = this.#expected
    return (
      this.#bytes + bytes + update.byteLength <= LIMITS.boardBytes &&
      this.#parts + parts + structs.length <= LIMITS.boardParts
    )
  }

  expect(update: Uint8Array, { structs }: DecodedUpdate): void {
    this.#expected.bytes += update.byteLength
    this.#expected.parts += structs.length
  }

  /** The document has taken in what was expected; so many bytes of it have to be stored. */
  grew(bytes: number): void {
    this.#expected = { bytes: 0, parts: 0 }
    this.folded(this.#bytes + bytes)
  }

  /** All that is stored of it is now so many bytes. */
  folded(bytes: number): void {
    this.#bytes = bytes
    this.#parts = partsOf(this.#doc)
  }
}

const partsOf = ({ store }: Y.Doc): number =>
  [...store.clients.values()].reduce((sum, structs) => sum + structs.length, 0)
