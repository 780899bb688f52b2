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

  /** `bytes` is what is stored of it. */
  constructor(doc: Y.Doc, bytes: number) {
    this.#doc = doc
    this.#bytes = bytes
    this.#parts = partsOf(doc)
  }

  /** Whether there is room for this. Taking away always has room. */
  hasRoomFor(update: Uint8Array, { structs }: DecodedUpdate): boolean {
    if (structs.length === 0) return true
    return this.#bytes + update.byteLength <= LIMITS.boardBytes && this.#parts + structs.length <= LIMITS.boardParts
  }

  grew(update: Uint8Array, { structs }: DecodedUpdate): void {
    this.#bytes += update.byteLength
    this.#parts += structs.length
  }

  /** All was written anew, in so many bytes. */
  folded(bytes: number): void {
    this.#bytes = bytes
    this.#parts = partsOf(this.#doc)
  }
}

const partsOf = ({ store }: Y.Doc): number =>
  [...store.clients.values()].reduce((sum, structs) => sum + structs.length, 0)
