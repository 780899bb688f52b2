import type { Table, TableView } from './table.ts'

export declare function useTableValue<K extends keyof TableView>(table: Table, key: K): TableView[K]
