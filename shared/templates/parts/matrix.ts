import type { Area, Icon, Item, Text } from '../drawing.ts'
import type { TextStyle } from '../fit-text.ts'
import { INK, TONES, type Tones, WHITE } from '../hues.ts'
import type { Place } from '../places.ts'
import { type Box, boxPolygon } from '../polygon.ts'
import type { FieldData } from '../region-schema.ts'
import { roundCorners } from '../round-corners.ts'
import { PICTURE, signOf, signSize } from '../sign.ts'
import { askStyle, fieldRegion, printedLines } from './field.ts'
import { columnsOf, equalShares, type Frame, inset, joined, middleOf, type Piece, rowsOf, seatAt } from './piece.ts'
import type { HeadData, PartOf } from './schema.ts'
import { commonStyle, flow } from './text-flow.ts'

const GAP = 12
const HEAD = 88
const ROW_HEAD = 290
const PADDING = 20
const ICON = 42
/** In the head of a column; that of a row has room for one of full size above its words. */
const PICTOGRAM = 76
const TALL = 200
const RADIUS = 22

/** The head of a row: words, or the card of a party. */
export type Head = HeadData | Place
const isPlace = (head: Head): head is Place => 'party' in head

export interface Cell {
  readonly data: FieldData
  /** Whom it is about, on plates that have a place for each party. */
  readonly party: string | null
}

interface Grid {
  readonly corner?: NonNullable<PartOf<'matrix'>['corner']> | undefined
  readonly heads: readonly HeadData[]
  /** Of as many cells as there are heads. */
  readonly rows: readonly { readonly head: Head; readonly cells: readonly Cell[] }[]
}

/** Rows under solid heads, each with a head of its own. */
export const matrix = ({ corner, heads, rows }: PartOf<'matrix'>, frame: Frame): Piece =>
  grid({ corner, heads, rows: rows.map(({ head, cells }) => ({ head, cells: cells.map(aboutNobody) })) }, frame)

const aboutNobody = (data: FieldData): Cell => ({ data, party: null })

/** The lowest row that is still of use, in a plate that grows with the number of parties. */
const LEAST_ROW = 300

/** The room that so many rows ask for at least. */
export const roomForRows = (count: number): number => HEAD + count * (LEAST_ROW + GAP)

export function grid({ corner, heads, rows }: Grid, { box, tones }: Frame): Piece {
  const body = { x: box.x + ROW_HEAD + GAP, y: box.y + HEAD + GAP, w: box.w - ROW_HEAD - GAP, h: box.h - HEAD - GAP }
  const columns = columnsOf({ ...body, y: box.y, h: HEAD }, equalShares(heads.length), GAP)
  const lines = rowsOf(body, equalShares(rows.length), GAP)
  const headStyle = commonHead(heads, columns, WHITE)
  const rowStyle = commonHead(
    rows.map(({ head }) => head),
    lines.map((line) => ({ ...line, w: ROW_HEAD })),
    tones.deep,
  )
  const pieces = rows.flatMap(({ head, cells }, at) => {
    const line = lines[at] ?? body
    const places = columnsOf(line, equalShares(heads.length), GAP)
    return [
      headOf(head, { x: box.x, y: line.y, w: ROW_HEAD, h: line.h }, rowStyle, { fill: tones.soft, colour: tones.deep }),
      ...cells
        .slice(0, heads.length)
        .map((cell, column) => matrixCell(cell, places[column] ?? line, tonesIn(heads[column], tones))),
    ]
  })
  const top = heads.map((head, at) =>
    headOf(head, columns[at] ?? body, headStyle, { fill: tonesIn(head, tones).deep, colour: WHITE }),
  )
  const { regions, ground, words, seats = [] } = joined([...top, ...pieces])
  return { regions, ground, words: [...words, ...(corner ? [cornerWords(corner, box)] : [])], seats }
}

/** A party's card stands in the middle of its head. */
function headOf(head: Head, box: Box, style: TextStyle, look: { fill: string; colour: string }): Piece {
  if (!isPlace(head)) return { regions: [], ...headBox(head, box, style, look.fill, look.colour) }
  return {
    regions: [],
    ground: [{ is: 'area', outline: roundCorners(boxPolygon(box), RADIUS), fill: look.fill }],
    words: [],
    seats: [seatAt(head.party, middleOf(box))],
  }
}

const tonesIn = (head: HeadData | undefined, plate: Tones): Tones => (head?.hue ? TONES[head.hue] : plate)

function commonHead(all: readonly Head[], boxes: readonly Box[], colour: string): TextStyle {
  const heads = all.filter((head): head is HeadData => !isPlace(head))
  const width = Math.min(...boxes.map(({ w }) => w)) - 2 * PADDING
  const beside = heads.map((head, at) => (isAbove(head, boxes[at]) ? 0 : besideWords(head)))
  return commonStyle(
    heads.map(({ label }) => label),
    {
      sizes: [32, 29, 26, 24, 22],
      weight: 800,
      line: 1.1,
      colour,
      maxWidth: width - Math.max(...beside),
      maxLines: 2,
      maxLinesSmallest: 3,
      ragged: true,
    },
  )
}

/** How much of the width the sign of a head takes. */
const besideWords = ({ icon, pictogram }: HeadData): number =>
  icon === undefined ? 0 : signSize({ pictogram }, ICON, PICTOGRAM) + 12

const isAbove = ({ pictogram }: HeadData, box: Box | undefined): boolean =>
  pictogram !== undefined && box !== undefined && box.h >= TALL

function headBox(
  head: HeadData,
  box: Box,
  style: TextStyle,
  fill: string,
  colour: string,
): { ground: Area[]; words: (Icon | Text)[] } {
  const { label, note, icon, pictogram } = head
  const noteStyle: TextStyle = {
    sizes: [21, 20],
    weight: 500,
    line: 1.2,
    colour: colour === WHITE ? WHITE : INK,
    maxWidth: box.w - 2 * PADDING,
    maxLines: 2,
    maxLinesSmallest: 6,
    ragged: true,
  }
  const sign = icon === undefined ? undefined : { icon, pictogram }
  const above = sign && isAbove(head, box) ? PICTURE + 10 : 0
  const lead = sign && above === 0 && { ...signOf(sign), size: signSize(sign, ICON, PICTOGRAM), gap: 12 }
  const words = flow([
    { text: label, align: 'start', style, ...(lead && { lead }) },
    ...(note ? [{ text: note, align: 'start', style: noteStyle, before: 6 } as const] : []),
  ])
  const left = box.x + PADDING
  const top = middleOf(box).y - (above + words.height) / 2
  return {
    ground: [{ is: 'area', outline: roundCorners(boxPolygon(box), RADIUS), fill }],
    words: [
      ...(sign && above > 0
        ? [
            {
              is: 'icon',
              ...signOf(sign),
              at: { x: left + PICTURE / 2, y: top + PICTURE / 2 },
              size: PICTURE,
              colour,
            } as const,
          ]
        : []),
      ...words.at(left, top + above),
    ],
  }
}

const cornerWords = (text: NonNullable<PartOf<'matrix'>['corner']>, { x, y }: Box): Text => ({
  is: 'text',
  text,
  at: { x: x + PADDING, y: y + HEAD / 2 },
  align: 'start',
  anchor: 'middle',
  style: {
    sizes: [27, 25, 23],
    weight: 700,
    line: 1.15,
    colour: INK,
    maxWidth: ROW_HEAD - 2 * PADDING,
    maxLines: 2,
    ragged: true,
  },
})

/** Head and row say what a cell is; it prints its question and its lines only. */
function matrixCell({ data: cell, party }: Cell, box: Box, tones: Tones): Piece {
  const inner = inset(box, PADDING)
  const text = flow([
    ...(cell.question
      ? [
          {
            text: cell.question,
            align: 'start',
            style: { ...askStyle(inner.w), sizes: [23, 21], ragged: true },
          } as const,
        ]
      : []),
    ...printedLines(cell.lines ?? [], inner.w),
  ])
  const taken = text.height === 0 ? 0 : text.height + PADDING
  const ground: Item = {
    is: 'area',
    outline: roundCorners(boxPolygon(box), RADIUS),
    fill: tones.wash,
  }
  return {
    regions: [{ ...fieldRegion(cell, boxPolygon(box), tones, { ...box, y: box.y + taken, h: box.h - taken }), party }],
    ground: [ground],
    words: text.at(inner.x, inner.y),
  }
}
