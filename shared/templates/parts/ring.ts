import type { Area, FigureRegion, Icon, Item, Text } from '../drawing.ts'
import { INK, type Tones, WHITE } from '../hues.ts'
import { type Box, boxPolygon, inWedge, type Point, type Polygon, without } from '../polygon.ts'
import type { FieldData } from '../region-schema.ts'
import { roundCorners } from '../round-corners.ts'
import { signOf, signSize } from '../sign.ts'
import { ringWord } from '../styles.ts'
import { curve, curveAt, curveHolds, grow, type Superellipse } from '../superellipse.ts'
import { askStyle, FIELD_RADIUS, fieldRegion, printedLines } from './field.ts'
import { hub } from './hub.ts'
import { type Frame, joined, middleOf, type Piece } from './piece.ts'
import { directionsRound, edgeOf, upTo } from './round.ts'
import type { PartOf } from './schema.ts'
import { commonStyle, flow } from './text-flow.ts'

/** Of the box. */
const RING = { w: 0.247, h: 0.273 }
/** Of the ring. */
const HUB = { w: 0.54, h: 0.52 }
const HUB_GAP = 12
const MOAT = 14
const GAP = 18
const SEGMENT_RADIUS = 16
const ICON = 56
/** At most: less where a word of two lines needs the thickness of the ring. */
const PICTOGRAM = 84
const SIGN_GAP = 8
/** Between what stands in a segment and its edges. */
const SEGMENT_PADDING = 11
const EDGE = 28
/** So near to a corner of the box a field has its words in that corner. */
const CORNER = 0.82

/** A dark ring of words round a hub; outside each word its field, which reaches the edge of the box. */
export function ring({ sectors, hub: middle }: PartOf<'ring'>, { box, tones }: Frame): Piece {
  const centre = middleOf(box)
  const table: Superellipse = { cx: centre.x, cy: centre.y, rx: box.w * RING.w, ry: box.h * RING.h }
  const inner: Superellipse = { ...table, rx: table.rx * HUB.w, ry: table.ry * HUB.h }
  const edges = directionsRound(sectors.length, box, -0.5)
  const middles = directionsRound(sectors.length, box)
  const word = commonStyle(
    sectors.map(({ label }) => label),
    { ...ringWord(WHITE), sizes: [31, 29, 26, 24], maxWidth: Math.min(230, table.rx * (1 - HUB.w) - 28) },
  )
  const highest = Math.max(...sectors.map(({ label }) => flow([{ text: label, align: 'middle', style: word }]).height))
  const thickness = table.ry - inner.ry - HUB_GAP
  const picture = Math.min(PICTOGRAM, thickness - highest - SIGN_GAP - 2 * SEGMENT_PADDING)
  const pieces = sectors.map((sector, at): Piece => {
    const wedge = { from: edges[at] ?? 0, to: upTo(edges[at] ?? 0, edges[(at + 1) % edges.length] ?? 0) }
    const cut = (outer: Polygon, hole: Superellipse) => slice(outer, hole, centre, wedge)
    const outline = cut(boxPolygon(box), grow(table, MOAT))
    const segment = cut(curve(table), grow(inner, HUB_GAP))
    const direction = middles[at] ?? 0
    return {
      regions: [regionOf(sector, outline, box, table, direction, tones)],
      ground: [{ is: 'area', outline: roundCorners(outline, FIELD_RADIUS), fill: tones.wash }],
      words: [
        {
          is: 'area',
          outline: roundCorners(segment, SEGMENT_RADIUS),
          fill: at % 2 === 0 ? tones.deep : tones.alt,
        } satisfies Area,
        ...ringSign(sector, middleOfSegment(table, inner, direction), word, picture),
        ...outerWords(sector, box, direction, sectors.length),
      ],
    }
  })
  return { ...joined([...pieces, hub(middle, inner, tones)]), closed: curve(grow(table, MOAT)) }
}

function slice(outer: Polygon, hole: Superellipse, centre: Point, { from, to }: { from: number; to: number }): Polygon {
  const wedge = inWedge(outer, { centre, from, to, gapFrom: GAP, gapTo: GAP })
  return without(wedge, curve(hole), (point) => curveHolds(hole, point))
}

const middleOfSegment = (outer: Superellipse, inner: Superellipse, direction: number): Point => {
  const [a, b] = [curveAt(outer, direction), curveAt(inner, direction)]
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}

function ringSign(sector: FieldData, { x, y }: Point, style: Text['style'], picture: number): (Icon | Text)[] {
  const word = flow([{ text: sector.label, align: 'middle', style }])
  const size = signSize(sector, ICON, picture)
  const top = y - (size + SIGN_GAP + word.height) / 2
  return [
    { is: 'icon', ...signOf(sector), at: { x, y: top + size / 2 }, size, colour: WHITE },
    ...word.at(x, top + size + SIGN_GAP),
  ]
}

/** The question and what is printed, at the outer end of the field. */
function outerWords(sector: FieldData, box: Box, direction: number, count: number): Item[] {
  const edge = edgeOf(box, direction)
  const centre = middleOf(box)
  const across = (edge.x - centre.x) / (box.w / 2)
  const down = (edge.y - centre.y) / (box.h / 2)
  const align: Text['align'] = across > CORNER ? 'end' : across < -CORNER ? 'start' : 'middle'
  const width = align === 'middle' ? Math.min(560, (box.w * 1.5) / count) : Math.min(430, box.w * 0.2)
  const text = flow([
    ...(sector.question ? [{ text: sector.question, align, style: askStyle(width) } as const] : []),
    ...printedLines(sector.lines ?? [], width).map((line) => ({ ...line, align })),
  ])
  const x = align === 'middle' ? edge.x : align === 'end' ? box.x + box.w - EDGE : box.x + EDGE
  const isTop = down < -CORNER
  const isBottom = down > CORNER
  const y = isTop ? box.y + EDGE : isBottom ? box.y + box.h - EDGE - text.height : edge.y - text.height / 2
  return text.at(x, y).map((item) => ({ ...item, style: { ...item.style, colour: INK } }))
}

/** The room lies halfway between the ring and the edge. */
function regionOf(
  data: FieldData,
  outline: Polygon,
  box: Box,
  table: Superellipse,
  direction: number,
  tones: Tones,
): FigureRegion {
  const [from, to] = [curveAt(table, direction), edgeOf(box, direction)]
  const middle = { x: from.x + (to.x - from.x) * 0.42, y: from.y + (to.y - from.y) * 0.42 }
  const size = Math.hypot(to.x - from.x, to.y - from.y)
  return fieldRegion(data, outline, tones, { x: middle.x - size / 2, y: middle.y - size / 2, w: size, h: size })
}
