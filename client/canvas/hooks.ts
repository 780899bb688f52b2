import { useValue } from 'tldraw'
import type { Table, TableView } from './table.ts'

/** One thing that an open table shows, kept up to date. */
export function useTableValue<K extends keyof TableView>(table: Table, key: K): TableView[K] {
  return useValue(key, () => table.view[key].get() as TableView[K], [table, key])
}
