import { CARD_SIZE } from '../../records/card-size.ts'
import type { Area, Item } from '../drawing.ts'
import { type Tones, WHITE } from '../hues.ts'
import { regionFor } from '../places.ts'
import { type Box, boxPolygon, type Point } from '../polygon.ts'
import type { FieldData } from '../region-schema.ts'
import { roundCorners } from '../round-corners.ts'
import { curve, curveAt, grow, type Superellipse } from '../superellipse.ts'
import { askStyle, FIELD_RADIUS, fieldRegion } from './field.ts'
import { hub } from './hub.ts'
import { equalShares, type Frame, joined, middleOf, type Piece, rowsOf } from './piece.ts'
import type { PartOf } from './schema.ts'
import { type FlowText, flow } from './text-flow.ts'

const SIDE = 520
const GAP = 14
/** How thick the edge of the table is, and how large the seats on it. */
const EDGE = 74
const SEAT = 33
const LARGEST = { rx: 510, ry: 440 }
const PADDING = 20
/** The lowest box in which there is room for notes. */
const LEAST_BOX = 200

/** A table with a shared sentence; the first half of those who sit at it at the left, the rest at the right. */
export function seatedTable({ seat, hub: middle }: PartOf<'table'>, { box, tones, places: parties }: Frame): Piece {
  const centre = middleOf(box)
  const table: Superellipse = {
    cx: centre.x,
    cy: centre.y,
    rx: Math.min(LARGEST.rx, (box.w - 2 * SIDE) / 2 - 60),
    ry: Math.min(LARGEST.ry, box.h / 2 - SEAT),
  }
  const half = Math.ceil(parties.length / 2)
  const left = rowsOf({ ...box, w: SIDE }, equalShares(half), GAP)
  const right = rowsOf({ ...box, x: box.x + box.w - SIDE, w: SIDE }, equalShares(parties.length - half), GAP)
  const places = [...left, ...right]
  const boxes = parties.map(({ party }, at) => seatBox(regionFor(seat, at), party, places[at] ?? box, tones))
  const chairs = places.map((place) => chairFor(place, table))
  const { regions, ground, words, seats = [] } = joined([...boxes, hub(middle, grow(table, -EDGE), tones)])
  return {
    regions,
    ground: [
      ...places.map((place, at) => lineTo(place, chairs[at] ?? centre, tones)),
      ...ground,
      { is: 'area', outline: curve(table), fill: tones.deep },
    ],
    words: [...words, ...chairs.map((chair) => disc(chair, tones))],
    closed: curve(table),
    seats,
  }
}

/** The room that so many boxes at either side ask for. */
export const roomForSeats = (count: number): number => Math.ceil(count / 2) * (LEAST_BOX + GAP)

/** The box of one party: its card, with the question beside it, and room for notes under both. */
function seatBox(data: FieldData, party: string | null, box: Box, tones: Tones): Piece {
  const seat = { party, x: box.x + PADDING, y: box.y + PADDING }
  const ask: FlowText[] = data.question
    ? [{ text: data.question, align: 'start', style: { ...askStyle(box.w - CARD_SIZE.w - 3 * PADDING), ragged: true } }]
    : []
  const words = flow(ask)
  const taken = PADDING + Math.max(CARD_SIZE.h, words.height)
  return {
    regions: [{ ...fieldRegion(data, boxPolygon(box), tones, { ...box, y: box.y + taken, h: box.h - taken }), party }],
    ground: [{ is: 'area', outline: roundCorners(boxPolygon(box), FIELD_RADIUS), fill: tones.wash }],
    words: words.at(seat.x + CARD_SIZE.w + PADDING, seat.y + Math.max(0, (CARD_SIZE.h - words.height) / 2)),
    seats: [seat],
  }
}

/** On the edge of the table, on the way to a box. */
function chairFor(place: Box, table: Superellipse): Point {
  const to = middleOf(place)
  const ring = grow(table, -EDGE / 2)
  return curveAt(ring, Math.atan2((to.y - table.cy) * 0.8, to.x - table.cx))
}

function lineTo(place: Box, chair: Point, { mid }: Tones): Item {
  const to = middleOf(place)
  const x = to.x < chair.x ? place.x + place.w : place.x
  return { is: 'line', points: bend({ x, y: to.y }, chair), stroke: { colour: mid, width: 5 } }
}

/** How many straight pieces a bend is drawn with. */
const BEND_STEPS = 24

/** From one point to another, leaving and arriving level. */
const bend = (from: Point, to: Point): Point[] =>
  Array.from({ length: BEND_STEPS + 1 }, (_, step) => {
    const along = step / BEND_STEPS
    const rise = along * along * (3 - 2 * along)
    return { x: from.x + (to.x - from.x) * along, y: from.y + (to.y - from.y) * rise }
  })

const disc = ({ x, y }: Point, { deep }: Tones): Area => ({
  is: 'area',
  outline: curve({ cx: x, cy: y, rx: SEAT, ry: SEAT }),
  fill: WHITE,
  stroke: { colour: deep, width: 5 },
})
