import { encodeNotSaved, encodeSaved } from '../../shared/sync/messages.ts'

const RETRY_MS = 2_000

/** One who may want to know. */
export interface Listener {
  readonly wantsAcks: boolean
  readonly hasSynced: boolean
  readonly framesLogged: number
  send(frame: Uint8Array): void
}

export interface SaveReporterOptions {
  /** Settles when all that is in the log now is on disk. */
  durable(): Promise<void>
  stateVector(): Uint8Array
  connections(): Iterable<Listener>
  onFault(error: unknown): void
}

/**
 * Tells those who ask what is on disk. It promises nothing that the disk has not confirmed: what to say is fixed before
 * the sync begins and said after it ends.
 */
export class SaveReporter {
  #options: SaveReporterOptions
  #isRunning = false
  #isAskedAgain = false
  /** The log takes nothing at the moment. */
  #isRefusing = false

  constructor(options: SaveReporterOptions) {
    this.#options = options
  }

  /** To be called when the log has grown, or when somebody new wants to know. */
  request(): void {
    this.#isAskedAgain = true
    if (!this.#isRunning) void this.#run()
  }

  /** The log refuses: what was sent is held in memory only. */
  refuse(): void {
    this.#isRefusing = true
    for (const listener of this.#audience()) listener.send(encodeNotSaved())
  }

  /** The log takes rows again. */
  resume(): void {
    this.#isRefusing = false
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    while (this.#isAskedAgain) {
      this.#isAskedAgain = false
      const stateVector = this.#options.stateVector()
      const counts = this.#audience().map((listener) => ({ listener, frames: listener.framesLogged }))
      try {
        await this.#options.durable()
        if (this.#isRefusing) for (const { listener } of counts) listener.send(encodeNotSaved())
        else for (const { listener, frames } of counts) listener.send(encodeSaved({ stateVector, frames }))
      } catch (error) {
        this.#options.onFault(error)
        for (const { listener } of counts) listener.send(encodeNotSaved())
        setTimeout(() => this.request(), RETRY_MS).unref()
        break
      }
    }
    this.#isRunning = false
  }

  #audience(): Listener[] {
    return [...this.#options.connections()].filter((listener) => listener.wantsAcks && listener.hasSynced)
  }
}
