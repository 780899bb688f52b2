import type { Area, Figure, FigureRegion, Icon, Item, Line, Text } from './drawing.ts'
import { eightDirections, eightSectors } from './eight-sectors.ts'
import { regionParts } from './figure-region.ts'
import { INK, TONES, type Tones, WHITE } from './hues.ts'
import type { Paper } from './paper.ts'
import { boxPolygon, inWedge, type Point, type Polygon, without } from './polygon.ts'
import type { TemplateRegion } from './region-schema.ts'
import { roundCorners } from './round-corners.ts'
import type { WheelData } from './schema.ts'
import { PICTURE, signOf, signSize } from './sign.ts'
import { question } from './styles.ts'
import { curve, curveAt, curveHolds, grow, type Superellipse } from './superellipse.ts'

const ringAt = ({ x, y }: Point): Superellipse => ({ cx: x, cy: y, rx: 500, ry: 392 })
const hubAt = ({ x, y }: Point): Superellipse => ({ cx: x, cy: y, rx: 196, ry: 150 })
const MOAT = 14
const HUB_GAP = 14
/** Wide between the steps, thin within one. */
const GAPS = { axis: 7, diagonal: 26 }
const STEP_GAP = 16
const SEGMENT_RADIUS = 18
const FIELD_RADIUS = 28
/** The middle of each step's words, from the centre: at twelve, three, six and nine. */
const STEP_AT: readonly Point[] = [
  { x: 0, y: -262 },
  { x: 346, y: -22 },
  { x: 0, y: 280 },
  { x: -346, y: -22 },
]

/** Four steps round a hub, each with two questions in fields that reach the edge; arrows say in which order they come. */
export function wheel(data: WheelData, paper: Paper): Figure {
  const { w, h, content, centre } = paper
  const table = grow(ringAt(centre), MOAT)
  const outlines = eightSectors(content, boxPolygon(content), table, GAPS)
  // Those of the first step lie on both sides of twelve.
  const fields = data.steps.flatMap(({ hue, fields: [first, second] }, step) =>
    [first, second].map((region, at) => ({ region, tones: TONES[hue], sector: (2 * step + at + 7) % 8 })),
  )
  return {
    w,
    h,
    seats: [],
    regions: [
      ...fields.map(
        ({ region, tones: own, sector }): FigureRegion => ({
          ...regionParts(region, 'field', own),
          outline: outlines[sector] ?? [],
          invitation: middleOfRoom(sector, paper),
        }),
      ),
      { ...regionParts(data.hub, 'field', TONES.leren), outline: curve(hubAt(centre)) },
    ],
    closed: curve(table),
    ground: fields.map(
      ({ tones: own, sector }): Area => ({
        is: 'area',
        outline: roundCorners(outlines[sector] ?? [], FIELD_RADIUS),
        fill: own.wash,
      }),
    ),
    words: [
      ...data.steps.flatMap((step, at) => segment(step, at, paper)),
      ...joints(paper),
      { is: 'area', outline: curve(hubAt(centre)), fill: TONES.leren.soft },
      ...hubWords(data.hub, centre),
      ...fields.flatMap(({ region, tones: own, sector }) => asked(region, own, sector, paper)),
    ],
  }
}

/** The four diagonals, each where one step ends and the next begins: clockwise from the one after twelve. */
const diagonals = ({ centre, content }: Paper): number[] =>
  eightDirections(centre, content).filter((_, at) => at % 2 === 1)

function segment(step: WheelData['steps'][number], at: number, paper: Paper): (Area | Icon | Text)[] {
  const { centre } = paper
  const [to = 0, from = 0] = [diagonals(paper)[at], diagonals(paper)[(at + 3) % 4]]
  const wedge = { centre, from, to, gapFrom: STEP_GAP, gapTo: STEP_GAP }
  const hole = grow(hubAt(centre), HUB_GAP)
  const outline: Polygon = without(inWedge(curve(ringAt(centre)), wedge), curve(hole), (point) =>
    curveHolds(hole, point),
  )
  const place = STEP_AT[at] ?? { x: 0, y: 0 }
  const middle = { x: centre.x + place.x, y: centre.y + place.y }
  const size = signSize(step, 60, PICTURE)
  const line = { is: 'text', align: 'middle', anchor: 'top' } as const
  return [
    { is: 'area', outline: roundCorners(outline, SEGMENT_RADIUS), fill: TONES[step.hue].deep },
    { is: 'icon', ...signOf(step), at: { x: middle.x, y: middle.y - 12 - size / 2 }, size, colour: WHITE },
    {
      ...line,
      text: step.label,
      at: middle,
      style: { sizes: [34, 31, 28, 26], weight: 800, line: 1.1, colour: WHITE, maxWidth: 246, maxLines: 1 },
    },
    {
      ...line,
      text: step.note,
      at: { x: middle.x, y: middle.y + 40 },
      style: { sizes: [23, 21, 20], weight: 500, line: 1.2, colour: WHITE, maxWidth: 236, maxLines: 2 },
    },
  ]
}

const DISC = 36

/** A white disc with an arrow on each joint, clockwise. */
function joints(paper: Paper): (Area | Line)[] {
  const [ring, hub] = [ringAt(paper.centre), hubAt(paper.centre)]
  return diagonals(paper).flatMap((angle) => {
    const [outer, inner] = [curveAt(ring, angle), curveAt(hub, angle)]
    const at = { x: (outer.x + inner.x) / 2, y: (outer.y + inner.y) / 2 }
    const along = Math.atan2(Math.sin(angle), Math.cos(angle)) + Math.PI / 2
    const reach = (by: number, turn = 0): Point => ({
      x: at.x + by * Math.cos(along + turn),
      y: at.y + by * Math.sin(along + turn),
    })
    const tip = reach(15)
    const barb = (turn: number): Point => ({
      x: tip.x - 17 * Math.cos(along + turn),
      y: tip.y - 17 * Math.sin(along + turn),
    })
    const stroke = { colour: INK, width: 6 }
    return [
      { is: 'area', outline: curve({ cx: at.x, cy: at.y, rx: DISC, ry: DISC }), fill: WHITE },
      { is: 'line', points: [reach(-15), tip], stroke },
      { is: 'line', points: [barb(0.7), tip, barb(-0.7)], stroke },
    ]
  })
}

function hubWords(hub: TemplateRegion, centre: Point): Item[] {
  const { label, question: help } = hub
  const line = { is: 'text', align: 'middle', anchor: 'middle' } as const
  const colour = TONES.leren.deep
  return [
    { is: 'icon', ...signOf(hub), at: { x: centre.x, y: centre.y - 86 }, size: signSize(hub, 54, 72), colour },
    {
      ...line,
      text: label,
      at: { x: centre.x, y: centre.y - 14 },
      style: { sizes: [34, 30, 27], weight: 800, line: 1.05, colour: INK, maxWidth: 250, maxLines: 2 },
    },
    ...(help
      ? [
          {
            ...line,
            text: help,
            at: { x: centre.x, y: centre.y + 62 },
            style: { sizes: [22, 20], weight: 500, line: 1.2, colour: INK, maxWidth: 260, maxLines: 2 },
          } as const,
        ]
      : []),
  ]
}

const SIGN = 42

/** Sign and question at the outer end of the axis that the field lies along. */
function asked(region: TemplateRegion, { deep }: Tones, sector: number, { content, centre, end }: Paper): Item[] {
  const { question: words } = region
  const size = signSize(region, SIGN, PICTURE)
  if (!words) return []
  const isRight = sector < 4
  const isTop = sector < 2 || sector > 5
  const isSide = sector % 4 === 1 || sector % 4 === 2
  const at: Point = isSide
    ? { x: isRight ? end.x - 26 : content.x + 26, y: isTop ? centre.y - 26 : centre.y + 26 }
    : { x: isRight ? centre.x + 32 : centre.x - 32, y: isTop ? content.y + 22 : end.y - 22 }
  const align = isSide === isRight ? 'end' : 'start'
  const inward = align === 'end' ? -1 : 1
  const isUp = isSide === isTop
  const middle = at.y + ((isUp ? -1 : 1) * size) / 2
  return [
    {
      is: 'icon',
      ...signOf(region),
      at: { x: at.x + (inward * size) / 2, y: middle },
      size,
      colour: deep,
    },
    {
      is: 'text',
      text: words,
      at: { x: at.x + inward * (size + 14), y: region.pictogram ? middle : at.y },
      align,
      anchor: region.pictogram ? 'middle' : isUp ? 'bottom' : 'top',
      style: { ...question(), ragged: true },
    },
  ]
}

/** Of top and bottom fields halfway between edge and ring, of side fields between the ring and the side. */
function middleOfRoom(sector: number, { content, centre }: Paper): Point {
  const isRight = sector < 4
  const isTop = sector < 2 || sector > 5
  const isSide = sector % 4 === 1 || sector % 4 === 2
  const ring = ringAt(centre)
  const [across, down] = isSide ? [(ring.rx + content.w / 2) / 2, 200] : [290, (ring.ry + content.h / 2) / 2]
  return { x: centre.x + (isRight ? across : -across), y: centre.y + (isTop ? -down : down) }
}
