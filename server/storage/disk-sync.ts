import { type FileHandle, open } from 'node:fs/promises'

/** The least time between the starts of two syncs. */
const INTERVAL_MS = 200

/**
 * Brings a file's bytes to the disk off the event loop, in groups: all who ask while one sync runs or waits share the
 * next. A call settles after a sync that began after it.
 */
export class DiskSync {
  #path: string
  #handle: FileHandle | undefined
  #next: Promise<void> | undefined
  #running: Promise<void> = Promise.resolve()
  #lastStart = Number.NEGATIVE_INFINITY

  constructor(path: string) {
    this.#path = path
  }

  sync(): Promise<void> {
    this.#next ??= this.#startNext()
    return this.#next
  }

  async #startNext(): Promise<void> {
    await this.#running.catch(() => {})
    const wait = this.#lastStart + INTERVAL_MS - performance.now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    this.#next = undefined
    this.#lastStart = performance.now()
    this.#running = this.#syncNow()
    await this.#running
  }

  async #syncNow(): Promise<void> {
    this.#handle ??= await open(this.#path, 'r+')
    await this.#handle.datasync()
  }

  /** To be called when nobody asks any more. */
  async close(): Promise<void> {
    await this.#next?.catch(() => {})
    await this.#running.catch(() => {})
    await this.#handle?.close()
  }
}
