import type { BoardId } from '../../shared/ids.ts'
import { unpackedBytes } from '../storage/packing.ts'
import type { Seq, StoredDocument, StoredSnapshot, UpdateLog } from '../storage/storage.ts'
import { fold } from './folding.ts'
import { LogTail } from './log-tail.ts'
import { Snapshotter } from './snapshotter.ts'

const RETRY_MS = 2_000

/** No snapshot can be made of what is stored. */
export class NoSnapshot extends Error {}

export interface BoardLogOptions {
  boardId: BoardId
  stored: StoredDocument
  updateLog: UpdateLog
  /** A snapshot of so many bytes, unpacked, and the rows after it are all that is stored now. */
  onFolded(bytes: number): void
  onFoldFailed(error: unknown): void
}

/** What is stored of one board: its rows, its snapshot, and when the one is folded into the other. */
export class BoardLog {
  #options: BoardLogOptions
  #tail: LogTail
  #snapshotter: Snapshotter
  #retryTimer: NodeJS.Timeout | undefined

  constructor(options: BoardLogOptions) {
    const { stored } = options
    this.#options = options
    this.#tail = new LogTail(stored)
    this.#snapshotter = new Snapshotter(
      () => this.#fold(),
      () => this.#tail,
    )
  }

  /** Whether the log has refused and is to be tried again. */
  get isRefused(): boolean {
    return this.#retryTimer !== undefined
  }

  /** Throws when the log refuses. */
  async append(updates: readonly Uint8Array[]): Promise<void> {
    const { updateLog, boardId } = this.#options
    this.#tail.grew(updates, await updateLog.append(boardId, updates))
    this.#snapshotter.grew()
  }

  /** To be called after a refusal: asks now and then, and calls back when the log takes rows again. */
  retryLater(onRetry: () => void): void {
    this.#retryTimer = setTimeout(() => {
      this.#options.updateLog.probe().then(
        () => {
          this.#retryTimer = undefined
          onRetry()
        },
        () => this.retryLater(onRetry),
      )
    }, RETRY_MS).unref()
  }

  stopRetrying(): void {
    clearTimeout(this.#retryTimer)
    this.#retryTimer = undefined
  }

  /** All that is stored, read anew. */
  async read(): Promise<StoredDocument> {
    const stored = await this.#options.updateLog.read(this.#options.boardId)
    this.#tail = new LogTail(stored)
    return stored
  }

  /** Bytes of all that is stored, unpacked. */
  bytesOf(stored: StoredDocument): number {
    return this.#tail.bytes + (stored.snapshot ? unpackedBytes(stored.snapshot) : 0)
  }

  /** See `LogTail.since`. */
  since(snapshot: Seq): Uint8Array | undefined {
    return this.#tail.since(snapshot)
  }

  /** The last snapshot; of a table that has none yet, one is made. */
  async snapshot(): Promise<StoredSnapshot> {
    const { updateLog, boardId } = this.#options
    const stored = await updateLog.readSnapshot(boardId)
    if (stored !== undefined) return stored
    await this.#snapshotter.foldNow()
    const made = await updateLog.readSnapshot(boardId)
    if (made === undefined) throw new NoSnapshot('no snapshot can be made')
    return made
  }

  async #fold(): Promise<void> {
    const { updateLog, boardId, onFolded, onFoldFailed } = this.#options
    try {
      const { packed, through } = await fold(updateLog, boardId)
      this.#tail.folded(through)
      onFolded(unpackedBytes(packed) + this.#tail.bytes)
    } catch (error) {
      onFoldFailed(error)
    }
  }

  /** Folds where that pays. */
  end(): Promise<void> {
    return this.#snapshotter.end()
  }
}
