import type { Bilingual } from '../../records/region.ts'
import type { Item, Line, Text } from '../drawing.ts'
import { INK, type Tones } from '../hues.ts'
import type { Box, Point } from '../polygon.ts'
import { commonLabel, field } from './field.ts'
import { columnsOf, equalShares, type Frame, joined, middleOf, type Piece, rowsOf } from './piece.ts'
import type { PartOf } from './schema.ts'

const GAP = 18
const ARROW_GAP = 72
const SIGN_GAP = 92
const HEADING = 58
/** Room for the names of the axes, at the left and at the bottom. */
const UP_AXIS = 190
const ACROSS_AXIS = 62

type CellsData = PartOf<'cells'>

/** Fields of one size in rows. */
export function cells(data: CellsData, { box, tones }: Frame): Piece {
  const { heading, axes, between } = data
  const inner = withoutAxes(heading ? { ...box, y: box.y + HEADING, h: box.h - HEADING } : box, axes)
  const gap = between === undefined ? GAP : between === 'arrow' ? ARROW_GAP : SIGN_GAP
  const rows = rowsOf(inner, equalShares(Math.ceil(data.cells.length / data.columns)), GAP)
  const boxes = rows.flatMap((row) => columnsOf(row, equalShares(data.columns), gap)).slice(0, data.cells.length)
  const label = commonLabel(data.cells, boxes, tones.deep, data.isNumbered)
  const fields = data.cells.map((cell, at) =>
    field(cell, boxes[at] ?? inner, { tones, label, ...(data.isNumbered && { number: at + 1 }) }),
  )
  const { regions, ground, words } = joined(fields)
  return {
    regions,
    ground: [...ground, ...(between === undefined ? [] : signs(boxes, between, gap, tones))],
    words: [...(heading ? [headingOver(heading, box, tones)] : []), ...words, ...(axes ? axisWords(inner, axes) : [])],
  }
}

const headingOver = (text: Bilingual, { x, y, w }: Box, { deep }: Tones): Text => ({
  is: 'text',
  text,
  at: { x: x + 4, y: y + 2 },
  align: 'start',
  anchor: 'top',
  style: { sizes: [34, 30, 27], weight: 800, line: 1.1, colour: deep, maxWidth: w - 8, maxLines: 1 },
})

/** An arrow or a sign in the white between each field and the next in its row. */
function signs(boxes: readonly Box[], between: NonNullable<CellsData['between']>, gap: number, tones: Tones): Item[] {
  return boxes.flatMap((box, at): Item[] => {
    const next = boxes[at + 1]
    if (next === undefined || next.y !== box.y) return []
    const middle = { x: box.x + box.w + gap / 2, y: middleOf(box).y }
    if (between === 'arrow') return arrow({ x: middle.x - 24, y: middle.y }, { x: middle.x + 24, y: middle.y })
    const sign = between[at % between.length] ?? ''
    // The plates' letter has no such sign.
    if (sign === '↔')
      return [-1, 1].flatMap((way) => arrow(middle, { x: middle.x + 34 * way, y: middle.y }, tones.deep))
    return [
      {
        is: 'text',
        text: { nl: sign, en: sign },
        at: middle,
        align: 'middle',
        anchor: 'middle',
        style: { sizes: [68], weight: 800, line: 1, colour: tones.deep, maxWidth: 90, maxLines: 1 },
      },
    ]
  })
}

/** A line with an open head at its end. */
export function arrow(from: Point, to: Point, colour = INK, width = 6): Line[] {
  const angle = Math.atan2(to.y - from.y, to.x - from.x)
  const barb = (turn: number) => ({ x: to.x - 20 * Math.cos(angle + turn), y: to.y - 20 * Math.sin(angle + turn) })
  const stroke = { colour, width }
  return [
    { is: 'line', points: [from, to], stroke },
    { is: 'line', points: [barb(0.65), to, barb(-0.65)], stroke },
  ]
}

const withoutAxes = (box: Box, axes: CellsData['axes']): Box =>
  axes === undefined ? box : { x: box.x + UP_AXIS, y: box.y, w: box.w - UP_AXIS, h: box.h - ACROSS_AXIS }

/** The names of the axes and their ends, all of them upright. */
function axisWords({ x, y, w, h }: Box, { across, up }: NonNullable<CellsData['axes']>): Item[] {
  const under = y + h + 38
  const beside = x - 20
  const end = (text: Bilingual, at: Point, align: Text['align'], isName = false): Text => ({
    is: 'text',
    text,
    at,
    align,
    anchor: 'middle',
    style: {
      sizes: [27, 25, 23],
      weight: isName ? 700 : 500,
      line: 1.2,
      colour: INK,
      maxWidth: align === 'end' && at.x === beside ? UP_AXIS - 26 : w / 3.4,
      maxLines: at.x === beside ? 3 : 1,
    },
  })
  return [
    ...arrow({ x: x - 8, y: y + h }, { x: x - 8, y: y + 4 }, INK, 3.5),
    ...arrow({ x, y: y + h + 8 }, { x: x + w - 4, y: y + h + 8 }, INK, 3.5),
    end(up.high, { x: beside, y: y + 48 }, 'end'),
    end(up.name, { x: beside, y: y + h / 2 }, 'end', true),
    end(up.low, { x: beside, y: y + h - 48 }, 'end'),
    end(across.low, { x, y: under }, 'start'),
    end(across.name, { x: x + w / 2, y: under }, 'middle', true),
    end(across.high, { x: x + w, y: under }, 'end'),
  ]
}
