/** After a flush that took c, the next waits at least this many times c: bounds a room's share of the processor. */
const COST_FACTOR = 6
const LONGEST_MS = 33
/** How far apart flushes are for each who hears of them: most of what a flush costs is telling everybody. */
const MS_PER_RECEIVER = 0.08

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
    const gap = Math.max(ms * COST_FACTOR, receivers * MS_PER_RECEIVER)
    this.#notBefore = performance.now() + Math.min(LONGEST_MS, gap)
  }
}
