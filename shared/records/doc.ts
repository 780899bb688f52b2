import * as Y from 'yjs'
import type { BoardId, Millis } from '../ids.ts'
import { LIMITS } from '../limits.ts'
import { defaultsOf } from './defaults.ts'
import { faultOf } from './faults.ts'
import { type Entries, fromEntries, type LooseRecord, toEntries } from './layout.ts'
import { LAYOUT, META, RECORDS, TLDRAW_VERSION } from './layout-version.ts'
import { isDangling, relationFault, restsOn } from './relations.ts'
import { same } from './same.ts'
import { type BoardRecord, boardSchema, isDocumentRecordType, serializedSchema } from './schema.ts'
import { fromStored, isTextKey, toStored } from './values.ts'

export type RecordMap = Y.Map<unknown>
export type RecordsMap = Y.Map<RecordMap>

/** Record id → that record's entries. */
export const recordsMap = (doc: Y.Doc): RecordsMap => doc.getMap<RecordMap>(RECORDS)

/** Plain values about the document itself; the server alone writes them. */
export const metaMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(META)

/** FNV-1a in hex. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}

/** By this, client and server see whether they read a document alike. */
export const SCHEMA_HASH = hashOf(JSON.stringify(serializedSchema))

/** A new record's map. Entries that equal their frozen default stay out; text always gets its fragment. */
export function makeRecordMap(record: LooseRecord): RecordMap {
  const map: RecordMap = new Y.Map()
  const defaults = defaultsOf(record.typeName, typeof record.type === 'string' ? record.type : undefined)
  for (const [key, value] of toEntries(record)) {
    if (value === undefined && !(key in defaults)) continue
    if (!isTextKey(key) && key in defaults && same(defaults[key], value)) continue
    map.set(key, toStored(key, value))
  }
  return map
}

/** Puts whole records into the document in one transaction: new ones, or in place of what has their id. */
export function writeRecords(doc: Y.Doc, records: readonly BoardRecord[], origin?: unknown): void {
  const map = recordsMap(doc)
  doc.transact(() => {
    for (const record of records) map.set(record.id, makeRecordMap(record as unknown as LooseRecord))
  }, origin)
}

/**
 * Writes what differs between two versions of a record, entry by entry, so that what somebody writes meanwhile in other
 * entries survives. One that is not there is written whole.
 */
export function updateRecord(
  records: RecordsMap,
  before: LooseRecord | BoardRecord | undefined,
  after: LooseRecord | BoardRecord,
): void {
  const map = records.get(after.id)
  if (map === undefined) {
    records.set(after.id, makeRecordMap(after as unknown as LooseRecord))
    return
  }
  const from = before ? toEntries(before as unknown as LooseRecord) : new Map<string, unknown>()
  const to = toEntries(after as unknown as LooseRecord)
  for (const [key, value] of to) if (!same(from.get(key), value)) map.set(key, toStored(key, value))
  for (const key of from.keys()) if (!to.has(key) && map.has(key)) map.delete(key)
}

/** A document as the server first lays it: what it is, one page, and the name of the table. */
export function initDoc(doc: Y.Doc, board: { boardId: BoardId; created: Millis; title: string }): void {
  doc.transact(() => {
    const meta = metaMap(doc)
    meta.set('layout', LAYOUT)
    meta.set('tldraw', TLDRAW_VERSION)
    meta.set('schema', JSON.stringify(serializedSchema))
    meta.set('board', board.boardId)
    meta.set('epoch', 1)
    meta.set('created', board.created)
    writeRecords(doc, [
      { id: 'document:document', typeName: 'document', gridSize: 10, name: board.title, meta: {} },
      { id: 'page:page', typeName: 'page', name: 'Tafel', index: 'a1', meta: {} },
    ] as BoardRecord[])
  })
}

/** The entries of one record as JSON. Throws on an entry that cannot be read. */
export function entriesOf(map: RecordMap): Entries {
  const entries: Entries = new Map()
  for (const [key, stored] of map) entries.set(key, fromStored(key, stored))
  return entries
}

export interface SetAside {
  id: string
  reason: string
}

/** What one place in the document holds: a good record, one that is not there yet, or one that nobody can show. */
export type ReadRecord = { record: BoardRecord } | UnreadRecord

interface UnreadRecord {
  record: undefined
  reason?: string
  /** It fails beside these others only, and can pass when one of them changes. */
  restsOn?: readonly string[]
  /** One of these others is not there: nothing may be shown of it until it is. */
  isGone?: boolean
}

/**
 * Reads and parses one record; all that comes out of a document passes here before anything else sees it. `before` is the
 * version known so far: tldraw's validators skip what stayed the same. Entries in `kept` stand in for the document's.
 */
export function readRecord(
  id: string,
  map: unknown,
  before?: BoardRecord,
  kept: ReadonlyMap<string, unknown> = NOTHING,
): ReadRecord {
  try {
    if (!(map instanceof Y.Map)) return { record: undefined, reason: 'not a record' }
    const entries = entriesOf(map)
    for (const [key, value] of kept) entries.set(key, value)
    const loose = fromEntries(id, entries)
    if (loose === undefined) return { record: undefined }
    const read = parseRecord(loose, before)
    return read.record === undefined ? read : besideOthers(read.record, map.parent)
  } catch (error) {
    return { record: undefined, reason: error instanceof Error ? error.message : 'unreadable' }
  }
}

const NOTHING: ReadonlyMap<string, unknown> = new Map()

function besideOthers(record: BoardRecord, records: unknown): ReadRecord {
  if (!(records instanceof Y.Map)) return { record }
  if (isDangling(record, records)) return { record: undefined, restsOn: restsOn(record, records), isGone: true }
  const reason = relationFault(record, records)
  return reason === undefined ? { record } : { record: undefined, reason, restsOn: restsOn(record, records) }
}

/** Parses a loose record against the schema, and against what every screen can show. */
export function parseRecord(loose: LooseRecord, before?: BoardRecord): ReadRecord {
  try {
    if (!isDocumentRecordType(loose.typeName)) return { record: undefined, reason: 'not a type of the document' }
    if (!loose.id.startsWith(`${loose.typeName}:`)) return { record: undefined, reason: 'id and type do not match' }
    const type = boardSchema.types[loose.typeName as keyof typeof boardSchema.types]
    const record = type.validate(loose as never, before as never) as BoardRecord
    const fault = faultOf(record)
    return fault === undefined ? { record } : { record: undefined, reason: fault }
  } catch (error) {
    return { record: undefined, reason: error instanceof Error ? error.message : 'invalid' }
  }
}

/** Why a record is set aside that comes after as many as a table can show. */
export const TOO_MANY = 'a table of too many things'

/** All records that can be shown, in the order of their ids, and those that are set aside with the reason why. */
export function readBoard(doc: Y.Doc): { records: BoardRecord[]; setAside: SetAside[] } {
  const records: BoardRecord[] = []
  const setAside: SetAside[] = []
  for (const [id, map] of recordsMap(doc)) {
    const read = readRecord(id, map)
    if (read.record !== undefined) records.push(read.record)
    else if (read.reason !== undefined) setAside.push({ id, reason: read.reason })
  }
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
  const tooMany = records.sort(byId).splice(LIMITS.records)
  for (const { id } of tooMany) setAside.push({ id, reason: TOO_MANY })
  return { records, setAside: setAside.sort(byId) }
}
