import type { Line } from '../drawing.ts'
import type { Tones } from '../hues.ts'
import type { Box, Point } from '../polygon.ts'
import { curve, curveAt, type Superellipse } from '../superellipse.ts'
import { commonLabel, field } from './field.ts'
import { hub } from './hub.ts'
import { type Frame, joined, middleOf, type Piece } from './piece.ts'
import { directionsRound } from './round.ts'
import type { PartOf } from './schema.ts'

/** Of the box. */
const SEAT = { w: 0.235, h: 0.25 }
const HUB = { w: 0.145, h: 0.16 }
const SPOKE = 5

/** Boxes on spokes round a hub, the first at twelve. */
export function star({ seats, hub: middle }: PartOf<'star'>, { box, tones }: Frame): Piece {
  const centre = middleOf(box)
  const table: Superellipse = { cx: centre.x, cy: centre.y, rx: box.w * HUB.w, ry: box.h * HUB.h }
  const size = { w: box.w * SEAT.w, h: box.h * SEAT.h }
  const round: Superellipse = { ...table, rx: (box.w - size.w) / 2, ry: (box.h - size.h) / 2 }
  const places = directionsRound(seats.length, box).map((direction): Box => {
    const at = curveAt(round, direction)
    return { x: at.x - size.w / 2, y: at.y - size.h / 2, ...size }
  })
  const label = commonLabel(seats, places, tones.deep)
  const fields = seats.map((seat, at) => field(seat, places[at] ?? box, { tones, label }))
  const spokes = places.map((place) => spoke(table, middleOf(place), tones))
  const { regions, ground, words } = joined([...fields, hub(middle, table, tones)])
  return { regions, ground: [...spokes, ...ground], words, closed: curve(table) }
}

const spoke = (table: Superellipse, to: Point, { mid }: Tones): Line => ({
  is: 'line',
  points: [curveAt(table, Math.atan2(to.y - table.cy, to.x - table.cx)), to],
  stroke: { colour: mid, width: SPOKE },
})
