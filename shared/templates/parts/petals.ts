import type { FigureRegion, Item, Text } from '../drawing.ts'
import { regionParts } from '../figure-region.ts'
import { INK, type Tones, WHITE } from '../hues.ts'
import { regionFor } from '../places.ts'
import { inWedge, type Point, type Polygon, without } from '../polygon.ts'
import { roundCorners } from '../round-corners.ts'
import { curve, curveAt, curveHolds, type Superellipse } from '../superellipse.ts'
import { hub } from './hub.ts'
import { type Frame, joined, middleOf, type Piece, seatAt } from './piece.ts'
import { directionsRound, upTo } from './round.ts'
import type { PartOf } from './schema.ts'

/** Where the bands begin and end, as parts of the way from the middle to the edge. */
const EDGES = [0.285, 0.555, 0.79, 1] as const
const HUB = { rx: 260, ry: 166 }
const GAP = 26
const RADIUS = 44
const OUTLINE = 3.5
/** How far from the inner edge the card of a party stands: it is wide, and must not lie on the hub. */
const SEAT_OUT = { sideways: 0.12, upright: 0.05 }
/** How far within the edge of its band its name stands, as a part of the way. */
const BAND_NAME_IN = 0.045
/** In a petal that lies more to the side than this (cosine), the names of bands stand farther from the middle ray than
 * that of the petal. */
const SIDEWAYS = 0.8
const BESIDE_NAME = 66

/** A petal for each party round a hub, the first at twelve; their bands pale towards the edge, the last one behind a dotted line. */
export function petals({ bands, hub: middle }: PartOf<'petals'>, { box, tones, places }: Frame): Piece {
  const centre = middleOf(box)
  const whole: Superellipse = { cx: centre.x, cy: centre.y, rx: box.w / 2, ry: box.h / 2 }
  const at = (part: number): Superellipse => ({ ...whole, rx: whole.rx * part, ry: whole.ry * part })
  const starts = directionsRound(places.length, box, -0.5)
  const middles = directionsRound(places.length, box)
  const pieces = places.map(({ party }, index): Piece => {
    const from = starts[index] ?? 0
    const wedge = { centre, from, to: upTo(from, starts[(index + 1) % starts.length] ?? 0), gapFrom: GAP, gapTo: GAP }
    const slice = (inner: number, outer: number): Polygon => {
      const hole = at(inner)
      return without(inWedge(curve(at(outer)), wedge), curve(hole), (point) => curveHolds(hole, point))
    }
    const direction = middles[index] ?? 0
    // Where an edge slants, a name would lie across it unless it stands farther in.
    const isUpright = Math.abs(Math.cos(direction)) < 0.1
    const isSideways = Math.abs(Math.cos(direction)) > SIDEWAYS
    const beside = isSideways ? BESIDE_NAME * (Math.sin(direction) < 0 ? -1 : 1) : 0
    const place = (part: number): Point => curveAt(at(part), direction)
    const outlines = bands.map((_, band) => slice(EDGES[band] ?? 0, EDGES[band + 1] ?? 1))
    return {
      regions: bands.map(
        (band, which): FigureRegion => ({
          ...regionParts(regionFor(band, index), 'field', tones),
          party,
          outline: outlines[which] ?? [],
        }),
      ),
      ground: grounds(outlines, slice(EDGES[0], 1), tones),
      words: [
        ...bands.map((band, which) => {
          const { x, y } = place((EDGES[which + 1] ?? 1) - (isUpright ? 1 : 2) * BAND_NAME_IN)
          return bandName(band.label, { x, y: y + beside }, band.icon)
        }),
      ],
      seats: [seatAt(party, place(EDGES[0] + (isSideways ? SEAT_OUT.sideways : SEAT_OUT.upright)))],
    }
  })
  const table: Superellipse = { ...whole, rx: Math.min(HUB.rx, whole.rx * 0.25), ry: Math.min(HUB.ry, whole.ry * 0.25) }
  return { ...joined([...pieces, hub(middle, table, tones, { isDark: true })]), closed: curve(table) }
}

function grounds(bands: readonly Polygon[], whole: Polygon, { soft, wash, alt }: Tones): Item[] {
  const [inner = [], middle = [], outer = []] = bands
  const petal = roundCorners(whole, RADIUS)
  return [
    { is: 'area', outline: petal, fill: WHITE },
    { is: 'area', outline: middle, fill: wash },
    { is: 'area', outline: roundCorners(inner, RADIUS - 10), fill: soft },
    { is: 'area', outline: roundCorners(outer, RADIUS), stroke: { colour: alt, width: OUTLINE, dash: 'dotted' } },
    { is: 'area', outline: petal, stroke: { colour: alt, width: OUTLINE } },
  ]
}

const bandName = (text: Text['text'], at: Point, icon: string): Text => ({
  is: 'text',
  text,
  at,
  align: 'middle',
  anchor: 'middle',
  style: { sizes: [23, 21], weight: 700, line: 1.2, colour: INK, maxWidth: 210, maxLines: 1 },
  lead: { icon, size: 26, gap: 8 },
  pill: { fill: WHITE, padding: 12, height: 38 },
})
