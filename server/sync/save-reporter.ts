import { encodeNotSaved, encodeSaved } from '../../shared/sync/messages.ts'
import type { Connection } from './connection.ts'

const RETRY_MS = 2_000

export interface SaveReporterOptions {
  /** Settles when all that is in the log now is on disk. */
  durable(): Promise<void>
  stateVector(): Uint8Array
  connections(): Iterable<Connection>
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
    for (const connection of this.#audience()) connection.send(encodeNotSaved())
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
      const counts = this.#audience().map((connection) => ({ connection, frames: connection.framesLogged }))
      try {
        await this.#options.durable()
        if (this.#isRefusing) for (const { connection } of counts) connection.send(encodeNotSaved())
        else for (const { connection, frames } of counts) connection.send(encodeSaved({ stateVector, frames }))
      } catch (error) {
        this.#options.onFault(error)
        for (const { connection } of counts) connection.send(encodeNotSaved())
        setTimeout(() => this.request(), RETRY_MS).unref()
        break
      }
    }
    this.#isRunning = false
  }

  #audience(): Connection[] {
    return [...this.#options.connections()].filter((connection) => connection.wantsAcks && connection.hasSynced)
  }
}
