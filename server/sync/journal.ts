import * as Y from 'yjs'
import type { TemplateOf } from '../../shared/arrange/arrange.ts'
import type { BoardId } from '../../shared/ids.ts'
import type { ParticipantsMay } from '../../shared/participants-may.ts'
import type { PutBack } from '../../shared/sync/messages.ts'
import type { Log } from '../ports.ts'
import type { Seq, StoredDocument, StoredSnapshot, UpdateLog } from '../storage/storage.ts'
import { BoardLog } from './board-log.ts'
import type { DecodedUpdate } from './check-update.ts'
import { FullState } from './full-state.ts'
import { LiveDocument } from './live-document.ts'
import { loadDocument } from './load-document.ts'
import { isOfOtherSchema, migrateDocument } from './migrate-document.ts'
import { Outbox, type Run, type Sender } from './outbox.ts'
import { SerialQueue } from './serial-queue.ts'

/** What a journal holds in memory while the log takes nothing. */
const HELD_BYTES = 32 * 1024 * 1024

/** The log takes nothing now; the change was not made. */
export class LogRefuses extends Error {}

export interface JournalOptions<From extends Sender> {
  boardId: BoardId
  stored: StoredDocument
  updateLog: UpdateLog
  templateOf: TemplateOf
  log: Log
  participantsMay(): ParticipantsMay
  /** These are in the log and in the document now. */
  onTaken(updates: readonly Uint8Array[]): void
  /** Some of what this sender has sent was put back. */
  onPutBack(from: From, putBack: readonly PutBack[]): void
  /** What this sender has sent cannot be applied, and was not. */
  onBroken(from: From): void
  /** The log takes nothing; what waits is held in memory. */
  onRefused(): void
  /** It is time to try again: `drain` is wanted. */
  onRetry(): void
  /** The document can be read no more; nobody may stay. */
  onLost(): void
}

/**
 * One board's document and its log. What has come in is applied, guarded, appended to the log as one row, and only then
 * told to anybody: nobody is shown what a restart would lose. One queue keeps that order. When the log refuses, the
 * document is built anew from what the log has, and what came in waits.
 */
export class Journal<From extends Sender> {
  #options: JournalOptions<From>
  /** Undefined until somebody writes or needs what only a document can tell: large boards are handed out unread. */
  #live: LiveDocument | undefined
  #full: FullState | undefined
  #stored: StoredDocument | undefined
  #log: BoardLog
  #outbox = new Outbox<From>()
  #queue = new SerialQueue()

  constructor(options: JournalOptions<From>) {
    const { boardId, stored, updateLog } = options
    this.#options = options
    this.#stored = stored
    this.#log = new BoardLog({
      boardId,
      stored,
      updateLog,
      onFolded: (bytes) => this.#live?.folded(bytes),
      onFoldFailed: (error) => this.#report('fold-failed', error, 'the log stays as it is'),
    })
  }

  get #document(): LiveDocument {
    if (this.#live !== undefined) return this.#live
    if (this.#stored === undefined) throw new Error('a journal that has lost its document')
    const doc = loadDocument(this.#options.boardId, this.#stored)
    const live = new LiveDocument(doc, this.#log.bytesOf(this.#stored), this.#options.templateOf)
    this.#live = live
    this.#full = new FullState(doc)
    this.#stored = undefined
    if (isOfOtherSchema(doc)) void this.#migrate()
    return live
  }

  /** What an older release wrote is brought to today's form before anybody writes in it. */
  async #migrate(): Promise<void> {
    try {
      await this.write(migrateDocument)
    } catch (error) {
      this.#report('migration-failed', error, 'the records stay as an older release wrote them')
    }
  }

  /** Gives the document as the log has it, to be read only. */
  read<T>(task: (doc: Y.Doc) => T): Promise<T> {
    return this.#queue.run(async () => task(this.#document.doc))
  }

  /** Of all that is in the log. */
  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#document.doc)
  }

  get isBuilt(): boolean {
    return this.#live !== undefined
  }

  get isQuiet(): boolean {
    return this.#outbox.isEmpty && this.#queue.isIdle
  }

  /** Whether the log refuses and is to be tried again. */
  get isRefused(): boolean {
    return this.#log.isRefused
  }

  /**
   * Takes a checked update in line for the next drain. False when the log refuses and no more can be held; throws
   * BoardFull, and LacksGround or BrokenFrame when the update does not stand on what is there.
   */
  add(update: Uint8Array, decoded: DecodedUpdate, from: From): boolean {
    if (this.isRefused && this.#outbox.bytes + update.byteLength > HELD_BYTES) return false
    this.#document.expect(update, decoded)
    this.#outbox.add({ update, decoded, from })
    return true
  }

  /** See `LiveDocument.newsOf`. */
  newsOf(decoded: DecodedUpdate): Set<number> {
    return this.#document.newsOf(decoded)
  }

  /** Brings all that waits into the document and the log. */
  drain(): Promise<void> {
    return this.#queue.run(async () => {
      try {
        await this.#drainNow()
      } catch (error) {
        this.#report('drain-failed', error, 'a board cannot go on; it is opened anew')
        this.#options.onLost()
      }
    })
  }

  async #drainNow(): Promise<void> {
    if (this.#outbox.isEmpty || this.isRefused) return
    const { runs, settle } = this.#outbox.take()
    const putBack: [From, readonly PutBack[]][] = []
    for (const run of runs) {
      const taken = this.#takeRun(run)
      if (taken === undefined) return this.#drop(run)
      if (taken.length > 0) putBack.push([run.from, taken])
    }
    const updates = this.#document.collect()
    if (!(await this.#append(updates))) return
    settle()
    this.#options.onTaken(updates)
    for (const [from, said] of putBack) this.#options.onPutBack(from, said)
  }

  #takeRun(run: Run<From>): PutBack[] | undefined {
    try {
      return this.#document.take(run, this.#options.participantsMay())
    } catch (error) {
      this.#report('apply-failed', error, 'an update cannot be applied and is left out')
      return undefined
    }
  }

  /** Leaves out what cannot be applied. It may have been applied in part, so the document is built anew. */
  async #drop({ from }: Run<From>): Promise<void> {
    this.#outbox.remove((other) => other === from)
    this.#options.onBroken(from)
    await this.#rebuild()
    await this.#drainNow()
  }

  /** False when the log refuses; the document is then what it was before. */
  async #append(updates: readonly Uint8Array[]): Promise<boolean> {
    if (updates.length === 0) return true
    try {
      await this.#log.append(updates)
    } catch (error) {
      this.#report('append-failed', error, 'the log refuses an update')
      this.#log.retryLater(this.#options.onRetry)
      this.#options.onRefused()
      await this.#rebuild()
      return false
    }
    this.#full?.grew(updates)
    return true
  }

  /** The document as the log has it, with what waits in line for it once more. */
  async #rebuild(): Promise<void> {
    const { onBroken, onLost } = this.#options
    try {
      this.#stored = await this.#log.read()
    } catch (error) {
      this.#report('read-failed', error, 'the log cannot be read')
      return onLost()
    }
    this.#full?.drop()
    this.#live?.doc.destroy()
    this.#live = undefined
    for (const { update, decoded, from } of this.#outbox.empty()) {
      try {
        this.#document.expect(update, decoded)
        this.#outbox.add({ update, decoded, from })
      } catch {
        onBroken(from)
      }
    }
  }

  /** Lets the server write. Throws LogRefuses, with nothing changed, when it cannot be stored. */
  write<T>(change: (doc: Y.Doc) => T): Promise<T> {
    return this.#queue.run(async () => {
      if (this.isRefused) throw new LogRefuses('the log takes nothing now')
      const result = await this.#change(change)
      const updates = this.#document.collect()
      if (!(await this.#append(updates))) throw new LogRefuses('the log refuses an update')
      if (updates.length > 0) this.#options.onTaken(updates)
      return result
    })
  }

  async #change<T>(change: (doc: Y.Doc) => T): Promise<T> {
    try {
      return this.#document.write(change)
    } catch (error) {
      // Half of it may be in the document.
      await this.#rebuild()
      throw error
    }
  }

  /**
   * What one lacks who has this state vector, as one or more updates. Who has just read the snapshot says so by its number
   * and is given the rows since then, for which no document is needed.
   */
  answer(stateVector: Uint8Array, snapshot: Seq | undefined): Promise<Uint8Array[]> {
    // In line behind what is being written: nothing goes out that is not in the log.
    return this.#queue.run(async () => {
      const since = snapshot === undefined ? undefined : this.#log.since(snapshot)
      if (since !== undefined) return [since]
      const { doc } = this.#document
      if (this.#full && Y.decodeStateVector(stateVector).size === 0) return this.#full.updates()
      return [Y.encodeStateAsUpdate(doc, stateVector)]
    })
  }

  /** See `BoardLog.snapshot`. */
  snapshot(): Promise<StoredSnapshot> {
    return this.#log.snapshot()
  }

  #report(event: string, error: unknown, message: string): void {
    const err = error instanceof Error ? error : new Error(String(error))
    this.#options.log.error({ event, boardId: this.#options.boardId, err }, message)
  }

  /** Brings all that waits into the log, and the log into a snapshot where that pays. */
  async settle(): Promise<void> {
    await this.drain()
    await this.#log.end()
  }

  /** Lets go without storing anything more. */
  abandon(): void {
    this.#log.stopRetrying()
    this.#full?.drop()
    this.#outbox.empty()
  }

  /** Stores what is left, with one last try where the log refused before. */
  async close(): Promise<void> {
    this.#log.stopRetrying()
    await this.settle()
    this.#log.stopRetrying()
    this.#full?.drop()
    this.#live?.doc.destroy()
  }
}
