import * as Y from 'yjs'

/** Whoever sent an update; counts how many of its frames are in the log. */
export interface Sender {
  framesLogged: number
}

/** An update on its way into the log, and who sent it. */
interface Waiting {
  update: Uint8Array
  from: Sender
  /** Whether all of it was new here. Two versions of one thing cannot be merged unseen. */
  isNew: boolean
}

/** Updates of one board that are not in the log yet. */
export class Outbox {
  #waiting: Waiting[] = []
  #bytes = 0

  get bytes(): number {
    return this.#bytes
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0
  }

  add(update: Uint8Array, from: Sender, isNew: boolean): void {
    this.#waiting.push({ update, from, isNew })
    this.#bytes += update.byteLength
  }

  /** All that waits now, as few updates as possible; `settle` once they are in the log, else they go on waiting. */
  take(): { updates: Uint8Array[]; settle(): void } {
    const taken = this.#waiting
    const single = taken.map(({ update }) => update)
    const updates = taken.every(({ isNew }) => isNew) ? mergeAll(single) : single
    return {
      updates,
      settle: () => {
        this.#waiting = this.#waiting.slice(taken.length)
        for (const { update, from } of taken) {
          this.#bytes -= update.byteLength
          from.framesLogged += 1
        }
      },
    }
  }
}

/** One update for all. Where Yjs cannot merge what it could read, they stay single. */
function mergeAll(updates: Uint8Array[]): Uint8Array[] {
  if (updates.length < 2) return updates
  try {
    return [Y.mergeUpdates(updates)]
  } catch {
    return updates
  }
}
