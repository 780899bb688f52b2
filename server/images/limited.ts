/** Runs at most so many tasks at once, and lets at most so many wait; the next is refused with what `refuse` makes. */
export class Limited {
  #running = 0
  #waiting: (() => void)[] = []
  #atOnce: number
  #mayWait: number
  #refuse: () => Error

  constructor(options: { atOnce: number; mayWait: number; refuse: () => Error }) {
    this.#atOnce = options.atOnce
    this.#mayWait = options.mayWait
    this.#refuse = options.refuse
  }

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#running < this.#atOnce) this.#running += 1
    else if (this.#waiting.length < this.#mayWait) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else throw this.#refuse()
    try {
      return await task()
    } finally {
      // The place goes to the next in line, so the count stays; without one it is free.
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running -= 1
    }
  }
}
