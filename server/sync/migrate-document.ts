import type { SerializedSchema, SerializedStore } from '@tldraw/store'
import type * as Y from 'yjs'
import { entriesOf, makeRecordMap, metaMap, type RecordMap, recordsMap } from '../../shared/records/doc.ts'
import { fromEntries, type LooseRecord, toEntries } from '../../shared/records/layout.ts'
import { same } from '../../shared/records/same.ts'
import { type BoardRecord, boardSchema, serializedSchema } from '../../shared/records/schema.ts'
import { toStored } from '../../shared/records/values.ts'

const CURRENT = JSON.stringify(serializedSchema)

/** Whether the records of a document were written by an older release. */
export const isOfOtherSchema = (doc: Y.Doc): boolean => {
  const schema = metaMap(doc).get('schema')
  return typeof schema === 'string' && schema !== CURRENT
}

/**
 * Brings a document's records to the schema of this release, entry by entry, so that what somebody writes meanwhile in
 * other entries survives. To be called inside a transaction. Throws when the schema is newer than this release knows.
 */
export function migrateDocument(doc: Y.Doc): void {
  const meta = metaMap(doc)
  const records = recordsMap(doc)
  const before = looseRecords(doc)
  const migrated = boardSchema.migrateStoreSnapshot({
    schema: JSON.parse(String(meta.get('schema'))) as SerializedSchema,
    store: Object.fromEntries(before) as unknown as SerializedStore<never>,
  })
  if (migrated.type === 'error') throw new Error(`the records cannot be migrated: ${migrated.reason}`)
  const after = new Map(Object.entries(migrated.value as Record<string, BoardRecord>)) as unknown as Map<
    string,
    LooseRecord
  >
  for (const id of before.keys()) if (!after.has(id)) records.delete(id)
  for (const [id, record] of after) {
    const map = records.get(id)
    if (map === undefined) records.set(id, makeRecordMap(record))
    else writeChanges(map, before.get(id), record)
  }
  meta.set('schema', CURRENT)
}

/** What is in the document, whether it is valid today or not. What cannot even be read is left alone. */
function looseRecords(doc: Y.Doc): Map<string, LooseRecord> {
  const records = new Map<string, LooseRecord>()
  for (const [id, map] of recordsMap(doc)) {
    try {
      const record = fromEntries(id, entriesOf(map))
      if (record !== undefined) records.set(id, record)
    } catch {
      // It will be set aside by whoever reads it.
    }
  }
  return records
}

function writeChanges(map: RecordMap, before: LooseRecord | undefined, after: LooseRecord): void {
  const from = before ? toEntries(before) : new Map<string, unknown>()
  const to = toEntries(after)
  for (const [key, value] of to) if (!same(from.get(key), value)) map.set(key, toStored(key, value))
  for (const key of from.keys()) if (!to.has(key) && map.has(key)) map.delete(key)
}
