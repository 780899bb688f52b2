import * as Y from 'yjs'

/** Above this much, what came since is dearer to send than the whole is to write anew. */
const MAX_TAIL_BYTES = 512 * 1024
/** How long the whole is kept after somebody has asked for it. */
const KEEP_MS = 60_000

/**
 * The whole document as one update, for those who come with nothing: encoded once for all who come within a minute, and
 * what has come since beside it. Writing a large table out takes a tenth of a second in which nobody is served.
 */
export class FullState {
  #doc: Y.Doc
  #whole: Uint8Array | undefined
  #tail: Uint8Array[] = []
  #tailBytes = 0
  #timer: NodeJS.Timeout | undefined

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  /** The updates that make up the document, the first of them nearly all of it. */
  updates(): Uint8Array[] {
    this.#whole ??= Y.encodeStateAsUpdate(this.#doc)
    this.#timer?.refresh()
    this.#timer ??= setTimeout(() => this.drop(), KEEP_MS).unref()
    if (this.#tail.length > 1) this.#tail = [Y.mergeUpdates(this.#tail)]
    return [this.#whole, ...this.#tail]
  }

  /** The document has taken these in. */
  grew(updates: readonly Uint8Array[]): void {
    if (this.#whole === undefined) return
    for (const update of updates) {
      this.#tail.push(update)
      this.#tailBytes += update.byteLength
    }
    if (this.#tailBytes > MAX_TAIL_BYTES) this.drop()
  }

  drop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#whole = undefined
    this.#tail = []
    this.#tailBytes = 0
  }
}
