import * as Y from 'yjs'
import { type CloseCode, CloseReason } from '../../shared/close-reasons.ts'
import type { BoardId, ParticipantId } from '../../shared/ids.ts'
import { LIMITS } from '../../shared/limits.ts'
import { can } from '../../shared/roles.ts'
import { SyncStep } from '../../shared/sync/messages.ts'
import type { Log } from '../ports.ts'
import type { Seq, StoredDocument, StoredSession, UpdateLog } from '../storage/storage.ts'
import { AwarenessBook } from './awareness.ts'
import type { Connection } from './connection.ts'
import { FlushWindow } from './flush-window.ts'
import { type AwarenessEntry, awarenessFrame, BrokenFrame, checkUpdate, OversizedFrame, readFrame, syncFrame } from './frames.ts'
import { loadDocument } from './load-document.ts'
import { Outbox } from './outbox.ts'
import { SaveReporter } from './save-reporter.ts'
import { SerialQueue } from './serial-queue.ts'
import { Snapshotter } from './snapshotter.ts'

const RETRY_MS = 2_000
/** What a room holds in memory while the log takes nothing. */
const HELD_BYTES = 32 * 1024 * 1024
/** A person may have several tabs, and an old line may linger. */
const CONNECTIONS = 2 * LIMITS.peoplePerBoard

/** The log takes nothing now; the change was not made. */
export class LogRefuses extends Error {}

export interface RoomOptions {
  boardId: BoardId
  stored: StoredDocument
  updateLog: UpdateLog
  log: Log
}

/**
 * One board in memory and those who have it open. An update is appended to the log, then sent on, then applied: the
 * document and the other screens never hold what a restart would lose. One queue keeps that order.
 */
export class Room {
  readonly boardId: BoardId
  readonly doc: Y.Doc
  #updateLog: UpdateLog
  #log: Log
  #lastSeq: Seq
  #connections = new Set<Connection>()
  #awareness = new AwarenessBook()
  #awarenessNews = new Map<number, AwarenessEntry>()
  #outbox = new Outbox()
  #queue = new SerialQueue()
  #window = new FlushWindow(() => this.#flush())
  #reporter: SaveReporter
  #snapshotter: Snapshotter
  #retryTimer: NodeJS.Timeout | undefined
  /** Client id of what the server itself writes; not that of `doc`, which only takes in. */
  #writerId = newClientId()
  #isClosing = false

  constructor({ boardId, stored, updateLog, log }: RoomOptions) {
    this.boardId = boardId
    this.doc = loadDocument(boardId, stored)
    this.#updateLog = updateLog
    this.#log = log
    this.#lastSeq = stored.updates.at(-1)?.seq ?? stored.through
    this.#reporter = new SaveReporter({
      durable: () => updateLog.durable(),
      stateVector: () => Y.encodeStateVector(this.doc),
      connections: () => this.#connections,
      onFault: (error) => log.error({ event: 'sync-failed', boardId, err: asError(error) }, 'the disk refuses a sync'),
    })
    const bytes = stored.updates.reduce((sum, { update }) => sum + update.byteLength, 0)
    this.#snapshotter = new Snapshotter(() => this.#queue.run(() => this.#fold()), { rows: stored.updates.length, bytes })
  }

  get isQuiet(): boolean {
    return this.#connections.size === 0 && this.#outbox.isEmpty && this.#queue.isIdle
  }

  /** Who has the board open now. */
  get present(): Set<ParticipantId> {
    return new Set([...this.#connections].map(({ participantId }) => participantId))
  }

  join(connection: Connection): void {
    if (this.#connections.size >= CONNECTIONS) return connection.close(CloseReason.tooMany, 'too many people')
    this.#connections.add(connection)
    connection.send(syncFrame(SyncStep.step1, Y.encodeStateVector(this.doc)))
    const others = this.#awareness.all()
    if (others.length > 0) connection.send(awarenessFrame(others))
  }

  leave(connection: Connection): void {
    if (!this.#connections.delete(connection)) return
    this.#spread(this.#awareness.leave(connection))
  }

  /** Takes in one frame. A bad one closes this connection and touches nothing else. */
  receive(connection: Connection, bytes: Uint8Array): void {
    if (this.#isClosing || !this.#connections.has(connection)) return
    if (!connection.mayReceive(bytes.byteLength)) return this.#dismiss(connection, CloseReason.tooMany, 'too many frames')
    try {
      this.#take(connection, bytes)
    } catch (error) {
      if (error instanceof OversizedFrame) this.#dismiss(connection, CloseReason.tooLarge, error.message)
      else if (error instanceof BrokenFrame) this.#dismiss(connection, CloseReason.brokenFrame, error.message)
      else throw error
    }
  }

  #take(connection: Connection, bytes: Uint8Array): void {
    const frame = readFrame(bytes)
    switch (frame.kind) {
      case 'step1':
        connection.sendBulk(syncFrame(SyncStep.step2, Y.encodeStateAsUpdate(this.doc, frame.stateVector)))
        connection.hasSynced = true
        return this.#reporter.request()
      case 'write':
        return this.#takeUpdate(connection, frame.update)
      case 'awareness':
        return this.#spread(this.#awareness.hear(connection, frame.entries))
      case 'queryAwareness':
        return connection.sendAwareness(awarenessFrame(this.#awareness.all()))
      default:
        frame satisfies never
    }
  }

  #takeUpdate(connection: Connection, update: Uint8Array): void {
    if (!can(connection.role, 'board.write')) {
      connection.framesLogged += 1
      return this.#reporter.request()
    }
    checkUpdate(update)
    if (this.#retryTimer !== undefined && this.#outbox.bytes + update.byteLength > HELD_BYTES) {
      return this.#dismiss(connection, CloseReason.tooSlow, 'the server cannot store anything now')
    }
    this.#outbox.add(update, connection)
    if (this.#retryTimer === undefined) this.#window.plan()
  }

  #spread(news: readonly AwarenessEntry[]): void {
    if (news.length === 0) return
    for (const entry of news) this.#awarenessNews.set(entry.clientID, entry)
    this.#window.plan()
  }

  async #flush(): Promise<void> {
    const started = performance.now()
    this.#sendAwareness()
    await this.#queue.run(() => this.#drain())
    this.#window.spent(performance.now() - started)
  }

  #sendAwareness(): void {
    if (this.#awarenessNews.size === 0) return
    const frame = awarenessFrame([...this.#awarenessNews.values()])
    this.#awarenessNews.clear()
    for (const connection of this.#connections) connection.sendAwareness(frame)
  }

  async #drain(): Promise<void> {
    if (this.#outbox.isEmpty || this.#retryTimer !== undefined) return
    const { updates, settle } = this.#outbox.take()
    try {
      await this.#append(updates)
    } catch (error) {
      return this.#hold(error)
    }
    settle()
    this.#reporter.resume()
    this.#publish(updates)
  }

  async #append(updates: readonly Uint8Array[]): Promise<void> {
    this.#lastSeq = await this.#updateLog.append(this.boardId, updates)
    this.#snapshotter.grew(
      updates.length,
      updates.reduce((sum, update) => sum + update.byteLength, 0),
    )
  }

  /** What waits goes on waiting, and those who want to know are told. */
  #hold(error: unknown): void {
    this.#log.error({ event: 'append-failed', boardId: this.boardId, err: asError(error) }, 'the log refuses an update')
    this.#reporter.refuse()
    this.#retryTimer = setTimeout(() => {
      this.#retryTimer = undefined
      this.#window.plan()
    }, RETRY_MS).unref()
  }

  #publish(updates: readonly Uint8Array[]): void {
    for (const update of updates) {
      const frame = syncFrame(SyncStep.update, update)
      for (const connection of this.#connections) connection.send(frame)
    }
    for (const update of updates) Y.applyUpdate(this.doc, update)
    this.#reporter.request()
  }

  /**
   * Lets the server write: `change` works on a copy, and what it did goes the way of every update. Throws LogRefuses,
   * with nothing changed, when it cannot be stored.
   */
  write<T>(change: (doc: Y.Doc) => T): Promise<T> {
    return this.#queue.run(async () => {
      if (this.#retryTimer !== undefined) throw new LogRefuses('the log takes nothing now')
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
        this.#writerId = newClientId()
        throw new LogRefuses('the log refuses an update', { cause: error })
      }
      this.#publish(updates)
      return result
    })
  }

  async #fold(): Promise<void> {
    try {
      await this.#updateLog.fold(this.boardId, Y.encodeStateAsUpdateV2(this.doc), this.#lastSeq)
      this.#snapshotter.folded()
    } catch (error) {
      this.#log.warn({ event: 'fold-failed', boardId: this.boardId, err: asError(error) }, 'the log stays as it is')
    }
  }

  /** Closes the sockets of sessions that have ended or changed. */
  closeSessions(match: (session: StoredSession) => boolean, code: CloseCode, reason: string): void {
    for (const connection of [...this.#connections]) {
      if (match(connection.session)) this.#dismiss(connection, code, reason)
    }
  }

  #dismiss(connection: Connection, code: CloseCode, reason: string): void {
    connection.close(code, reason)
    this.leave(connection)
  }

  /** Brings all that waits into the log, and the log into a snapshot where that pays. */
  async settle(): Promise<void> {
    await this.#queue.run(() => this.#drain())
    await this.#snapshotter.end()
  }

  /** Says goodbye to all and stores what is left. The room takes nothing in after this. */
  async close(): Promise<void> {
    this.#isClosing = true
    this.closeSessions(() => true, CloseReason.serverRestart, 'server restarts')
    clearTimeout(this.#retryTimer)
    this.#retryTimer = undefined
    await this.settle()
    clearTimeout(this.#retryTimer)
    this.doc.destroy()
  }
}

const newClientId = (): number => new Y.Doc().clientID

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))
