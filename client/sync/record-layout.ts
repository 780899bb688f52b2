import type { UnknownRecord } from '@tldraw/store'
import type * as Y from 'yjs'

/** One record in the document: an entry for each of its properties that merges by itself. */
export type RecordMap = Y.Map<unknown>
/** Record id → that record. */
export type RecordsMap = Y.Map<RecordMap>
/** A record as JSON entries. */
export type Entries = Map<string, unknown>

/** What one place in the document holds: a good record, or none that can be shown now. */
export interface ReadRecord<R> {
  record: R | undefined
  /** Why it cannot be shown; without a reason it is just not there yet. What the store has of it stays. */
  reason?: string
  /** It fails beside these others only, and is read again when one of them changes. */
  restsOn?: readonly string[]
  /** One of these others is not there, and nothing may be shown of it until it is. */
  isGone?: boolean
}

/** A record that is in the document and cannot be shown. */
export interface SetAside {
  id: string
  reason: string
}

/**
 * How records lie in the document, and which of them are good: all that the binding must be told about them. What merges
 * apart is an entry of its own; what means nothing apart shares one.
 */
export interface RecordLayout<R extends UnknownRecord> {
  /** The place of all records in a document. */
  recordsMap(doc: Y.Doc): RecordsMap
  /** All entries of a record, in the order in which they are written. */
  toEntries(record: R): Entries
  /** The reverse of `toEntries`; undefined where the entries make no record. Nothing is checked. */
  fromEntries(id: string, entries: Entries): R | undefined
  /** Whether two values of an entry are the same. */
  isSame(a: unknown, b: unknown): boolean
  /** Whether an entry is text, which the document keeps as a fragment and which merges by character. */
  isText(key: string): boolean
  /** An entry's JSON as the document keeps it. */
  toStored(key: string, value: unknown): unknown
  /** The map of a record that is being made. */
  makeMap(record: R): RecordMap
  /**
   * Reads and checks one record, and never throws. `before` is the version that the store has, already known to be good;
   * the entries in `kept` stand in for those of the document.
   */
  read(id: string, map: RecordMap, before: R | undefined, kept?: Entries): ReadRecord<R>
}
