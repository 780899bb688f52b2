import type { Store, UnknownRecord } from '@tldraw/store'
import * as Y from 'yjs'
import { keepIdentity } from './keep-identity.ts'
import { createPendingChanges, type Pending } from './pending-changes.ts'
import type { Entries, ReadRecord, RecordLayout, RecordMap, SetAside } from './record-layout.ts'
import { createWaiting } from './waiting.ts'

/** How often a running gesture is committed, in ms: others see its course, and history stays small. */
const COMMIT_EVERY_MS = 500

/** Why a record is set aside that comes after as many as fit. */
const TOO_MANY = 'more records than fit'

export interface BindStoreOptions<R extends UnknownRecord> {
  store: Store<R>
  doc: Y.Doc
  layout: RecordLayout<R>
  /** More records of the document than this are set aside. */
  maxRecords: number
  /** Writes text into a fragment as a difference, so that others' characters survive: see `createTextWriter`. */
  writeText(doc: Y.Doc, fragment: Y.XmlFragment, text: unknown): void
  /** The record whose text is open in an editor bound to its fragment; that editor carries the text both ways. */
  openText?: () => string | null
  /** Called when the set of records that cannot be shown has changed. */
  onSetAside?: (setAside: SetAside[]) => void
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
 * its editor only; every record is read and checked before the store sees it, and one that fails is set aside alone;
 * records of the store that do not belong to the document are never touched.
 */
export function bindStore<R extends UnknownRecord>(options: BindStoreOptions<R>): StoreBinding {
  const { store, doc, layout, maxRecords, writeText, openText = () => null, onSetAside } = options
  const origin = Symbol('binding')
  const records = layout.recordsMap(doc)
  const pending = createPendingChanges(layout)
  const waiting = createWaiting()
  const setAside = new Map<string, string>()
  let isSetAsideNews = false
  /** How many records the store has that belong to the document. */
  let count = store.allRecords().filter(({ typeName }) => store.scopedTypes.document.has(typeName as never)).length
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
      if (change === 'made') records.set(id, layout.makeMap(record))
      return
    }
    const entries = layout.toEntries(record)
    for (const key of change instanceof Set ? change : entries.keys()) writeEntry(id, map, key, entries)
  }

  function writeEntry(id: string, map: RecordMap, key: string, entries: Entries) {
    const value = entries.get(key)
    const stored = map.get(key)
    if (layout.isText(key) && stored instanceof Y.XmlFragment) {
      if (openText() !== id) writeText(doc, stored, value)
    } else map.set(key, entries.has(key) ? layout.toStored(key, value) : undefined)
  }

  const stopListening = store.listen(
    ({ changes, source }) => {
      count += Object.keys(changes.added).length - Object.keys(changes.removed).length
      if (source !== 'user') return
      pending.note(changes)
      if (gestures === 0) flush()
      else timer ??= setTimeout(flush, COMMIT_EVERY_MS)
    },
    { scope: 'document' },
  )

  // ---- document → store

  function bring(ids: Iterable<string>) {
    // What the user has just done may still be unreported; told first, it cannot be overwritten below.
    reportHistory()
    const puts: R[] = []
    const removes: string[] = []
    let room = maxRecords - count
    for (const id of ids) {
      const map = records.get(id)
      const before = get(id)
      if (map === undefined) {
        waiting.set(id)
        clear(id)
        if (before !== undefined) removes.push(id)
        continue
      }
      const read = readForStore(id, map, before)
      waiting.set(id, read.restsOn)
      if (read.record === undefined) {
        if (read.reason !== undefined) putAside(id, read.reason)
        else clear(id)
        if (read.isGone && before !== undefined) removes.push(id)
      } else if (before === undefined && room-- <= 0) putAside(id, TOO_MANY)
      else {
        clear(id)
        if (read.record !== before) puts.push(read.record)
      }
    }
    if (puts.length > 0 || removes.length > 0) store.mergeRemoteChanges(() => putAll(puts, removes))
    reportSetAside()
  }

  function putAll(puts: R[], removes: string[]) {
    store.put(puts)
    // Bindings first: tldraw's editor changes an arrow that is still tied to a shape which goes, on this screen only.
    const bindings = removes.filter((id) => get(id)?.typeName === 'binding')
    if (bindings.length > 0) store.remove(bindings as never)
    store.remove(removes as never)
  }

  /** A record as the store should have it: what the user is changing stays, and unchanged values keep their identity. */
  function readForStore(id: string, map: RecordMap, before: R | undefined): ReadRecord<R> {
    if (before === undefined) return layout.read(id, map, undefined)
    const mine = pending.keysOf(id)
    const isMine = (key: string) => mine.has(key) || (openText() === id && layout.isText(key))
    const kept = mine.size > 0 || openText() === id ? [...layout.toEntries(before)].filter(([key]) => isMine(key)) : []
    const read = layout.read(id, map, before, new Map(kept))
    return read.record === undefined ? read : { record: keepIdentity(before, read.record) }
  }

  /** What ties a shape to others in the store. */
  function bindingsAt(id: string): string[] {
    const ends = (['fromId', 'toId'] as const).map((end) => store.query.index('binding' as never, end as never).get())
    return ends.flatMap((index) => [...((index as ReadonlyMap<unknown, Set<string>>).get(id) ?? [])])
  }

  // ---- what cannot be shown

  function putAside(id: string, reason: string) {
    if (setAside.get(id) === reason) return
    setAside.set(id, reason)
    isSetAsideNews = true
  }

  function clear(id: string) {
    if (setAside.delete(id)) isSetAsideNews = true
  }

  function reportSetAside() {
    if (!isSetAsideNews) return
    isSetAsideNews = false
    onSetAside?.([...setAside].map(([id, reason]) => ({ id, reason })))
  }

  const observer = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
    const touched = new Set<string>()
    for (const event of events) {
      const [id] = event.path
      if (id === undefined) for (const key of (event as Y.YMapEvent<RecordMap>).keysChanged) touched.add(key)
      else touched.add(String(id))
    }
    const beside = [...touched].flatMap((id) => [...waiting.for(id), ...(records.has(id) ? [] : bindingsAt(id))])
    // What this user did is in the store already, but may end why a record was set aside.
    const isOwn = transaction.origin === origin
    const news = new Set([...(isOwn ? [...touched].filter((id) => setAside.has(id)) : touched), ...beside])
    if (news.size > 0) bring(news)
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
