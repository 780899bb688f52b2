import type * as Y from 'yjs'
import type { TemplateOf } from '../../shared/arrange/arrange.ts'
import { type CloseCode, CloseReason } from '../../shared/close-reasons.ts'
import type { BoardId, ParticipantId } from '../../shared/ids.ts'
import { LIMITS } from '../../shared/limits.ts'
import type { ParticipantsMay } from '../../shared/participants-may.ts'
import { encodePutBack, encodeSettings, type PutBack } from '../../shared/sync/messages.ts'
import type { Log } from '../ports.ts'
import type { StoredDocument, StoredSession, StoredSnapshot, UpdateLog } from '../storage/storage.ts'
import { AwarenessBook } from './awareness.ts'
import { Broadcast } from './broadcast.ts'
import { checkUpdate } from './check-update.ts'
import { ClientIds } from './client-ids.ts'
import type { Connection } from './connection.ts'
import { FlushWindow } from './flush-window.ts'
import { LacksGround } from './footing.ts'
import { type AwarenessEntry, awarenessFrame, BrokenFrame, OversizedFrame, readFrame } from './frames.ts'
import { HandOut } from './hand-out.ts'
import { Journal } from './journal.ts'
import { BoardFull } from './live-document.ts'
import { SaveReporter } from './save-reporter.ts'

/** A person may have several tabs, and an old line may linger. */
const CONNECTIONS = 2 * LIMITS.peoplePerBoard

export interface RoomOptions {
  boardId: BoardId
  stored: StoredDocument
  participantsMay: ParticipantsMay
  updateLog: UpdateLog
  templateOf: TemplateOf
  log: Log
}

/** Those who have one board open: takes in what each sends, and tells the others once it is in the journal. */
export class Room {
  #options: RoomOptions
  #journal: Journal<Connection>
  #connections = new Set<Connection>()
  #ids = new ClientIds()
  #awareness = new AwarenessBook(this.#ids)
  #broadcast = new Broadcast(this.#connections)
  #window = new FlushWindow(() => this.#flush())
  #reporter: SaveReporter
  #participantsMay: ParticipantsMay
  #isClosing = false
  #handOut: HandOut

  constructor(options: RoomOptions) {
    const { boardId, stored, participantsMay, updateLog, templateOf, log } = options
    this.#options = options
    this.#participantsMay = participantsMay
    this.#journal = new Journal({
      boardId,
      stored,
      updateLog,
      templateOf,
      log,
      participantsMay: () => this.#participantsMay,
      onTaken: (updates) => this.#sendOn(updates),
      onPutBack: (connection, putBack) => this.#tellPutBack(connection, putBack),
      onBroken: (connection) => this.#dismiss(connection, CloseReason.brokenFrame, 'an update that cannot be applied'),
      onRefused: () => this.#reporter.refuse(),
      onRetry: () => this.#window.plan(),
      onLost: () => this.#lose(),
    })
    this.#handOut = new HandOut({
      journal: this.#journal,
      connections: this.#connections,
      dismiss: (connection, code, reason) => this.#dismiss(connection, code, reason),
      onHandedOut: () => this.#reporter.request(),
      onUnreadable: (error) => {
        this.#report('read-failed', error, 'a board cannot be read')
        this.#lose()
      },
    })
    this.#reporter = new SaveReporter({
      durable: () => updateLog.durable(),
      stateVector: () => this.#journal.stateVector(),
      connections: () => this.#connections,
      onFault: (error) => this.#report('sync-failed', error, 'the disk refuses a sync'),
    })
  }

  get isQuiet(): boolean {
    return this.#connections.size === 0 && this.#journal.isQuiet
  }

  /** Whether it takes nothing in any more: it is being closed, or what is stored can be read no longer. */
  get isClosing(): boolean {
    return this.#isClosing
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
    if (connection.wantsAcks) connection.send(encodeSettings(this.#participantsMay))
    const others = this.#awareness.all()
    if (others.length > 0) connection.send(awarenessFrame(others))
    this.#handOut.welcome(connection)
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
      else this.#fail(connection, error)
    }
  }

  /** Something that should not be. It ends this one connection, which comes again; the others and the process live on. */
  #fail(connection: Connection, error: unknown): void {
    this.#report('frame-failed', error, 'a frame cannot be taken in')
    this.#dismiss(connection, CloseReason.tooSlow, 'something went wrong')
  }

  #report(event: string, error: unknown, message: string): void {
    const err = error instanceof Error ? error : new Error(String(error))
    this.#options.log.error({ event, boardId: this.#options.boardId, err }, message)
  }

  #take(connection: Connection, bytes: Uint8Array): void {
    const frame = readFrame(bytes)
    switch (frame.kind) {
      case 'step1':
        this.#handOut.answer(connection, frame.stateVector).catch((error: unknown) => this.#fail(connection, error))
        break
      case 'write':
        this.#takeUpdate(connection, frame)
        break
      case 'awareness':
        if (connection.isSeen) this.#spread(this.#awareness.hear(connection, frame.entries))
        break
      case 'queryAwareness':
        if (!connection.isBehind) connection.send(awarenessFrame(this.#awareness.all()))
        break
      default:
        frame satisfies never
    }
  }

  #takeUpdate(connection: Connection, { update, isWhole }: { update: Uint8Array; isWhole: boolean }): void {
    if (!connection.mayWrite) {
      // Dropped unread. It counts as done, so that a viewer's page does not wait for it for ever.
      connection.framesLogged += 1
      this.#reporter.request()
      return
    }
    const decoded = checkUpdate(update)
    const { participantId } = connection
    const news = [...this.#journal.newsOf(decoded)]
    // Where two write with one id, Yjs takes what comes second for something it has, and it would be lost.
    if (!news.every((clientID) => this.#ids.mayUse(clientID, participantId))) {
      this.#dismiss(connection, CloseReason.tooSlow, 'writes with the client id of another')
      return
    }
    try {
      if (!this.#journal.add(update, decoded, connection)) {
        this.#dismiss(connection, CloseReason.tooSlow, 'the server cannot store anything now')
        return
      }
      // Step 2 may hold what others wrote, where we have lost that.
      if (!isWhole) for (const clientID of news) this.#ids.claim(clientID, participantId)
      if (!this.#journal.isRefused) this.#window.plan()
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
    this.#broadcast.hear(news)
    this.#window.plan(this.#broadcast.dueWithinMs)
  }

  async #flush(): Promise<void> {
    const started = performance.now()
    await this.#journal.drain()
    this.#broadcast.send([])
    this.#window.spent(performance.now() - started, this.#connections.size)
    const left = this.#broadcast.dueWithinMs
    if (left !== undefined) this.#window.plan(left)
  }

  #sendOn(updates: readonly Uint8Array[]): void {
    this.#reporter.resume()
    this.#broadcast.send(updates)
    this.#reporter.request()
  }

  #tellPutBack(connection: Connection, putBack: readonly PutBack[]): void {
    if (connection.wantsAcks) for (const part of putBack) connection.send(encodePutBack(part))
    if (!connection.mayErr()) this.#dismiss(connection, CloseReason.tooMany, 'too many edits that had to be put back')
  }

  /** Says from now on what participants may do. */
  changeSettings(participantsMay: ParticipantsMay): void {
    this.#participantsMay = participantsMay
    const frame = encodeSettings(participantsMay)
    for (const connection of this.#connections) if (connection.wantsAcks) connection.send(frame)
  }

  /** Lets the server write, see `Journal.write`. */
  write<T>(change: (doc: Y.Doc) => T): Promise<T> {
    return this.#journal.write(change)
  }

  /** See `Journal.read`. */
  read<T>(task: (doc: Y.Doc) => T): Promise<T> {
    return this.#journal.read(task)
  }

  /** See `Journal.snapshot`. */
  snapshot(): Promise<StoredSnapshot> {
    return this.#journal.snapshot()
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

  #lose(): void {
    this.#isClosing = true
    this.closeSessions(() => true, CloseReason.tooSlow, 'the board cannot be read now')
    this.#journal.abandon()
  }

  /** See `Journal.settle`. */
  settle(): Promise<void> {
    return this.#journal.settle()
  }

  /** Says goodbye to all and stores what is left. The room takes nothing in after this. */
  async close(): Promise<void> {
    this.#isClosing = true
    this.#handOut.close()
    this.closeSessions(() => true, CloseReason.serverRestart, 'server restarts')
    await this.#journal.close()
  }
}
