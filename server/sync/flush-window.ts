/** After a flush that took c, the next waits at least this many times c: bounds a room's share of the processor. */
const COST_FACTOR = 2.5
const LONGEST_MS = 33
/**
 * How much the latest flush counts in what they cost on average. Even windows make everybody wait least: of the same number
 * of windows, whose lengths differ, the long ones hold most of what waits.
 */
const NEWEST_SHARE = 0.1
/**
 * How far apart flushes are by how many hear of them: so many times the cube. What a flush costs and how often there is
 * something to tell both grow with the room, and up to fifty people should not notice: 2 ms for fifty, the most for a hundred.
 */
const MS_PER_CUBE = 0.000_016
const LONGEST_BY_SIZE_MS = 16

/**
 * Says when to flush: at the end of this turn of the event loop in a quiet or small room, later where flushes are dear.
 * One flush is planned at a time.
 */
export class FlushWindow {
  #flush: () => Promise<void>
  /** When the planned flush is due, on the clock of `performance`; in the past for the end of this turn. */
  #due: number | undefined
  #timer: NodeJS.Timeout | undefined
  #notBefore = 0
  #costMs = 0

  constructor(flush: () => Promise<void>) {
    this.#flush = flush
  }

  /** Asks for a flush as soon as may be, or within so many ms where something else may call for one first. */
  plan(withinMs = 0): void {
    const now = performance.now()
    const due = Math.max(this.#notBefore, now + withinMs)
    if (this.#due !== undefined && this.#due <= due) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#due = due
    if (due - now < 1) setImmediate(this.#run, due)
    else this.#timer = setTimeout(this.#run, due - now, due)
  }

  #run = (due: number): void => {
    // Another was planned in its place.
    if (due !== this.#due) return
    this.#due = undefined
    this.#timer = undefined
    void this.#flush()
  }

  /** Tells how long the work of a flush kept the processor, and how many heard of it. */
  spent(ms: number, receivers: number): void {
    const bySize = Math.min(LONGEST_BY_SIZE_MS, receivers ** 3 * MS_PER_CUBE)
    this.#costMs += (ms - this.#costMs) * NEWEST_SHARE
    const gap = Math.max(this.#costMs * COST_FACTOR, bySize)
    this.#notBefore = performance.now() + Math.min(LONGEST_MS, gap)
  }
}
