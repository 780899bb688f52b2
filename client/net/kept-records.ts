import type { SerializedSchema } from '@tldraw/store'
import * as Y from 'yjs'
import { entriesOf, metaMap, recordsMap } from '../../shared/records/doc.ts'
import { type Entries, fromEntries, type LooseRecord, toEntries } from '../../shared/records/layout.ts'
import { boardSchema, serializedSchema } from '../../shared/records/schema.ts'
import { applyAll } from './offline-copy.ts'

/**
 * The records that a copy holds, with all their entries, as this release has them: what an older one wrote goes through
 * tldraw's migrations. A record that cannot be read is left out.
 */
export function recordsIn(updates: readonly Uint8Array[]): Map<string, Entries> {
  const doc = new Y.Doc()
  applyAll(doc, updates)
  const records: LooseRecord[] = []
  for (const [id, map] of recordsMap(doc)) {
    const record = readLoose(id, map)
    if (record !== undefined) records.push(record)
  }
  const written = metaMap(doc).get('schema')
  doc.destroy()
  return new Map(migrated(records, written).map((record) => [record.id, toEntries(record)]))
}

function readLoose(id: string, map: Parameters<typeof entriesOf>[0]): LooseRecord | undefined {
  try {
    return fromEntries(id, entriesOf(map))
  } catch {
    return undefined
  }
}

function migrated(records: LooseRecord[], written: unknown): LooseRecord[] {
  const now = JSON.stringify(serializedSchema)
  if (typeof written !== 'string' || written === now) return records
  try {
    const result = boardSchema.migrateStoreSnapshot({
      store: Object.fromEntries(records.map((record) => [record.id, record])) as never,
      schema: JSON.parse(written) as SerializedSchema,
    })
    return result.type === 'success' ? (Object.values(result.value) as unknown as LooseRecord[]) : records
  } catch {
    return records
  }
}
