import type { SerializedSchema, SerializedStore } from '@tldraw/store'
import type * as Y from 'yjs'
import { entriesOf, metaMap, recordsMap, updateRecord } from '../../shared/records/doc.ts'
import { fromEntries, type LooseRecord } from '../../shared/records/layout.ts'
import { type BoardRecord, boardSchema, serializedSchema } from '../../shared/records/schema.ts'

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
  for (const [id, record] of after) updateRecord(records, before.get(id), record)
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
