import type { WebSocket } from 'ws'
import { type CloseCode, CloseReason } from '../../shared/close-reasons.ts'
import type { ParticipantId } from '../../shared/ids.ts'
import { can, type Role } from '../../shared/roles.ts'
import { isSampleId } from '../sample/sample-id.ts'
import type { Seq, StoredSession } from '../storage/storage.ts'
import { FrameBudget } from './frame-budget.ts'
import { type SharedFrame, writeShared } from './shared-frame.ts'

/** Above this many bytes unsent, a connection gets no awareness; above the second, it must come back and resync. */
const SKIP_AWARENESS_BYTES = 256 * 1024
const TOO_SLOW_BYTES = 8 * 1024 * 1024
/** Edits put back: an honest client meets the guard only where a rule has just changed. */
const PUT_BACKS = 20
const PUT_BACK_WINDOW_MS = 60_000

export interface ConnectionOptions {
  /** Whether it asks to be told what is on disk, and the like. */
  wantsAcks: boolean
  /** The snapshot that it has just read over HTTP. */
  snapshot: Seq | undefined
}

/** One person's socket in a room. Knows nothing of documents. */
export class Connection {
  readonly session: StoredSession
  readonly wantsAcks: boolean
  readonly snapshot: Seq | undefined
  /** Writing frames (step 2, update) of this connection that are in the log, or that the room has dropped for good. */
  framesLogged = 0
  /** Whether this connection has asked for the document, so that saved frames mean something to it. */
  hasSynced = false
  /** Whether it has sent all that it had when it came. */
  hasBroughtAll = false
  /** Whether it has been asked for what we lack. */
  isAsked = false
  /** Whether the answer to its step 1 is being made. */
  isAsking = false
  #socket: WebSocket
  #budget = new FrameBudget(performance.now())
  /** Of what is unsent, the first sync: a large board on a thin line is not slowness. */
  #bulkBytes = 0
  #putBacks: number[] = []

  constructor(socket: WebSocket, session: StoredSession, { wantsAcks, snapshot }: ConnectionOptions) {
    this.#socket = socket
    this.session = session
    this.wantsAcks = wantsAcks
    this.snapshot = snapshot
  }

  get participantId(): ParticipantId {
    return this.session.participantId
  }

  get role(): Role {
    return this.session.role
  }

  get mayWrite(): boolean {
    return can(this.role, 'board.write')
  }

  /** Whether the others at the table hear of it. Who looks at the sample sits there alone. */
  get isSeen(): boolean {
    return !isSampleId(this.session.boardId)
  }

  get party(): string | null {
    return this.session.party
  }

  /** Whether a frame of this size is within what one connection may send. */
  mayReceive(bytes: number): boolean {
    return this.#budget.spend(bytes, performance.now())
  }

  /** Notes that something of it was put back; false when that has happened too often. */
  mayErr(): boolean {
    const now = performance.now()
    this.#putBacks = [...this.#putBacks.filter((at) => at > now - PUT_BACK_WINDOW_MS), now]
    return this.#putBacks.length <= PUT_BACKS
  }

  send(frame: Uint8Array): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    this.#socket.send(frame)
    this.#refuseSlowness()
  }

  /** Sends what everybody gets. */
  sendShared(frame: SharedFrame): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    writeShared(this.#socket, frame)
    this.#refuseSlowness()
  }

  #refuseSlowness(): void {
    if (this.#socket.bufferedAmount - this.#bulkBytes > TOO_SLOW_BYTES) this.close(CloseReason.tooSlow, 'too slow')
  }

  /** Whether an answer to step 1 is being made or on its way. */
  get isReceivingBulk(): boolean {
    return this.isAsking || this.#bulkBytes > 0
  }

  /** For the answer to step 1, which may be larger than what a slow receiver may let wait. */
  sendBulk(frame: Uint8Array): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    this.#bulkBytes += frame.byteLength
    this.#socket.send(frame, () => {
      this.#bulkBytes -= frame.byteLength
    })
  }

  /** Whether so much is unsent that cursors, worthless a second later, should not be added. */
  get isBehind(): boolean {
    return this.#socket.bufferedAmount >= SKIP_AWARENESS_BYTES
  }

  close(code: CloseCode, reason: string): void {
    this.#socket.close(code, reason)
  }
}
