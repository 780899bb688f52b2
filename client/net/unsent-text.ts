import type * as Y from 'yjs'
import { recordsMap } from '../../shared/records/doc.ts'
import { isTextKey } from '../../shared/records/values.ts'

/** The records in whose text this device wrote something that the server has not confirmed. */
export interface UnsentText {
  has(id: string): boolean
  clear(): void
}

/** Follows what is written here. `found` are those of an earlier visit. */
export function followUnsentText(doc: Y.Doc, found: Iterable<string>): UnsentText {
  const ids = new Set(found)
  recordsMap(doc).observeDeep((events, transaction) => {
    if (!transaction.local) return
    for (const { path } of events) {
      const [id, key] = path
      if (key !== undefined && isTextKey(String(key))) ids.add(String(id))
    }
  })
  return { has: (id) => ids.has(id), clear: () => ids.clear() }
}
