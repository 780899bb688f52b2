import type { Store, UnknownRecord } from '@tldraw/store'
import * as Y from 'yjs'
import { LIMITS } from '../../shared/limits.ts'
import {
  entriesOf,
  makeRecordMap,
  parseRecord,
  type RecordMap,
  readRecord,
  recordsMap,
  type SetAside,
  TOO_MANY,
} from '../../shared/records/doc.ts'
import { fromEntries, type LooseRecord, toEntries } from '../../shared/records/layout.ts'
import type { RichText } from '../../shared/records/rich-text.ts'
import { same } from '../../shared/records/same.ts'
import type { BoardRecord } from '../../shared/records/schema.ts'
import { isTextKey, toStored } from '../../shared/records/values.ts'
import { createPendingChanges, type Pending } from './pending-changes.ts'

/** How often a running gesture is committed, in ms: others see its course, and history stays small. */
const COMMIT_EVERY_MS = 500

export interface BindStoreOptions<R extends UnknownRecord> {
  store: Store<R>
  doc: Y.Doc
  /** Writes text into a fragment as a difference, so that others' characters survive. */
  writeText(doc: Y.Doc, fragment: Y.XmlFragment, text: RichText): void
  /** The record whose text is open in an editor bound to its fragment; that editor carries the text both ways. */
  openText?: () => string | null
  /** Called when the set of records that cannot be shown has changed. */
  onSetAside?: (setAside: SetAside[]) => void
}

interface ReadForStore<R> {
  record?: R
  reason?: string
  mayPass?: boolean
}

export interface StoreBinding {
  /** Commits what the user has done so far. */
  flush(): void
  /** Takes a record over from the document once more, as when its open text has been closed. */
  refresh(id: string): void
  /** While a gesture runs its changes are held back and committed every now and then; ending it commits the rest. */
  beginGesture(): void
  endGesture(): void
  stop(): void
}

/**
 * Keeps a tldraw store and a document the same, in both directions. The document is loaded into the store at once.
 *
 * Invariants: a remote value never overwrites an entry that this user is changing; text that is open here goes through
 * its editor only; every record is parsed before the store sees it, and one that fails is set aside alone; records of the
 * store that do not belong to the document are never touched.
 */
export function bindStore<R extends UnknownRecord>(options: BindStoreOptions<R>): StoreBinding {
  const { store, doc, writeText, openText = () => null, onSetAside } = options
  const origin = Symbol('binding')
  const records = recordsMap(doc)
  const pending = createPendingChanges()
  const setAside = new Map<string, string>()
  /** What could not be shown beside others, and may when those change. */
  const waiting = new Set<string>()
  let reportedSetAside = ''
  let gestures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const get = (id: string): R | undefined => store.get(id as never) as R | undefined

  // tldraw's store tells its listeners once a frame; asked at once, a change of this frame and a remote one are in order.
  const reportHistory = () => store._flushHistory()

  // ---- store → document

  function flush() {
    reportHistory()
    clearTimeout(timer)
    timer = undefined
    if (pending.isEmpty) return
    const changes = pending.take()
    doc.transact(() => {
      for (const [id, change] of changes) commit(id, change)
    }, origin)
  }

  function commit(id: string, change: Pending) {
    const record = get(id)
    const map = records.get(id)
    if (record === undefined) {
      if (map !== undefined) records.delete(id)
      return
    }
    if (map === undefined) {
      // Only a record that was made here, or restored by undo, comes into being; a change to a deleted one is lost.
      if (change === 'made') records.set(id, makeRecordMap(record as unknown as LooseRecord))
      return
    }
    const entries = toEntries(record as unknown as LooseRecord)
    for (const key of change instanceof Set ? change : entries.keys())
      writeEntry(id, map, key, entries.get(key), entries.has(key))
  }

  function writeEntry(id: string, map: RecordMap, key: string, value: unknown, exists: boolean) {
    const stored = map.get(key)
    if (isTextKey(key) && stored instanceof Y.XmlFragment) {
      if (openText() !== id) writeText(doc, stored, value as RichText)
    } else if (exists) map.set(key, toStored(key, value))
    else map.set(key, undefined)
  }

  const stopListening = store.listen(
    ({ changes }) => {
      pending.note(changes as never)
      if (gestures === 0) flush()
      else timer ??= setTimeout(flush, COMMIT_EVERY_MS)
    },
    { source: 'user', scope: 'document' },
  )

  // ---- document → store

  function bring(ids: Iterable<string>) {
    // What the user has just done may still be unreported; told first, it cannot be overwritten below.
    reportHistory()
    const puts: R[] = []
    const removes: string[] = []
    let room: number | undefined
    for (const id of new Set([...ids, ...waiting])) {
      const map = records.get(id)
      const before = get(id)
      waiting.delete(id)
      if (map === undefined) {
        pending.forget(id)
        setAside.delete(id)
        if (before !== undefined) removes.push(id)
        continue
      }
      const read = readForStore(id, map, before)
      if (before === undefined && read.record !== undefined) {
        room ??= LIMITS.records - store.allRecords().length
        if (room-- <= 0) {
          setAside.set(id, TOO_MANY)
          continue
        }
      }
      if (read.record !== undefined) {
        setAside.delete(id)
        if (read.record !== before) puts.push(read.record)
      } else {
        if (read.mayPass) waiting.add(id)
        if (read.reason !== undefined) setAside.set(id, read.reason)
      }
    }
    if (puts.length > 0 || removes.length > 0) store.mergeRemoteChanges(() => putAll(puts, removes))
    reportSetAside()
  }

  function reportSetAside() {
    const ids = [...setAside.keys()].sort().join()
    if (ids === reportedSetAside) return
    reportedSetAside = ids
    onSetAside?.([...setAside].map(([id, reason]) => ({ id, reason })))
  }

  function putAll(puts: R[], removes: string[]) {
    store.put(puts)
    if (removes.length > 0) store.remove(removes as never)
  }

  /** A record as the store should have it: what the user is changing stays, and unchanged values keep their identity. */
  function readForStore(id: string, map: RecordMap, before: R | undefined): ReadForStore<R> {
    const parsed = readRecord(id, map, before as unknown as BoardRecord)
    if (before === undefined || parsed.record === undefined) return parsed as ReadForStore<R>
    const mine = pending.keysOf(id)
    const isOpen = openText() === id
    if (mine.size === 0 && !isOpen) return { record: keepIdentity(before, parsed.record as unknown as R) }
    const entries = entriesOf(map)
    const local = toEntries(before as unknown as LooseRecord)
    for (const key of local.keys()) if (mine.has(key) || (isOpen && isTextKey(key))) entries.set(key, local.get(key))
    const loose = fromEntries(id, entries)
    const merged = loose && parseRecord(loose, before as unknown as BoardRecord)
    return merged?.record ? { record: keepIdentity(before, merged.record as unknown as R) } : { record: before }
  }

  const observer = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
    if (transaction.origin === origin) return
    const ids = new Set<string>()
    for (const event of events) {
      const [id] = event.path
      if (id === undefined) for (const key of (event as Y.YMapEvent<RecordMap>).keysChanged) ids.add(key)
      else ids.add(String(id))
    }
    bring(ids)
  }

  bring(records.keys())
  records.observeDeep(observer as never)

  return {
    flush,
    refresh: (id) => bring([id]),
    beginGesture() {
      gestures += 1
    },
    endGesture() {
      gestures = Math.max(0, gestures - 1)
      if (gestures === 0) flush()
    },
    stop() {
      flush()
      clearTimeout(timer)
      stopListening()
      records.unobserveDeep(observer as never)
    },
  }
}

/** `after`, with every part that equals `before` taken from there: tldraw compares by identity. */
function keepIdentity<T>(before: T, after: T): T {
  if (same(before, after)) return before
  if (!isPlain(before) || !isPlain(after)) return after
  const kept: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(after)) kept[key] = keepIdentity(before[key], value)
  return kept as T
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
