import type { Area, Item } from '../drawing.ts'
import { type Tones, WHITE } from '../hues.ts'
import type { Box, Point } from '../polygon.ts'
import { curve, curveAt, grow, type Superellipse } from '../superellipse.ts'
import { commonLabel, field } from './field.ts'
import { hub } from './hub.ts'
import { equalShares, type Frame, joined, middleOf, type Piece, rowsOf } from './piece.ts'
import type { PartOf } from './schema.ts'

const SIDE = 520
const GAP = 14
/** How thick the edge of the table is, and how large the seats on it. */
const EDGE = 74
const SEAT = 33
const LARGEST = { rx: 510, ry: 440 }

/** A table with a shared sentence; the first half of those who sit at it at the left, the rest at the right. */
export function seatedTable({ seats, hub: middle }: PartOf<'table'>, { box, tones }: Frame): Piece {
  const centre = middleOf(box)
  const table: Superellipse = {
    cx: centre.x,
    cy: centre.y,
    rx: Math.min(LARGEST.rx, (box.w - 2 * SIDE) / 2 - 60),
    ry: Math.min(LARGEST.ry, box.h / 2 - SEAT),
  }
  const half = Math.ceil(seats.length / 2)
  const left = rowsOf({ ...box, w: SIDE }, equalShares(half), GAP)
  const right = rowsOf({ ...box, x: box.x + box.w - SIDE, w: SIDE }, equalShares(seats.length - half), GAP)
  const places = [...left, ...right]
  const label = commonLabel(seats, places, tones.deep)
  const fields = seats.map((seat, at) => field(seat, places[at] ?? box, { tones, label }))
  const chairs = places.map((place) => chairFor(place, table))
  const { regions, ground, words } = joined([...fields, hub(middle, grow(table, -EDGE), tones)])
  return {
    regions,
    ground: [
      ...places.map((place, at) => lineTo(place, chairs[at] ?? centre, tones)),
      ...ground,
      { is: 'area', outline: curve(table), fill: tones.deep },
    ],
    words: [...words, ...chairs.map((chair) => disc(chair, tones))],
    closed: curve(table),
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
  return { is: 'line', points: [chair, { x, y: to.y }], stroke: { colour: mid, width: 5 } }
}

const disc = ({ x, y }: Point, { deep }: Tones): Area => ({
  is: 'area',
  outline: curve({ cx: x, cy: y, rx: SEAT, ry: SEAT }),
  fill: WHITE,
  stroke: { colour: deep, width: 5 },
})
