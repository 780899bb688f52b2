import * as Y from 'yjs'
import type { BoardId } from '../../shared/ids.ts'
import type { Log } from '../ports.ts'
import type { Seq, StoredDocument, UpdateLog } from '../storage/storage.ts'
import { BoardSize } from './board-size.ts'
import type { DecodedUpdate } from './check-update.ts'
import { Footing } from './footing.ts'
import { loadDocument } from './load-document.ts'
import { MetaGuard } from './meta-guard.ts'
import { Outbox, type Sender } from './outbox.ts'
import { SerialQueue } from './serial-queue.ts'
import { Snapshotter } from './snapshotter.ts'

const RETRY_MS = 2_000
/** What a journal holds in memory while the log takes nothing. */
const HELD_BYTES = 32 * 1024 * 1024

/** The document has become as large as it may. */
export class BoardFull extends Error {}

/** The log takes nothing now; the change was not made. */
export class LogRefuses extends Error {}

export interface JournalOptions {
  boardId: BoardId
  stored: StoredDocument
  updateLog: UpdateLog
  log: Log
  /** These are in the log and in the document now. */
  onTaken(updates: readonly Uint8Array[]): void
  /** The log takes nothing; what waits is held in memory. */
  onRefused(): void
  /** It is time to try again: `drain` is wanted. */
  onRetry(): void
}

/**
 * One board's document and its log. An update is appended to the log and then applied: the document, and all who are told
 * of it, never hold what a restart would lose. One queue keeps that order.
 */
export class Journal {
  readonly doc: Y.Doc
  #options: JournalOptions
  #lastSeq: Seq
  #outbox = new Outbox()
  #queue = new SerialQueue()
  #meta: MetaGuard
  #footing: Footing
  #size: BoardSize
  #snapshotter: Snapshotter
  #retryTimer: NodeJS.Timeout | undefined
  /** Client id of what the server itself writes; not that of `doc`, which only takes in. */
  #writerId = newClientId()

  constructor(options: JournalOptions) {
    const { boardId, stored } = options
    this.#options = options
    this.doc = loadDocument(boardId, stored)
    this.#meta = new MetaGuard(this.doc)
    this.#footing = new Footing(this.doc)
    this.#lastSeq = stored.updates.at(-1)?.seq ?? stored.through
    const rows = stored.updates.length
    const bytes = sumBytes(stored.updates.map(({ update }) => update))
    this.#size = new BoardSize(this.doc, bytes + (stored.snapshot?.byteLength ?? 0))
    this.#snapshotter = new Snapshotter(() => this.#queue.run(() => this.#fold()), { rows, bytes })
  }

  get isQuiet(): boolean {
    return this.#outbox.isEmpty && this.#queue.isIdle
  }

  /** Whether the log refuses and is to be tried again. */
  get isRefused(): boolean {
    return this.#retryTimer !== undefined
  }

  /**
   * Takes a checked update in line for the next drain. False when the log refuses and no more can be held; throws
   * BoardFull, and LacksGround or BrokenFrame when the update does not stand on what is there.
   */
  add(update: Uint8Array, decoded: DecodedUpdate, from: Sender): boolean {
    if (this.isRefused && this.#outbox.bytes + update.byteLength > HELD_BYTES) return false
    if (!this.#size.hasRoomFor(update, decoded)) throw new BoardFull('the board is full')
    this.#outbox.add(update, from, this.#footing.add(decoded))
    this.#size.grew(update, decoded)
    return true
  }

  /** Brings all that waits into the log and the document. */
  drain(): Promise<void> {
    return this.#queue.run(() => this.#drainNow())
  }

  async #drainNow(): Promise<void> {
    if (this.#outbox.isEmpty || this.isRefused) return
    const { updates, settle } = this.#outbox.take()
    try {
      await this.#append(updates)
    } catch (error) {
      return this.#hold(error)
    }
    settle()
    await this.#publish(updates)
    if (this.#meta.isTouched) await this.#writeNow((doc) => this.#meta.restore(doc)).catch(() => {})
  }

  async #append(updates: readonly Uint8Array[]): Promise<void> {
    this.#lastSeq = await this.#options.updateLog.append(this.#options.boardId, updates)
    this.#snapshotter.grew(updates.length, sumBytes(updates))
  }

  /** What waits goes on waiting. */
  #hold(error: unknown): void {
    this.#report('append-failed', error, 'the log refuses an update')
    this.#options.onRefused()
    this.#retryTimer = setTimeout(() => {
      this.#retryTimer = undefined
      this.#options.onRetry()
    }, RETRY_MS).unref()
  }

  async #publish(updates: readonly Uint8Array[]): Promise<void> {
    try {
      for (const update of updates) Y.applyUpdate(this.doc, update)
    } catch (error) {
      // Checked before, so this should not be. Nobody is sent what we stumbled over, and a restart must not meet it.
      this.#report('apply-failed', error, 'an update cannot be applied; the log is folded without it')
      return this.#fold()
    } finally {
      this.#footing.settle()
    }
    this.#options.onTaken(updates)
  }

  /**
   * Lets the server write: `change` works on a copy, and what it did goes the way of every update. Throws LogRefuses,
   * with nothing changed, when it cannot be stored.
   */
  write<T>(change: (doc: Y.Doc) => T): Promise<T> {
    return this.#queue.run(() => this.#writeNow(change))
  }

  async #writeNow<T>(change: (doc: Y.Doc) => T): Promise<T> {
    if (this.isRefused) throw new LogRefuses('the log takes nothing now')
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.doc))
    copy.clientID = this.#writerId
    const updates: Uint8Array[] = []
    copy.on('update', (update: Uint8Array) => updates.push(update))
    const result = change(copy)
    copy.destroy()
    if (updates.length === 0) return result
    try {
      await this.#append(updates)
    } catch (error) {
      // What was not stored must not share its numbers with what comes next.
      this.#writerId = newClientId()
      this.#report('append-failed', error, 'the log refuses what the server writes')
      throw new LogRefuses('the log refuses an update', { cause: error })
    }
    await this.#publish(updates)
    return result
  }

  async #fold(): Promise<void> {
    const { updateLog, boardId } = this.#options
    try {
      const snapshot = Y.encodeStateAsUpdateV2(this.doc)
      await updateLog.fold(boardId, snapshot, this.#lastSeq)
      this.#size.folded(snapshot.byteLength)
      this.#snapshotter.folded()
    } catch (error) {
      this.#report('fold-failed', error, 'the log stays as it is')
    }
  }

  #report(event: string, error: unknown, message: string): void {
    const err = error instanceof Error ? error : new Error(String(error))
    this.#options.log.error({ event, boardId: this.#options.boardId, err }, message)
  }

  /** Brings all that waits into the log, and the log into a snapshot where that pays. */
  async settle(): Promise<void> {
    await this.drain()
    await this.#snapshotter.end()
  }

  /** Stores what is left, trying a log that refused once more. */
  async close(): Promise<void> {
    this.#stopRetrying()
    await this.settle()
    this.#stopRetrying()
    this.doc.destroy()
  }

  #stopRetrying(): void {
    clearTimeout(this.#retryTimer)
    this.#retryTimer = undefined
  }
}

const newClientId = (): number => new Y.Doc().clientID

const sumBytes = (updates: readonly Uint8Array[]): number => updates.reduce((sum, update) => sum + update.byteLength, 0)
