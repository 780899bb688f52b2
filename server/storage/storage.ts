import type { Locale } from '../../shared/api/boards.ts'
import type { BoardId, Millis, ParticipantId } from '../../shared/ids.ts'
import type { ParticipantsMay } from '../../shared/participants-may.ts'
import type { Role } from '../../shared/roles.ts'
import type { DamageTable } from './damage.ts'

/** A table as the server keeps it beside its document. `generations` counts how often each role's link was renewed. */
export interface StoredBoard {
  id: BoardId
  title: string
  locale: Locale
  code: string
  doorOpen: boolean
  participantsMay: ParticipantsMay
  created: Millis
  epoch: number
  generations: Readonly<Record<Role, number>>
}

export interface StoredPerson {
  participantId: ParticipantId
  boardId: BoardId
  name: string | null
  /** Record id of the party. */
  party: string | null
  role: Role
}

/** One person's stay on one device. `cameBy` is the role whose link or code let it in; `role` may be less. */
export interface StoredSession extends StoredPerson {
  /** SHA-256 of the token; the token itself is nowhere kept. */
  tokenHash: string
  cameBy: Role
  created: Millis
  expires: Millis
}

/** Orders the rows of all logs; later rows have greater numbers. */
export type Seq = number

export interface StoredDocument {
  /** An update of format 2, packed (`packing.ts`); all that the log held up to and with `through`. */
  snapshot: Uint8Array | undefined
  through: Seq
  /** In update format 1, oldest first. */
  updates: { seq: Seq; update: Uint8Array }[]
  /** Whether all of it is known to be as it was written. Rows of before there were checksums can only be tried. */
  isChecked: boolean
}

/** A snapshot as it lies in storage, packed, and the last row that it holds. */
export interface StoredSnapshot {
  packed: Uint8Array
  through: Seq
}

/** Not all that is stored of a board can be read. `DamageTable` knows what can. */
export class DamagedBoard extends Error {}

/** Two tables cannot have one code. */
export class CodeTaken extends Error {}

/**
 * BRD1 a table exists with its first update or not at all. BRD2 no two tables have one code: the second is refused with
 * CodeTaken. BRD3 a change names what it changes and leaves the rest.
 */
export interface BoardTable {
  create(board: StoredBoard, firstUpdate: Uint8Array): Promise<void>
  find(id: BoardId): Promise<StoredBoard | undefined>
  findByCode(code: string): Promise<StoredBoard | undefined>
  change(
    id: BoardId,
    changes: Partial<Pick<StoredBoard, 'title' | 'code' | 'doorOpen' | 'participantsMay' | 'generations'>>,
  ): Promise<void>
}

/**
 * SES1 a session is found by its token's hash until it expires or is ended, and never after. SES2 ending a session keeps
 * the person, whose name stands under their notes. SES3 ending by link reaches all who came by it, except the asker.
 */
export interface PeopleTable {
  sit(session: StoredSession): Promise<void>
  findSession(tokenHash: string, now: Millis): Promise<StoredSession | undefined>
  endSession(tokenHash: string): Promise<void>
  endSessionsOf(boardId: BoardId, participantId: ParticipantId): Promise<void>
  endSessionsBy(boardId: BoardId, cameBy: Role, exceptTokenHash: string): Promise<void>
  list(boardId: BoardId): Promise<StoredPerson[]>
  /** Who has sat down since then and has not left. */
  seatedSince(boardId: BoardId, since: Millis, now: Millis): Promise<ParticipantId[]>
}

/** A plate that people made. `json` is its template; one that is `hidden` is on no list but may lie on tables. */
export interface StoredPlate {
  id: string
  json: string
  hidden: boolean
  created: Millis
}

/** Two plates cannot have one id. */
export class PlateTaken extends Error {}
/** There are as many plates as may be kept. */
export class PlatesFull extends Error {}

/**
 * PLT1 no two plates have one id, hidden ones included: the second is refused with PlateTaken. PLT2 the caps hold for all
 * writers together: what would go over one is refused with PlatesFull. PLT3 hiding and showing leave the plate as it is.
 */
export interface PlateTable {
  add(plate: StoredPlate, caps: { shown: number; kept: number }): Promise<void>
  find(id: string): Promise<StoredPlate | undefined>
  /** Hidden ones too, the oldest first. */
  list(): Promise<StoredPlate[]>
  setHidden(id: string, hidden: boolean): Promise<void>
}

/**
 * LOG1 append settles after the rows survive a kill of the process, all of them or none. LOG2 reading gives what was
 * appended, in that order, and throws DamagedBoard where that is not what was written. LOG3 a failed read throws; it is
 * never an empty board, and neither is a board without a row.
 * LOG4 durable settles after all that was appended before the call survives a loss of power. LOG5 folding puts the
 * snapshot in place of the rows up to `through` in one step, and leaves later rows. LOG6 probe throws when nothing can be
 * written. LOG7 what a snapshot took the place of is kept until the next, so that a board outlives the loss of its snapshot.
 */
export interface UpdateLog {
  append(board: BoardId, updates: readonly Uint8Array[]): Promise<Seq>
  read(board: BoardId): Promise<StoredDocument>
  readSnapshot(board: BoardId): Promise<StoredSnapshot | undefined>
  durable(): Promise<void>
  probe(): Promise<void>
  fold(board: BoardId, snapshot: Uint8Array, through: Seq): Promise<void>
}

export interface Storage {
  readonly boards: BoardTable
  readonly people: PeopleTable
  readonly plates: PlateTable
  readonly log: UpdateLog
  readonly damage: DamageTable
  /** Throws when nothing can be written. */
  check(): Promise<void>
  close(): Promise<void>
}
