/** How long a value takes to its new goal (ms): a little longer than the pause between two that arrive, so it never halts. */
const GLIDE_MS = 80

/** Numbers that go to where they are sent in an even movement, instead of jumping there. */
export class Glide {
  #from: readonly number[]
  #to: readonly number[]
  #since = Number.NEGATIVE_INFINITY

  constructor(at: readonly number[]) {
    this.#from = at
    this.#to = at
  }

  get goal(): readonly number[] {
    return this.#to
  }

  /** Sends the numbers to a new goal. Those that do not correspond to the old ones jump. `now` in ms. */
  aim(goal: readonly number[], now: number): void {
    this.#from = goal.length === this.#to.length ? this.at(now) : goal
    this.#to = goal
    this.#since = now
  }

  jump(goal: readonly number[]): void {
    this.#from = goal
    this.#to = goal
    this.#since = Number.NEGATIVE_INFINITY
  }

  at(now: number): readonly number[] {
    const done = this.#done(now)
    if (done === 1) return this.#to
    return this.#to.map((to, index) => {
      const from = this.#from[index] ?? to
      return from + (to - from) * done
    })
  }

  isThere(now: number): boolean {
    return this.#done(now) === 1
  }

  #done(now: number): number {
    return Math.min(1, Math.max(0, (now - this.#since) / GLIDE_MS))
  }
}
