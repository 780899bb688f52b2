import type * as Y from 'yjs'
import { metaMap } from '../../shared/records/doc.ts'

/**
 * Keeps what a document says about itself as the server wrote it. A document that calls itself another board's, or of
 * another layout, would not be opened again.
 */
export class MetaGuard {
  #meta: Y.Map<unknown>
  #original: ReadonlyMap<string, unknown>

  constructor(doc: Y.Doc) {
    this.#meta = metaMap(doc)
    this.#original = new Map(this.#meta.entries())
  }

  /** Whether somebody has written what only the server may write. */
  get isTouched(): boolean {
    return (
      this.#meta.size !== this.#original.size ||
      [...this.#original].some(([key, value]) => this.#meta.get(key) !== value)
    )
  }

  /** Puts back what was there, in this document. */
  restore(doc: Y.Doc): void {
    const meta = metaMap(doc)
    doc.transact(() => {
      for (const key of [...meta.keys()]) if (!this.#original.has(key)) meta.delete(key)
      for (const [key, value] of this.#original) if (meta.get(key) !== value) meta.set(key, value)
    })
  }
}
