/** Frames that one connection may send per second for long, and how many it may save up. */
const FRAMES_PER_SECOND = 500
const BURST = 2_500
const BYTES_PER_FRAME = 64 * 1024

/** A bucket that fills with time and empties by frames; large frames count for several. */
export class FrameBudget {
  #left = BURST
  #at: number

  constructor(now: number) {
    this.#at = now
  }

  /** Whether the connection may still send this. */
  spend(bytes: number, now: number): boolean {
    this.#left = Math.min(BURST, this.#left + ((now - this.#at) / 1_000) * FRAMES_PER_SECOND)
    this.#at = now
    this.#left -= 1 + Math.floor(bytes / BYTES_PER_FRAME)
    return this.#left >= 0
  }
}
