import { type Place, regionFor } from '../places.ts'
import type { FieldData } from '../region-schema.ts'
import { grid } from './matrix.ts'
import type { Frame, Piece } from './piece.ts'
import type { PartOf } from './schema.ts'

/** A row for each party. For parties of the palette a cell can print lines of its own. */
export function partyRows({ corner, heads, cells, examples = {} }: PartOf<'party-rows'>, frame: Frame): Piece {
  const cellFor = (cell: FieldData, { party, kind }: Place, at: number) => {
    const lines = examples[kind]?.[cell.key]
    return { data: { ...regionFor(cell, at), ...(lines && { lines }) }, party }
  }
  const rows = frame.places.map((place, at) => ({ head: place, cells: cells.map((cell) => cellFor(cell, place, at)) }))
  return grid({ corner, heads, rows }, frame)
}
