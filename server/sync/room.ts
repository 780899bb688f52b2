import * as Y from 'yjs'
import { type CloseCode, CloseReason } from '../../shared/close-reasons.ts'
import type { BoardId, ParticipantId } from '../../shared/ids.ts'
import { LIMITS } from '../../shared/limits.ts'
import { can } from '../../shared/roles.ts'
import { SyncStep } from '../../shared/sync/messages.ts'
import type { Log } from '../ports.ts'
import type { StoredDocument, StoredSession, UpdateLog } from '../storage/storage.ts'
import { AwarenessBook } from './awareness.ts'
import { checkUpdate } from './check-update.ts'
import type { Connection } from './connection.ts'
import { FlushWindow } from './flush-window.ts'
import { LacksGround } from './footing.ts'
import { type AwarenessEntry, awarenessFrame, BrokenFrame, OversizedFrame, readFrame, syncFrame } from './frames.ts'
import { BoardFull, Journal } from './journal.ts'
import { SaveReporter } from './save-reporter.ts'

/** A person may have several tabs, and an old line may linger. */
const CONNECTIONS = 2 * LIMITS.peoplePerBoard

export interface RoomOptions {
  boardId: BoardId
  stored: StoredDocument
  updateLog: UpdateLog
  log: Log
}

/** Those who have one board open: takes in what each sends, and tells the others once it is in the journal. */
export class Room {
  #journal: Journal
  #connections = new Set<Connection>()
  #awareness = new AwarenessBook()
  #awarenessNews = new Map<number, AwarenessEntry>()
  #window = new FlushWindow(() => this.#flush())
  #reporter: SaveReporter
  #isClosing = false

  constructor({ boardId, stored, updateLog, log }: RoomOptions) {
    this.#journal = new Journal({
      boardId,
      stored,
      updateLog,
      log,
      onTaken: (updates) => this.#sendOn(updates),
      onRefused: () => this.#reporter.refuse(),
      onRetry: () => this.#window.plan(),
    })
    this.#reporter = new SaveReporter({
      durable: () => updateLog.durable(),
      stateVector: () => Y.encodeStateVector(this.doc),
      connections: () => this.#connections,
      onFault: (error) => {
        const err = error instanceof Error ? error : new Error(String(error))
        log.error({ event: 'sync-failed', boardId, err }, 'the disk refuses a sync')
      },
    })
  }

  /** To be read only; the way to change it is `write`. */
  get doc(): Y.Doc {
    return this.#journal.doc
  }

  get isQuiet(): boolean {
    return this.#connections.size === 0 && this.#journal.isQuiet
  }

  /** Who has the board open now. */
  get present(): Set<ParticipantId> {
    return new Set([...this.#connections].map(({ participantId }) => participantId))
  }

  join(connection: Connection): void {
    if (this.#connections.size >= CONNECTIONS) {
      connection.close(CloseReason.tooMany, 'too many people')
      return
    }
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
    if (!connection.mayReceive(bytes.byteLength)) {
      this.#dismiss(connection, CloseReason.tooMany, 'too many frames')
      return
    }
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
        this.#answer(connection, frame.stateVector)
        break
      case 'write':
        this.#takeUpdate(connection, frame)
        break
      case 'awareness':
        this.#spread(this.#awareness.hear(connection, frame.entries))
        break
      case 'queryAwareness':
        connection.sendAwareness(awarenessFrame(this.#awareness.all()))
        break
      default:
        frame satisfies never
    }
  }

  /** Whoever asks again before it has what it asked for, or without end, would fill the memory with whole boards. */
  #answer(connection: Connection, stateVector: Uint8Array): void {
    const answer = connection.isReceivingBulk ? undefined : Y.encodeStateAsUpdate(this.doc, stateVector)
    if (answer === undefined || !connection.mayReceive(answer.byteLength)) {
      this.#dismiss(connection, CloseReason.tooMany, 'asks for the board too often')
      return
    }
    connection.sendBulk(syncFrame(SyncStep.step2, answer))
    connection.hasSynced = true
    this.#reporter.request()
  }

  #takeUpdate(connection: Connection, { update, isWhole }: { update: Uint8Array; isWhole: boolean }): void {
    if (!can(connection.role, 'board.write')) {
      // Dropped unread. It counts as done, so that a viewer's page does not wait for it for ever.
      connection.framesLogged += 1
      this.#reporter.request()
      return
    }
    const decoded = checkUpdate(update)
    try {
      if (!this.#journal.add(update, decoded, connection)) {
        this.#dismiss(connection, CloseReason.tooSlow, 'the server cannot store anything now')
      } else if (!this.#journal.isRefused) this.#window.plan()
    } catch (error) {
      if (error instanceof BoardFull) this.#dismiss(connection, CloseReason.tooLarge, 'the table is full')
      else if (error instanceof LacksGround) this.#lacksGround(connection, isWhole)
      else throw error
    }
    if (isWhole) connection.hasBroughtAll = true
  }

  /**
   * Whoever writes while coming in may send an update before what it builds on. Their step 2 will bring both, so this
   * one is dropped; after step 2 something is lacking, and they must come in again.
   */
  #lacksGround(connection: Connection, isWhole: boolean): void {
    if (isWhole) throw new BrokenFrame('an update with gaps')
    if (connection.hasBroughtAll) this.#dismiss(connection, CloseReason.tooSlow, 'something is lacking')
    else connection.framesLogged += 1
  }

  #spread(news: readonly AwarenessEntry[]): void {
    if (news.length === 0) return
    for (const entry of news) this.#awarenessNews.set(entry.clientID, entry)
    this.#window.plan()
  }

  async #flush(): Promise<void> {
    const started = performance.now()
    this.#sendAwareness()
    await this.#journal.drain()
    this.#window.spent(performance.now() - started)
  }

  #sendAwareness(): void {
    if (this.#awarenessNews.size === 0) return
    const frame = awarenessFrame([...this.#awarenessNews.values()])
    this.#awarenessNews.clear()
    for (const connection of this.#connections) connection.sendAwareness(frame)
  }

  #sendOn(updates: readonly Uint8Array[]): void {
    this.#reporter.resume()
    for (const update of updates) {
      const frame = syncFrame(SyncStep.update, update)
      for (const connection of this.#connections) connection.send(frame)
    }
    this.#reporter.request()
  }

  /** Lets the server write, see `Journal.write`. */
  write<T>(change: (doc: Y.Doc) => T): Promise<T> {
    return this.#journal.write(change)
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

  /** See `Journal.settle`. */
  settle(): Promise<void> {
    return this.#journal.settle()
  }

  /** Says goodbye to all and stores what is left. The room takes nothing in after this. */
  async close(): Promise<void> {
    this.#isClosing = true
    this.closeSessions(() => true, CloseReason.serverRestart, 'server restarts')
    await this.#journal.close()
  }
}
