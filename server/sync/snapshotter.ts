/** Rows or bytes in the log that are worth folding into a snapshot. */
const WORTH = { rows: 500, bytes: 1024 * 1024 }
/** Folded as soon as nothing was written for this long, or at once when the log is this many times what is worth it. */
const IDLE_MS = 1_000
const OVERDUE = 10
/** At the end of a room's life even a short log is folded, so that the next opening is quick. */
const WORTH_AT_END = 50

/** Decides when a board's log is folded into a snapshot. */
export class Snapshotter {
  #fold: () => Promise<void>
  #rows: number
  #bytes: number
  #timer: NodeJS.Timeout | undefined

  constructor(fold: () => Promise<void>, unfolded: { rows: number; bytes: number }) {
    this.#fold = fold
    this.#rows = unfolded.rows
    this.#bytes = unfolded.bytes
  }

  /** The log has grown. */
  grew(rows: number, bytes: number): void {
    this.#rows += rows
    this.#bytes += bytes
    const fullness = Math.max(this.#rows / WORTH.rows, this.#bytes / WORTH.bytes)
    if (fullness < 1) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#fold(), fullness < OVERDUE ? IDLE_MS : 0).unref()
  }

  folded(): void {
    this.#rows = 0
    this.#bytes = 0
  }

  async end(): Promise<void> {
    clearTimeout(this.#timer)
    if (this.#rows >= WORTH_AT_END) await this.#fold()
  }
}
