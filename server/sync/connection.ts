import type { WebSocket } from 'ws'
import { type CloseCode, CloseReason } from '../../shared/close-reasons.ts'
import type { ParticipantId } from '../../shared/ids.ts'
import type { Role } from '../../shared/roles.ts'
import type { StoredSession } from '../storage/storage.ts'
import { FrameBudget } from './frame-budget.ts'

/** Above this many bytes unsent, a connection gets no awareness; above the second, it must come back and resync. */
const SKIP_AWARENESS_BYTES = 256 * 1024
const TOO_SLOW_BYTES = 8 * 1024 * 1024

/** One person's socket in a room. Knows nothing of documents. */
export class Connection {
  readonly session: StoredSession
  readonly wantsAcks: boolean
  /** Writing frames (step 2, update) of this connection that are in the log, or that the room has dropped for good. */
  framesLogged = 0
  /** Whether this connection has asked for the document, so that saved frames mean something to it. */
  hasSynced = false
  /** Whether it has sent all that it had when it came. */
  hasBroughtAll = false
  #socket: WebSocket
  #budget = new FrameBudget(performance.now())
  /** Of what is unsent, the first sync: a large board on a thin line is not slowness. */
  #bulkBytes = 0

  constructor(socket: WebSocket, session: StoredSession, wantsAcks: boolean) {
    this.#socket = socket
    this.session = session
    this.wantsAcks = wantsAcks
  }

  get participantId(): ParticipantId {
    return this.session.participantId
  }

  get role(): Role {
    return this.session.role
  }

  /** Whether a frame of this size is within what one connection may send. */
  mayReceive(bytes: number): boolean {
    return this.#budget.spend(bytes, performance.now())
  }

  send(frame: Uint8Array): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    this.#socket.send(frame)
    if (this.#socket.bufferedAmount - this.#bulkBytes > TOO_SLOW_BYTES) this.close(CloseReason.tooSlow, 'too slow')
  }

  /** Whether an answer to step 1 is still on its way. */
  get isReceivingBulk(): boolean {
    return this.#bulkBytes > 0
  }

  /** For the answer to step 1, which may be larger than what a slow receiver may let wait. */
  sendBulk(frame: Uint8Array): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    this.#bulkBytes += frame.byteLength
    this.#socket.send(frame, () => {
      this.#bulkBytes -= frame.byteLength
    })
  }

  sendAwareness(frame: Uint8Array): void {
    if (this.#socket.bufferedAmount < SKIP_AWARENESS_BYTES) this.send(frame)
  }

  close(code: CloseCode, reason: string): void {
    this.#socket.close(code, reason)
  }
}
