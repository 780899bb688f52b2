/** Runs tasks one after another, in the order in which they were given. A failed task does not stop the next. */
export class SerialQueue {
  #tail: Promise<unknown> = Promise.resolve()
  #length = 0

  get isIdle(): boolean {
    return this.#length === 0
  }

  run<T>(task: () => Promise<T>): Promise<T> {
    this.#length += 1
    const result = this.#tail.then(task)
    this.#tail = result.then(this.#done, this.#done)
    return result
  }

  #done = (): void => {
    this.#length -= 1
  }
}
