import type { UnknownRecord } from '@tldraw/store'
import * as Y from 'yjs'
import type { Entries, RecordLayout, RecordMap } from './record-layout.ts'

/** The records of one state of a document, by id. */
export type Records = ReadonlyMap<string, Entries>

/** What one device did to one record between two states. */
export type Change =
  | { id: string; kind: 'made'; after: Entries }
  | { id: string; kind: 'changed'; before: Entries; after: Entries }
  | { id: string; kind: 'removed' }

/** Text of this device whose record another took away: it has no place in the document any more. */
export interface Unplaced {
  id: string
  entries: Entries
}

/** How records lie in the document, and when two values of an entry are the same. */
export interface CompareOptions<R extends UnknownRecord> {
  layout: RecordLayout<R>
  /** See `createTextComparer`. */
  isSameText(a: unknown, b: unknown): boolean
}

export interface RebaseOptions<R extends UnknownRecord> extends CompareOptions<R> {
  /** See `createTextWriter`. */
  writeText(doc: Y.Doc, fragment: Y.XmlFragment, text: unknown): void
}

/** What was done between two states, such as the one that the server last confirmed and the one that this device has. */
export function changesBetween<R extends UnknownRecord>(
  before: Records,
  after: Records,
  options: CompareOptions<R>,
): Change[] {
  const changes: Change[] = []
  for (const [id, entries] of after) {
    const known = before.get(id)
    if (known === undefined) changes.push({ id, kind: 'made', after: entries })
    else if (changedKeys(known, entries, options).length > 0)
      changes.push({ id, kind: 'changed', before: known, after: entries })
  }
  for (const id of before.keys()) if (!after.has(id)) changes.push({ id, kind: 'removed' })
  return changes
}

/** The changes to text, which is the part of a change that cannot be made anew with one pull of the hand. */
export const hasText = <R extends UnknownRecord>(
  change: Change,
  options: CompareOptions<R>,
): change is Change & { kind: 'changed' } =>
  change.kind === 'changed' &&
  changedKeys(change.before, change.after, options).some((key) => options.layout.isText(key))

/**
 * Does the changes once more, on a document that shares no history with the one they were made on: entry by entry, so that
 * what others did meanwhile stays, and text as a difference. What another deleted stays deleted.
 *
 * Returns the text that has no place any more.
 */
export function applyChanges<R extends UnknownRecord>(
  doc: Y.Doc,
  changes: readonly Change[],
  options: RebaseOptions<R>,
): Unplaced[] {
  const { layout, writeText } = options
  const records = layout.recordsMap(doc)
  const unplaced: Unplaced[] = []

  function make(id: string, entries: Entries) {
    const record = layout.fromEntries(id, entries)
    if (record !== undefined) records.set(id, layout.makeMap(record))
  }

  function set(map: RecordMap, key: string, value: unknown) {
    const stored = map.get(key)
    if (layout.isText(key) && stored instanceof Y.XmlFragment) writeText(doc, stored, value)
    else map.set(key, layout.toStored(key, value))
  }

  /** The record is there though this device made it: the server had heard of it and this device not that it had. */
  function meet(id: string, map: RecordMap, mine: Entries) {
    const theirs = entriesNow(id, map)
    for (const [key, value] of mine) {
      if (key === 't' || isSame(key, theirs.get(key), value, options)) continue
      if (layout.isText(key) && !goesOn(theirs.get(key), value)) unplaced.push({ id, entries: mine })
      else set(map, key, value)
    }
  }

  function change(id: string, map: RecordMap, before: Entries, after: Entries) {
    const theirs = entriesNow(id, map)
    for (const key of changedKeys(before, after, options)) {
      const value = after.get(key)
      if (isSame(key, theirs.get(key), value, options)) continue
      const isTheirs = layout.isText(key) && !isSame(key, theirs.get(key), before.get(key), options)
      set(map, key, isTheirs ? mergedText(id, key, before, after, theirs.get(key)) : value)
    }
  }

  function entriesNow(id: string, map: RecordMap): Entries {
    const { record } = layout.read(id, map, undefined)
    return record === undefined ? new Map() : layout.toEntries(record)
  }

  /** What two wrote in one text, from the text that both began with: Yjs merges it by character. */
  function mergedText(id: string, key: string, before: Entries, mine: Entries, theirs: unknown): unknown {
    const base = layout.fromEntries(id, before)
    if (base === undefined) return mine.get(key)
    const begin = new Y.Doc()
    layout.recordsMap(begin).set(id, layout.makeMap(base))
    const fork = (text: unknown): Y.Doc => {
      const fork = new Y.Doc()
      Y.applyUpdate(fork, Y.encodeStateAsUpdate(begin))
      const fragment = layout.recordsMap(fork).get(id)?.get(key)
      if (fragment instanceof Y.XmlFragment && text !== undefined) writeText(fork, fragment, text)
      return fork
    }
    const merged = fork(theirs)
    Y.applyUpdate(merged, Y.encodeStateAsUpdate(fork(mine.get(key))))
    const map = layout.recordsMap(merged).get(id)
    return (map && entriesNow(id, map).get(key)) ?? mine.get(key)
  }

  doc.transact(() => {
    for (const one of changes) {
      const map = records.get(one.id)
      if (one.kind === 'removed') records.delete(one.id)
      else if (one.kind === 'made') map === undefined ? make(one.id, one.after) : meet(one.id, map, one.after)
      else if (map !== undefined) change(one.id, map, one.before, one.after)
      else if (hasText(one, options)) unplaced.push({ id: one.id, entries: one.after })
    }
  })
  return unplaced
}

/** The entries in which two versions of a record differ. */
const changedKeys = <R extends UnknownRecord>(before: Entries, after: Entries, options: CompareOptions<R>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => !isSame(key, before.get(key), after.get(key), options),
  )

const isSame = <R extends UnknownRecord>(
  key: string,
  a: unknown,
  b: unknown,
  { layout, isSameText }: CompareOptions<R>,
): boolean => layout.isSame(a, b) || (layout.isText(key) && isSameText(a, b))

/** Whether one text is the other with more written behind it; only the letters are looked at. */
const goesOn = (begun: unknown, text: unknown): boolean => lettersOf(text).startsWith(lettersOf(begun))

function lettersOf(text: unknown): string {
  if (typeof text !== 'object' || text === null) return ''
  if (Array.isArray(text)) return text.map(lettersOf).join('')
  const { text: letters, content } = text as { text?: unknown; content?: unknown }
  return typeof letters === 'string' ? letters : lettersOf(content)
}
