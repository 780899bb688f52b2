import type { BoardRecord } from '../../../shared/records/schema.ts'
import type { Random } from '../../support/random.ts'
import type { Signature } from './shapes.ts'
import type { Table } from './table.ts'

/** What one person does to records in one frame of their screen. */
export interface Step {
  /** Where it stands in a gesture of the pointer; absent outside of any. */
  gesture?: 'begin' | 'move' | 'end'
  puts: readonly BoardRecord[]
  removes?: readonly string[]
  /** Frames until the next step. */
  pause: number
}

/** One deed, frame after frame. One that finds nothing to work on ends before it begins. */
export type Deed = Generator<Step, void>

export interface Person {
  random: Random
  table: Table
  /** Of their screen: a pixel is so many units of the table. */
  unit: number
  meta: Signature
  /** Ids of the sheets on which things can be put. */
  sheets: readonly string[]
  claim(id: string): void
}
