import { type StoreName, settled } from './copy-database.ts'

/**
 * Writes a copy on this device, and stops for good the first time that the browser refuses: what came after a gap could
 * not be told from a whole. `onLost` is called then, once.
 */
export class CopyWriter {
  #database: IDBDatabase
  #onLost: () => void
  #isKept = true
  #isClosed = false
  #writing: Promise<unknown> = Promise.resolve()

  constructor(database: IDBDatabase, onLost: () => void) {
    this.#database = database
    this.#onLost = onLost
    // Another window puts this copy away, or the person clears the browser's data.
    database.onversionchange = () => {
      database.close()
      this.#lose()
    }
    database.onclose = () => this.#lose()
  }

  get isKept(): boolean {
    return this.#isKept
  }

  /** Transactions on the same stores are carried out in the order in which they are made. */
  write(stores: readonly StoreName[], task: (store: (name: StoreName) => IDBObjectStore) => void): void {
    if (!this.#isKept || this.#isClosed) return
    try {
      const transaction = this.#database.transaction(stores, 'readwrite')
      task((store) => transaction.objectStore(store))
      const done = settled(transaction).catch(() => this.#lose())
      this.#writing = Promise.all([this.#writing, done])
    } catch {
      this.#lose()
    }
  }

  /** Settles when all that was given is written; false when it is not. */
  async written(): Promise<boolean> {
    await this.#writing
    return this.#isKept
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#writing
    this.#database.close()
  }

  #lose() {
    if (!this.#isKept) return
    this.#isKept = false
    if (!this.#isClosed) this.#onLost()
  }
}
