import { banner, bannerSentence } from './banner.ts'
import type { Figure } from './drawing.ts'
import { regionParts } from './figure-region.ts'
import { TONES, type Tones } from './hues.ts'
import { bridge } from './parts/bridge.ts'
import { cells } from './parts/cells.ts'
import { funnel } from './parts/funnel.ts'
import { matrix } from './parts/matrix.ts'
import { path } from './parts/path.ts'
import { petals } from './parts/petals.ts'
import { columnsOf, type Frame, joined, type Piece, rowsOf } from './parts/piece.ts'
import { ring } from './parts/ring.ts'
import { scales } from './parts/scales.ts'
import type { PartData, StackData } from './parts/schema.ts'
import { stairs } from './parts/stairs.ts'
import { star } from './parts/star.ts'
import { seatedTable } from './parts/table.ts'
import { type Box, boxPolygon } from './polygon.ts'
import { CONTENT, SHEET } from './sheet-measures.ts'

const GAP = 30
const BESIDE = 36
const BANNER_HEIGHT = 96

/** A plate of parts: rows under each other, parts of a row beside each other. */
export function stack({ rows }: StackData, tones: Tones): Figure {
  const isBanner = ({ parts }: StackData['rows'][number]) => parts.every(({ part }) => part === 'banner')
  const banners = rows.filter(isBanner).length
  const shares = rows.filter((row) => !isBanner(row)).map(({ height = 1 }) => height)
  const free = { ...CONTENT, h: CONTENT.h - banners * (BANNER_HEIGHT + GAP) }
  const heights = rowsOf(free, shares, GAP).map(({ h }) => h)
  let y = CONTENT.y
  const pieces = rows.map((row) => {
    const h = isBanner(row) ? BANNER_HEIGHT : (heights.shift() ?? 0)
    const box = { ...CONTENT, y, h }
    y += h + GAP
    const places = columnsOf(
      box,
      row.parts.map(({ width = 1 }) => width),
      BESIDE,
    )
    return joined(row.parts.map((part, at) => pieceOf(part, places[at] ?? box, tones)))
  })
  return { ...SHEET, ...joined(pieces) }
}

function pieceOf(data: PartData, box: Box, plate: Tones): Piece {
  const frame: Frame = { box, tones: data.hue ? TONES[data.hue] : plate }
  switch (data.part) {
    case 'banner':
      return {
        regions: [
          {
            ...regionParts(data.sentence, 'banner', frame.tones),
            outline: boxPolygon(box),
            sentence: bannerSentence(data.sentence.caption, frame.tones, box),
          },
        ],
        ground: banner(data.sentence, frame.tones, box),
        words: [],
      }
    case 'cells':
      return cells(data, frame)
    case 'matrix':
      return matrix(data, frame)
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
