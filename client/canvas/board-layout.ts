import type { TLRecord } from '@tldraw/tlschema'
import { makeRecordMap, readRecord, recordsMap } from '../../shared/records/doc.ts'
import { fromEntries, type LooseRecord, toEntries } from '../../shared/records/layout.ts'
import { same } from '../../shared/records/same.ts'
import type { BoardRecord } from '../../shared/records/schema.ts'
import { isTextKey, toStored } from '../../shared/records/values.ts'
import type { ReadRecord, RecordLayout } from '../sync/record-layout.ts'

const loose = (record: TLRecord) => record as unknown as LooseRecord

/** Layout 1 for the binding. tldraw's store holds records of ours too, which its own types do not name. */
export const boardLayout: RecordLayout<TLRecord> = {
  recordsMap,
  toEntries: (record) => toEntries(loose(record)),
  fromEntries: (id, entries) => fromEntries(id, entries) as TLRecord | undefined,
  isSame: same,
  isText: isTextKey,
  toStored,
  makeMap: (record) => makeRecordMap(loose(record)),
  read: (id, map, before, kept) => readRecord(id, map, before as BoardRecord, kept) as ReadRecord<TLRecord>,
}
