import type { Bilingual } from '../../records/region.ts'
import type { Item, Text } from '../drawing.ts'
import { INK } from '../hues.ts'
import type { Box } from '../polygon.ts'
import { arrow } from './cells.ts'
import { commonLabel, field } from './field.ts'
import { columnsOf, equalShares, type Frame, joined, type Piece } from './piece.ts'
import type { PartOf } from './schema.ts'

const GAP = 14
/** How much of the height all steps together rise. */
const RISE = 0.42
const ACROSS = 60

/** Steps that rise to the right. */
export function stairs({ steps, axes }: PartOf<'stairs'>, { box, tones }: Frame): Piece {
  const inner = axes ? { ...box, h: box.h - ACROSS } : box
  const rise = (inner.h * RISE) / (steps.length - 1)
  const boxes = columnsOf(inner, equalShares(steps.length), GAP).map((column, at) => {
    const down = rise * (steps.length - 1 - at)
    return { ...column, y: column.y + down, h: column.h - down }
  })
  const label = commonLabel(steps, boxes, tones.deep)
  const { regions, ground, words } = joined(steps.map((step, at) => field(step, boxes[at] ?? inner, { tones, label })))
  return { regions, ground, words: [...words, ...(axes ? axisWords(axes, inner) : [])] }
}

function axisWords({ across, up }: { across: Bilingual; up: Bilingual }, { x, y, w, h }: Box): Item[] {
  const name = (text: Bilingual, at: Text['at']): Text => ({
    is: 'text',
    text,
    at,
    align: 'start',
    anchor: 'middle',
    style: { sizes: [27, 25, 23], weight: 700, line: 1.2, colour: INK, maxWidth: 380, maxLines: 1 },
  })
  return [
    ...arrow({ x: x + 14, y: y + h * RISE - 24 }, { x: x + 14, y: y + 12 }, INK, 3.5),
    name(up, { x: x + 44, y: y + 30 }),
    ...arrow({ x: x + 400, y: y + h + 38 }, { x: x + w - 8, y: y + h + 38 }, INK, 3.5),
    name(across, { x: x + 4, y: y + h + 38 }),
  ]
}
