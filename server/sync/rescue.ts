import * as Y from 'yjs'
import type { BoardId, Millis } from '../../shared/ids.ts'
import { initDoc, metaMap, readRecord, recordsMap } from '../../shared/records/doc.ts'
import { MENDED } from '../../shared/records/layout-version.ts'
import { same } from '../../shared/records/same.ts'
import type { FoundPiece, Piece, Remains } from '../storage/damage.ts'
import { unpackSnapshot } from '../storage/packing.ts'
import type { Seq } from '../storage/storage.ts'
import { bridgeGaps } from './bridge.ts'
import { checkUpdate, type DecodedUpdate } from './check-update.ts'

/** What could be made of the remains of a board. */
export interface Rescued {
  doc: Y.Doc
  /** What cannot be read. */
  lost: Piece[]
  /** What can be read, but is not in the document, or not whole: it builds on what is lost. */
  waiting: Piece[]
}

interface Sound extends Piece {
  update: Uint8Array
  decoded: DecodedUpdate
}

/**
 * Stock clients have ids below this. What the server copies stays what all see, also when the original comes back: it is
 * what people went on working with.
 */
const ABOVE_ALL_CLIENTS = 2 ** 32

/**
 * Makes a document of all that can be read. What builds on something lost stays out of it, so that a client that still has
 * both can bring them back; what can be seen without what was lost is written anew. Undefined when nothing can be read.
 */
export function rescue(boardId: BoardId, remains: Remains): Rescued | undefined {
  const { title, created, snapshots, updates } = remains
  const base = firstReadable(snapshots)
  const rows = updates.filter(({ seq }) => seq > (base?.seq ?? 0))
  const sound = thatApply(base?.update, rows.flatMap(soundOf))
  if (base === undefined && sound.length === 0) return undefined

  const doc = build(base?.update, sound)
  const waiting = sound.filter((row) => !isWithin(doc, row))
  const lost: FoundPiece[] = rows.filter(({ seq }) => !sound.some((row) => row.seq === seq))
  // Until a board's second folding all its rows are still there, and its snapshot held nothing more.
  const isHeadless = !metaMap(doc).has('board')
  if (base === undefined && snapshots[0] && (isHeadless || waiting.length > 0)) lost.push(snapshots[0])
  dropWaiting(doc)

  doc.clientID = ABOVE_ALL_CLIENTS + new Y.Doc().clientID
  doc.transact(() => {
    if (waiting.length > 0) copyWhatShows(build(base?.update, sound, { gc: false }), doc)
    copyBasics({ boardId, created, title }, doc)
    if (lost.length > 0) metaMap(doc).set(MENDED, true)
  })
  return { doc, lost, waiting }
}

function firstReadable(snapshots: readonly FoundPiece[]): { seq: Seq; update: Uint8Array } | undefined {
  for (const { seq, bytes } of snapshots) {
    try {
      if (bytes === undefined) continue
      const update = unpackSnapshot(bytes)
      Y.applyUpdateV2(new Y.Doc(), update)
      return { seq, update }
    } catch {
      // The one before it, then.
    }
  }
  return undefined
}

function soundOf({ kind, seq, bytes: update }: FoundPiece): Sound[] {
  try {
    return update === undefined ? [] : [{ kind, seq, update, decoded: checkUpdate(update) }]
  } catch {
    return []
  }
}

/** Leaves out the rows over which Yjs stumbles. */
function thatApply(base: Uint8Array | undefined, rows: readonly Sound[]): Sound[] {
  const taken: Sound[] = []
  let doc = build(base, taken)
  for (const row of rows) {
    try {
      Y.applyUpdate(doc, row.update)
      taken.push(row)
    } catch {
      doc = build(base, taken)
    }
  }
  return taken
}

function build(base: Uint8Array | undefined, rows: readonly Sound[], options?: { gc: boolean }): Y.Doc {
  const doc = new Y.Doc(options)
  if (base !== undefined) Y.applyUpdateV2(doc, base)
  for (const { update } of rows) Y.applyUpdate(doc, update)
  return doc
}

/** Whether all of an update has its place in a document. */
function isWithin({ store }: Y.Doc, { decoded: { structs, ds } }: Sound): boolean {
  const state = (client: number) => Y.getState(store, client)
  return (
    structs.every(({ id, length }) => id.clock + length <= state(id.client)) &&
    [...ds.clients].every(([client, ranges]) => ranges.every(({ clock, len }) => clock + len <= state(client)))
  )
}

/** Others must not be handed what waits: they could not bring it back whole. */
function dropWaiting({ store }: Y.Doc): void {
  store.pendingStructs = null
  store.pendingDs = null
}

/**
 * Writes into `doc` the records and plain values that can be read where what was lost is taken for nothing. Text that
 * stands stays as it is: the lost part of it may come back.
 */
function copyWhatShows(all: Y.Doc, doc: Y.Doc): void {
  bridgeGaps(all)
  const here = recordsMap(doc)
  for (const [id, map] of recordsMap(all)) {
    keepPlace(map)
    const read = readRecord(id, map)
    if (read.record === undefined && read.restsOn === undefined) continue
    const known = here.get(id)
    if (known === undefined) here.set(id, map.clone())
    else for (const [key, value] of map) if (isNews(value, known.get(key))) known.set(key, value)
  }
}

/** Where something was moved to may be lost when it is known that it was moved away: it stays where it was, then. */
function keepPlace(record: unknown): void {
  if (!(record instanceof Y.Map) || record.has('at')) return
  const last = record._map.get('at')?.content
  if (last instanceof Y.ContentAny) record.set('at', last.arr.at(-1))
}

const isNews = (value: unknown, known: unknown): boolean => !(value instanceof Y.AbstractType) && !same(value, known)

/** A board without these would be nobody's. */
function copyBasics(board: { boardId: BoardId; created: Millis; title: string }, doc: Y.Doc): void {
  const basics = new Y.Doc()
  initDoc(basics, board)
  for (const [key, value] of metaMap(basics)) if (!metaMap(doc).has(key)) metaMap(doc).set(key, value)
  for (const [id, map] of recordsMap(basics)) if (!recordsMap(doc).has(id)) recordsMap(doc).set(id, map.clone())
}
