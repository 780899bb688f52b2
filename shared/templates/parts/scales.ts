import type { Bilingual } from '../../records/region.ts'
import type { Icon, Item, SignNames, Text } from '../drawing.ts'
import { regionParts } from '../figure-region.ts'
import { INK, type Tones, WHITE } from '../hues.ts'
import { type Box, boxPolygon } from '../polygon.ts'
import { roundCorners } from '../round-corners.ts'
import { PICTURE, signOf } from '../sign.ts'
import { columnsOf, type Frame, joined, middleOf, type Piece, rowsOf } from './piece.ts'
import type { PartOf } from './schema.ts'

const HEADS = 64
const BLOCK_HEAD = 50
const BLOCK_GAP = 16
const ROW_GAP = 8
/** Of the width: a pole, the scale, the other pole. */
const SHARES = [1, 1.5, 1]
const STEPS = 5

type ScalesData = PartOf<'scales'>

/** Rows with a pole at either end; where a card lies between them is its answer. */
export function scales({ left, right, blocks }: ScalesData, { box, tones }: Frame): Piece {
  const hasHeads = left !== undefined || right !== undefined
  const body = hasHeads ? { ...box, y: box.y + HEADS, h: box.h - HEADS } : box
  // A block's name is as high in each of them; the rows share what is left.
  const rows = blocks.reduce((sum, block) => sum + block.rows.length, 0)
  const rowHeight = (body.h - BLOCK_GAP * (blocks.length - 1) - BLOCK_HEAD * blocks.length) / rows
  let top = body.y
  const pieces = blocks.map((block) => {
    const height = BLOCK_HEAD + rowHeight * block.rows.length
    const piece = scaleBlock(block, { ...body, y: top, h: height }, tones)
    top += height + BLOCK_GAP
    return piece
  })
  const { regions, ground, words } = joined(pieces)
  const [first = box, , last = box] = columnsOf({ ...box, h: HEADS }, SHARES, 0)
  return {
    regions,
    ground,
    words: [
      ...(left ? [pole(left, first, 'end', tones.deep, 800)] : []),
      ...(right ? [pole(right, last, 'start', tones.deep, 800)] : []),
      ...words,
    ],
  }
}

function scaleBlock({ label, rows }: ScalesData['blocks'][number], box: Box, tones: Tones): Piece {
  const lines = rowsOf(
    { ...box, y: box.y + BLOCK_HEAD, h: box.h - BLOCK_HEAD },
    rows.map(() => 1),
    ROW_GAP,
  )
  const name: Text = {
    is: 'text',
    text: label,
    at: { x: box.x + 4, y: box.y + BLOCK_HEAD / 2 },
    align: 'start',
    anchor: 'middle',
    style: { sizes: [32, 29, 26], weight: 800, line: 1.1, colour: tones.deep, maxWidth: box.w - 8, maxLines: 1 },
  }
  const pieces = rows.map(({ region, left, right, pictograms }, at): Piece => {
    const line = lines[at] ?? box
    const [a = line, scale = line, b = line] = columnsOf(line, SHARES, 0)
    return {
      regions: [{ ...regionParts(region, 'field', tones), outline: boxPolygon(scale) }],
      ground: [{ is: 'area', outline: roundCorners(boxPolygon(line), 18), fill: tones.wash }, ...steps(scale, tones)],
      words: [
        ...(pictograms ? polePictures(region.icon, pictograms, line) : []),
        pole(left, a, 'end'),
        pole(right, b, 'start'),
      ],
    }
  })
  return joined([{ regions: [], ground: [], words: [name] }, ...pieces])
}

function pole(text: Bilingual, box: Box, align: 'start' | 'end', colour = INK, weight: 500 | 800 = 500): Text {
  const x = align === 'end' ? box.x + box.w - 24 : box.x + 24
  const sizes = weight === 800 ? ([32, 29, 26, 24] as const) : ([24, 22] as const)
  return {
    is: 'text',
    text,
    at: { x, y: middleOf(box).y },
    align,
    anchor: 'middle',
    style: { sizes, weight, line: 1.18, colour, maxWidth: box.w - 44, maxLines: 2 },
  }
}

/** At the outer ends of the line. */
const polePictures = (icon: string, pictograms: readonly SignNames['pictogram'][], line: Box): Icon[] =>
  pictograms.map((pictogram, at) => {
    const inward = 24 + PICTURE / 2
    const x = at === 0 ? line.x + inward : line.x + line.w - inward
    return { is: 'icon', ...signOf({ icon, pictogram }), at: { x, y: middleOf(line).y }, size: PICTURE, colour: INK }
  })

/** A line with discs at even distances. */
function steps({ x, w, ...box }: Box, tones: Tones): Item[] {
  const y = box.y + box.h / 2
  const [from, to] = [x + 40, x + w - 40]
  const disc = (at: number): Item => {
    const cx = from + ((to - from) * at) / (STEPS - 1)
    const circle = Array.from({ length: 24 }, (_, point) => {
      const angle = (point / 24) * 2 * Math.PI
      return { x: cx + 13 * Math.cos(angle), y: y + 13 * Math.sin(angle) }
    })
    return { is: 'area', outline: circle, fill: WHITE, stroke: { colour: tones.mid, width: 4 } }
  }
  return [
    {
      is: 'line',
      points: [
        { x: from, y },
        { x: to, y },
      ],
      stroke: { colour: tones.mid, width: 5 },
    },
    ...Array.from({ length: STEPS }, (_, at) => disc(at)),
  ]
}
