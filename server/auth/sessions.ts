import { createHash, randomBytes } from 'node:crypto'
import { type BoardId, type Millis, millis, type ParticipantId } from '../../shared/ids.ts'
import type { Role } from '../../shared/roles.ts'
import { newParticipantId } from '../new-id.ts'
import type { Clock } from '../ports.ts'
import { isSampleId } from '../sample/sample-id.ts'
import type { BoardTable, PeopleTable, StoredSession } from '../storage/storage.ts'

const TOKEN_BYTES = 32
/** A seat is kept this long: a workshop has its follow-up within the month. */
const SESSION_MS = 30 * 24 * 60 * 60 * 1_000

/** Tokens are random over 256 bits, so a plain hash cannot be turned round. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Who a seat is for. `cameBy` is the role of the link or code; `role` may be less. */
export interface NewSeat {
  participantId: ParticipantId
  boardId: BoardId
  name: string | null
  party: string | null
  role: Role
  cameBy: Role
}

/** Seats at tables: given out as a token of which only a hash is kept. */
export class Sessions {
  #people: PeopleTable
  #boards: Pick<BoardTable, 'find'>
  #clock: Clock

  constructor({ people, boards }: { people: PeopleTable; boards: Pick<BoardTable, 'find'> }, clock: Clock) {
    this.#people = people
    this.#boards = boards
    this.#clock = clock
  }

  async sit(seat: NewSeat): Promise<{ token: string; expires: Millis }> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url')
    const created = this.#clock()
    const expires = millis(created + SESSION_MS)
    await this.#people.sit({ ...seat, tokenHash: hashOf(token), created, expires })
    return { token, expires }
  }

  /** At the sample table all may watch. Nothing is kept of who does, and each time it is somebody new. */
  async #watcher(boardId: BoardId): Promise<StoredSession | undefined> {
    if ((await this.#boards.find(boardId)) === undefined) return undefined
    const seat = { participantId: newParticipantId(), boardId, name: null, party: null }
    const created = this.#clock()
    const expires = millis(created + SESSION_MS)
    return { ...seat, role: 'viewer', cameBy: 'viewer', tokenHash: seat.participantId, created, expires }
  }

  /** The seat that a token stands for at this table; undefined for another table's, an ended and an expired one. */
  async find(boardId: BoardId, token: string | undefined): Promise<StoredSession | undefined> {
    if (isSampleId(boardId)) return this.#watcher(boardId)
    const session = await this.findAnywhere(token)
    return session?.boardId === boardId ? session : undefined
  }

  /** The seat that a token stands for, at whatever table. */
  async findAnywhere(token: string | undefined): Promise<StoredSession | undefined> {
    return token === undefined ? undefined : this.#people.findSession(hashOf(token), this.#clock())
  }
}
