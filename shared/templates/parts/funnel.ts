import type { Box, Polygon } from '../polygon.ts'
import { roundCorners } from '../round-corners.ts'
import { commonLabel, FIELD_RADIUS, field } from './field.ts'
import { columnsOf, equalShares, type Frame, joined, type Piece } from './piece.ts'
import type { PartOf } from './schema.ts'

const GAP = 16
/** How much of the height is lost from the wide end to the narrow one. */
const NARROWS = 0.4

/** From wide to narrow, from the left to the right. */
export function funnel({ stages }: PartOf<'funnel'>, { box, tones }: Frame): Piece {
  const columns = columnsOf(box, equalShares(stages.length), GAP)
  /** How far the slanted edge lies under the top at some place. */
  const slant = (x: number) => ((x - box.x) / box.w) * (NARROWS / 2) * box.h
  const words = columns.map((column): Box => {
    const down = slant(column.x + column.w)
    return { ...column, y: column.y + down, h: column.h - 2 * down }
  })
  const label = commonLabel(stages, words, tones.deep)
  return joined(
    stages.map((stage, at) => {
      const column = columns[at] ?? box
      const outline = roundCorners(slanted(column, slant), FIELD_RADIUS)
      return field(stage, column, { tones, label, outline, words: words[at] ?? column })
    }),
  )
}

function slanted({ x, y, w, h }: Box, slant: (x: number) => number): Polygon {
  const [left, right] = [slant(x), slant(x + w)]
  return [
    { x, y: y + left },
    { x: x + w, y: y + right },
    { x: x + w, y: y + h - right },
    { x, y: y + h - left },
  ]
}
