import { CARD_SIZE } from '../../records/card-size.ts'
import type { Area, Item } from '../drawing.ts'
import type { TextStyle } from '../fit-text.ts'
import { INK, mix, type Tones, WHITE } from '../hues.ts'
import { regionFor } from '../places.ts'
import { type Box, boxPolygon } from '../polygon.ts'
import { roundCorners } from '../round-corners.ts'
import { signOf, signSize } from '../sign.ts'
import { fieldRegion } from './field.ts'
import { columnsOf, equalShares, type Frame, joined, type Piece, rowsOf, seatAt } from './piece.ts'
import type { HeadData, PartOf } from './schema.ts'
import { commonStyle, flow } from './text-flow.ts'

/** What the names of the levels take at the left. */
const LABELS = 400
const LABEL_PADDING = 28
const BAND_GAP = 20
const BAND_RADIUS = 28
const PILLAR_GAP = 44
const PILLAR_RADIUS = 40
const PILLAR_OUTLINE = 3
/** Bands shine through a pillar. */
const PILLAR_OPACITY = 0.82
/** How far the pillars stand out above the bands. */
const CAPITAL = 40
const LEAST_PILLAR = 280
const ICON = 58

/** The room that so many pillars ask for. */
export const roomForPillars = (count: number): number => LABELS + count * (LEAST_PILLAR + PILLAR_GAP)

/** A pillar for each party, with its card as the capital, across levels that reach over the whole width. */
export function pillars({ levels }: PartOf<'pillars'>, { box, tones, places }: Frame): Piece {
  const top = box.y + CARD_SIZE.h / 2
  const bands = rowsOf(
    { ...box, y: top + CAPITAL, h: box.h - (top - box.y) - CAPITAL },
    equalShares(levels.length),
    BAND_GAP,
  )
  const across = { ...box, x: box.x + LABELS, w: box.w - LABELS - PILLAR_GAP, y: top, h: box.h - (top - box.y) - 8 }
  const shafts = columnsOf(across, equalShares(places.length), PILLAR_GAP)
  const label = labelStyle(levels, tones)
  const cells = levels.flatMap(({ cell }, level) =>
    places.map(({ party }, at) => {
      const [shaft, band] = [shafts[at] ?? across, bands[level] ?? box]
      const room = { x: shaft.x, y: band.y, w: shaft.w, h: level === levels.length - 1 ? band.h - 8 : band.h }
      return { ...fieldRegion(regionFor(cell, at), boxPolygon(room), tones, room), party }
    }),
  )
  const named = joined(levels.map(({ head }, level) => bandOf(head, bands[level] ?? box, level, { label, tones })))
  return {
    ...named,
    regions: cells,
    ground: [...named.ground, ...shafts.map((shaft) => shaftOf(shaft, tones))],
    seats: places.map(({ party }, at) => {
      const shaft = shafts[at] ?? across
      return seatAt(party, { x: shaft.x + shaft.w / 2, y: top })
    }),
  }
}

const labelStyle = (levels: PartOf<'pillars'>['levels'], { deep }: Tones): TextStyle =>
  commonStyle(
    levels.map(({ head }) => head.label),
    {
      sizes: [40, 36, 32, 29],
      weight: 800,
      line: 1.1,
      colour: deep,
      maxWidth: LABELS - 2 * LABEL_PADDING,
      maxLines: 2,
      ragged: true,
    },
  )

const NOTE: TextStyle = {
  sizes: [25, 23],
  weight: 500,
  line: 1.24,
  colour: INK,
  maxWidth: LABELS - 2 * LABEL_PADDING,
  maxLines: 2,
  ragged: true,
}

interface BandLook {
  label: TextStyle
  tones: Tones
}

/** The first is the darkest. */
function bandOf(head: HeadData, box: Box, level: number, { label, tones }: BandLook): Piece {
  const size = signSize(head, ICON, 84)
  const words = flow([
    { text: head.label, align: 'start', style: label },
    ...(head.note ? [{ text: head.note, align: 'start', style: NOTE, before: 10 } as const] : []),
  ])
  const left = box.x + LABEL_PADDING
  const sign: Item[] = head.icon
    ? [
        {
          is: 'icon',
          ...signOf({ ...head, icon: head.icon }),
          at: { x: left + size / 2, y: box.y + LABEL_PADDING + size / 2 },
          size,
          colour: tones.deep,
        },
      ]
    : []
  return {
    regions: [],
    ground: [
      {
        is: 'area',
        outline: roundCorners(boxPolygon(box), BAND_RADIUS),
        fill: mix(tones.soft, tones.wash, Math.min(1, level / 2)),
      },
    ],
    words: [...sign, ...words.at(left, box.y + LABEL_PADDING + (head.icon ? size + 12 : 0))],
  }
}

const shaftOf = (box: Box, { alt }: Tones): Area => ({
  is: 'area',
  outline: roundCorners(boxPolygon(box), PILLAR_RADIUS),
  fill: WHITE,
  opacity: PILLAR_OPACITY,
  stroke: { colour: alt, width: PILLAR_OUTLINE },
})
