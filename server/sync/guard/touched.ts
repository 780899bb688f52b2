import * as Y from 'yjs'
import { metaMap, recordsMap } from '../../../shared/records/doc.ts'
import type { YType } from './y-type.ts'

/** What a transaction has touched so far. */
export interface Touched {
  /** Record id → the parts of the record that it changed; empty when the record itself came, went or was replaced. */
  records: Map<string, Set<YType>>
  isMetaTouched: boolean
  /** Whatever holds something where a document of ours has nothing. */
  strays: YType[]
}

/** Sorts what a transaction has changed by record. Strays are other top-level types, and lists where only keys belong. */
export function touchedBy(transaction: Y.Transaction): Touched {
  const { doc, changed } = transaction
  const records = recordsMap(doc)
  const meta = metaMap(doc)
  const touched: Touched = { records: new Map(), isMetaTouched: false, strays: [] }
  for (const [type, keys] of changed as unknown as Map<YType, Set<string | null>>) {
    if (type === records) {
      for (const key of keys) if (key !== null) touched.records.set(key, touched.records.get(key) ?? new Set())
    } else if (type === meta) touched.isMetaTouched = true
    else {
      const id = recordOf(type, records)
      if (id === undefined) touched.strays.push(type)
      else touched.records.set(id, (touched.records.get(id) ?? new Set()).add(type))
    }
    const holdsKeysOnly = type === records || type === meta || type instanceof Y.Map
    if (holdsKeysOnly && holdsItems(type)) touched.strays.push(type)
  }
  return touched
}

function holdsItems(type: YType): boolean {
  for (let item = type._start; item !== null; item = item.right) if (!item.deleted) return true
  return false
}

/** The id of the record that a type is part of. */
function recordOf(type: YType, records: YType): string | undefined {
  for (let item = type._item; item !== null; item = (item.parent as YType)._item)
    if (item.parent === records) return item.parentSub ?? undefined
  return undefined
}

/** Takes out of a stray what does not belong there. */
export function clearStray(transaction: Y.Transaction, stray: YType): void {
  for (let item = stray._start; item !== null; item = item.right) if (!item.deleted) item.delete(transaction)
  if (stray instanceof Y.Map) return
  for (const item of stray._map.values()) if (!item.deleted) item.delete(transaction)
}
