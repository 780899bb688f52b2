import { BANNER_HEIGHT, banner, bannerSentence } from './banner.ts'
import type { Figure } from './drawing.ts'
import { regionParts } from './figure-region.ts'
import { TONES, type Tones } from './hues.ts'
import { A1, type Paper } from './paper.ts'
import { bridge } from './parts/bridge.ts'
import { cells } from './parts/cells.ts'
import { funnel } from './parts/funnel.ts'
import { matrix, roomForRows } from './parts/matrix.ts'
import { partyRows } from './parts/party-matrix.ts'
import { path } from './parts/path.ts'
import { petals } from './parts/petals.ts'
import { columnsOf, type Frame, joined, type Piece, rowsOf } from './parts/piece.ts'
import { pillars, roomForPillars } from './parts/pillars.ts'
import { ring } from './parts/ring.ts'
import { scales } from './parts/scales.ts'
import type { PartData, StackData } from './parts/schema.ts'
import { stairs } from './parts/stairs.ts'
import { star } from './parts/star.ts'
import { roomForSeats, seatedTable } from './parts/table.ts'
import type { Place } from './places.ts'
import { type Box, boxPolygon } from './polygon.ts'

const GAP = 30
const BESIDE = 36

/** A plate of parts: rows under each other, parts of a row beside each other. */
export function stack({ rows }: StackData, tones: Tones, { w, h, content }: Paper, places: readonly Place[]): Figure {
  const boxes = boxesOf(rows, content)
  const pieces = rows.flatMap(({ parts }, row) =>
    parts.map((part, at) => pieceOf(part, { box: boxes[row]?.[at] ?? content, tones: tonesOf(part, tones), places })),
  )
  return { w, h, seats: [], ...joined(pieces) }
}

const tonesOf = ({ hue }: PartData, plate: Tones): Tones => (hue ? TONES[hue] : plate)

const isBanner = ({ parts }: StackData['rows'][number]) => parts.every(({ part }) => part === 'banner')

/** The box of each part, by row. */
function boxesOf(rows: StackData['rows'], content: Box): Box[][] {
  const banners = rows.filter(isBanner).length
  const shares = rows.filter((row) => !isBanner(row)).map(({ height = 1 }) => height)
  const free = { ...content, h: content.h - banners * (BANNER_HEIGHT + GAP) }
  const heights = rowsOf(free, shares, GAP).map(({ h }) => h)
  let y = content.y
  return rows.map((row) => {
    const box = { ...content, y, h: isBanner(row) ? BANNER_HEIGHT : (heights.shift() ?? 0) }
    y += box.h + GAP
    return columnsOf(
      box,
      row.parts.map(({ width = 1 }) => width),
      BESIDE,
    )
  })
}

/** How many places for parties a plate has at least; 0 for one that has none. */
export const leastPlacesOf = ({ rows }: StackData): number =>
  Math.max(0, ...rows.flatMap(({ parts }) => parts).map((part) => ('leastPlaces' in part ? part.leastPlaces : 0)))

/** How much wider and higher than A1 its content must be for so many places. */
export function roomForPlaces({ rows }: StackData, count: number): { w: number; h: number } {
  const boxes = boxesOf(rows, A1.content)
  const asked = rows.flatMap(({ parts }, row) => parts.map((part, at) => askedBy(part, boxes[row]?.[at], count)))
  return { w: Math.max(1, ...asked.map(({ w }) => w)), h: Math.max(1, ...asked.map(({ h }) => h)) }
}

/** More petals than this do not fit round a hub on A1. */
const MOST_PETALS = 5

function askedBy(part: PartData, box: Box = A1.content, count: number): { w: number; h: number } {
  switch (part.part) {
    case 'party-rows':
      return { w: 1, h: roomForRows(count) / box.h }
    case 'pillars':
      return { w: roomForPillars(count) / box.w, h: 1 }
    case 'petals':
      return { w: count / MOST_PETALS, h: count / MOST_PETALS }
    case 'table':
      return { w: 1, h: roomForSeats(count) / box.h }
    default:
      return { w: 1, h: 1 }
  }
}

function pieceOf(data: PartData, frame: Frame): Piece {
  switch (data.part) {
    case 'banner':
      return {
        regions: [
          {
            ...regionParts(data.sentence, 'banner', frame.tones),
            outline: boxPolygon(frame.box),
            sentence: bannerSentence(data.sentence.caption, frame.tones, frame.box),
          },
        ],
        ground: banner(data.sentence, frame.tones, frame.box),
        words: [],
      }
    case 'cells':
      return cells(data, frame)
    case 'matrix':
      return matrix(data, frame)
    case 'party-rows':
      return partyRows(data, frame)
    case 'pillars':
      return pillars(data, frame)
    case 'scales':
      return scales(data, frame)
    case 'ring':
      return ring(data, frame)
    case 'star':
      return star(data, frame)
    case 'path':
      return path(data, frame)
    case 'stairs':
      return stairs(data, frame)
    case 'funnel':
      return funnel(data, frame)
    case 'bridge':
      return bridge(data, frame)
    case 'petals':
      return petals(data, frame)
    case 'table':
      return seatedTable(data, frame)
    default:
      return data satisfies never
  }
}
