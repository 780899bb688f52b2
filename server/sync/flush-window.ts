/** After a flush that took c, the next waits at least this many times c: bounds a room's share of the processor. */
const COST_FACTOR = 6
const LONGEST_MS = 33

/**
 * Says when to flush: at the end of this turn of the event loop in a quiet room, later where flushes are dear. One flush
 * is planned at a time.
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

  /** Tells how long the work of a flush kept the processor. */
  spent(ms: number): void {
    this.#notBefore = performance.now() + Math.min(LONGEST_MS, ms * COST_FACTOR)
  }
}
