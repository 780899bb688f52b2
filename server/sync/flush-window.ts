/** After a flush that took c, the next waits at least this many times c: bounds a room's share of the processor. */
const COST_FACTOR = 6
const LONGEST_MS = 33
/**
 * How far apart flushes are by how many hear of them: so many times the square, because both what a flush costs and how
 * often there is something to tell grow with the room. Nothing in a small room, 4 ms for fifty, the most for a hundred.
 */
const MS_PER_SQUARE = 0.0016
const LONGEST_BY_SIZE_MS = 16

/**
 * Says when to flush: at the end of this turn of the event loop in a quiet or small room, later where flushes are dear.
 * One flush is planned at a time.
 */
export class FlushWindow {
  #flush: () => Promise<void>
  #planned = false
  #notBefore = 0

  constructor(flush: () => Promise<void>) {
    this.#flush = flush
  }

  plan(): void {
    if (this.#planned) return
    this.#planned = true
    const wait = this.#notBefore - performance.now()
    if (wait < 1) setImmediate(this.#run)
    else setTimeout(this.#run, wait)
  }

  #run = (): void => {
    this.#planned = false
    void this.#flush()
  }

  /** Tells how long the work of a flush kept the processor, and how many heard of it. */
  spent(ms: number, receivers: number): void {
    const bySize = Math.min(LONGEST_BY_SIZE_MS, receivers ** 2 * MS_PER_SQUARE)
    const gap = Math.max(ms * COST_FACTOR, bySize)
    this.#notBefore = performance.now() + Math.min(LONGEST_MS, gap)
  }
}
