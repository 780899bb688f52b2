/** Rows or bytes in the log that are worth folding into a snapshot. */
const WORTH = { rows: 500, bytes: 1024 * 1024 }
/** Folded as soon as nothing was written for this long, or at once when the log is this many times what is worth it. */
const IDLE_MS = 1_000
const OVERDUE = 10
/** At the end of a room's life even a short log is folded, so that the next opening is quick. */
const WORTH_AT_END = 50

/** What lies in the log beside the snapshot. */
interface Unfolded {
  rows: number
  bytes: number
}

/** Decides when a board's log is folded into a snapshot. */
export class Snapshotter {
  #fold: () => Promise<void>
  #unfolded: () => Unfolded
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> | undefined

  constructor(fold: () => Promise<void>, unfolded: () => Unfolded) {
    this.#fold = fold
    this.#unfolded = unfolded
  }

  /** The log has grown. */
  grew(): void {
    const { rows, bytes } = this.#unfolded()
    const fullness = Math.max(rows / WORTH.rows, bytes / WORTH.bytes)
    if (fullness < 1) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.foldNow(), fullness < OVERDUE ? IDLE_MS : 0).unref()
  }

  /** One at a time: all who ask while one runs wait for that one. */
  foldNow(): Promise<void> {
    this.#running ??= this.#fold().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  async end(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#running
    if (this.#unfolded().rows >= WORTH_AT_END) await this.foldNow()
  }
}
