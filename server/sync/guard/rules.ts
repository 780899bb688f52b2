import * as Y from 'yjs'
import { LIMITS } from '../../../shared/limits.ts'
import { type Deed, mayDo, type ParticipantsMay } from '../../../shared/participants-may.ts'
import { isTextKey } from '../../../shared/records/values.ts'
import { can, type Role } from '../../../shared/roles.ts'
import type { PutBackReason } from '../../../shared/sync/messages.ts'

/** Who writes. */
export interface Writer {
  readonly role: Role
  readonly participantId: string
  /** Record id of the party that this person speaks for. */
  readonly party: string | null
}

/** Of a record, what decides who may do what with it. */
export interface Version {
  typeName: unknown
  type: unknown
  by: unknown
  party: unknown
  isLocked: boolean
  /** Whether it has what makes it a record: a type, and a place if it is a shape. */
  isWhole: boolean
}

const LOCKED_BY = 'facilitator'

/** Whether what stands under `m.lock` locks; anybody may have put something else there. */
export const isLock = (value: unknown): boolean => value === LOCKED_BY

/** Records that say something about the whole table. */
const OF_THE_BOARD = new Set<unknown>(['document', 'page'])

export function versionOf(read: (key: string) => unknown): Version {
  const t = read('t')
  const [typeName, type] = Array.isArray(t) ? (t as unknown[]) : []
  const isWhole = typeof typeName === 'string' && (typeName !== 'shape' || Array.isArray(read('at')))
  const isLocked = isLock(read('m.lock'))
  return { typeName, type, by: read('m.by'), party: read('m.party'), isLocked, isWhole }
}

export interface Case {
  writer: Writer
  setting: ParticipantsMay
  before: Version | undefined
  after: Version | undefined
  /** Participant whose thing it is: the author's, and of what ties an arrow, that of the arrow. */
  owner: unknown
}

/** Why this writer may not do this, or undefined. Whether the outcome is a good record is not asked here. */
export function rightsFault({ writer, setting, before, after, owner }: Case): PutBackReason | undefined {
  const { role, participantId } = writer
  const isInCharge = can(role, 'board.settings')
  const { typeName } = before ?? after ?? {}
  if (OF_THE_BOARD.has(typeName) && !(isInCharge && before && after)) return 'board'
  if (before && after && !isSameThing(before, after)) return 'invalid'
  if (!isInCharge && (before?.isLocked || after?.isLocked)) return 'locked'
  if (mayDo(role, setting, deedOf(before, after), owner === participantId)) return undefined
  return setting === 'nothing' ? 'tableLocked' : 'notYours'
}

/** What is no whole record yet may still become one, once, and does not cease to be one. */
const isSameThing = (before: Version, after: Version): boolean =>
  !before.isWhole || (after.isWhole && before.typeName === after.typeName && before.type === after.type)

function deedOf(before: Version | undefined, after: Version | undefined): Deed {
  if (before === undefined) return 'add'
  return after === undefined ? 'delete' : 'change'
}

export type Signature = Pick<Version, 'by' | 'party'>

/** What a deleted record was signed with, and who took it away. */
export interface Gone extends Signature {
  deletedBy: string
}

export const isSameSignature = (a: Signature, b: Signature): boolean => a.by === b.by && a.party === b.party

/** Whether a new record may be signed like this: not at all, or with the writer's own name and party. */
export const maySign = ({ by, party }: Signature, { participantId, party: own }: Writer): boolean =>
  (by === undefined || by === participantId) && (party === undefined || party === own)

/** Entries of one record, bytes of a packed stroke, and characters of the whole as JSON. */
const MAX = { entries: 150, packed: 200_000, chars: 512_000 }

/** Why the entries of a record could not be kept, whatever its type, or undefined. */
export function entriesFault(map: Y.Map<unknown>): PutBackReason | undefined {
  let entries = 0
  for (const [key, value] of map) {
    entries += 1
    if (entries > MAX.entries) return 'tooLarge'
    if (value instanceof Uint8Array && value.byteLength > MAX.packed) return 'tooLarge'
    // Text merges per character, so it must be a fragment, and nothing else may be a document in the document.
    const isFragment = value instanceof Y.XmlFragment && value.constructor === Y.XmlFragment
    if (isTextKey(key) !== isFragment || (value instanceof Y.AbstractType && !isFragment)) return 'invalid'
  }
  return undefined
}

export const isTooLong = (record: object): boolean => JSON.stringify(record).length > MAX.chars

/** Whether the table has more on it than can be shown. */
export const isTooMany = (records: number): boolean => records > LIMITS.records
