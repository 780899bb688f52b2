import type { DecodedUpdate } from './check-update.ts'
import type { Writer } from './guard/rules.ts'

/** Whoever sends updates; `framesLogged` counts how many of its frames are in the log. */
export interface Sender extends Writer {
  framesLogged: number
}

/** An update on its way into the document. */
export interface Waiting<From> {
  update: Uint8Array
  decoded: DecodedUpdate
  from: From
}

/** What one sender has sent without another in between. */
export interface Run<From> {
  from: From
  updates: Uint8Array[]
}

/** Updates of one board that are not in the log yet, in the order in which they came. */
export class Outbox<From extends Sender> {
  #waiting: Waiting<From>[] = []
  #bytes = 0

  get bytes(): number {
    return this.#bytes
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0
  }

  add(waiting: Waiting<From>): void {
    this.#waiting.push(waiting)
    this.#bytes += waiting.update.byteLength
  }

  /** All that waits now; it goes on waiting until `settle` is called, when it is in the log. */
  take(): { runs: Run<From>[]; settle(): void } {
    const taken = this.#waiting
    const runs: Run<From>[] = []
    for (const { update, from } of taken) {
      const last = runs.at(-1)
      if (last?.from === from) last.updates.push(update)
      else runs.push({ from, updates: [update] })
    }
    return {
      runs,
      settle: () => {
        this.#replace(this.#waiting.slice(taken.length))
        for (const { from } of taken) from.framesLogged += 1
      },
    }
  }

  /** Takes everything out, to be looked at and added again. */
  empty(): Waiting<From>[] {
    const waiting = this.#waiting
    this.#replace([])
    return waiting
  }

  remove(isFrom: (from: From) => boolean): void {
    this.#replace(this.#waiting.filter(({ from }) => !isFrom(from)))
  }

  #replace(waiting: Waiting<From>[]): void {
    this.#waiting = waiting
    this.#bytes = waiting.reduce((sum, { update }) => sum + update.byteLength, 0)
  }
}
