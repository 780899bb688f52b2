import type { Stroke } from './drawing.ts'
import { eightSectors } from './eight-sectors.ts'
import { type Hue, INK, mix, TONES, tonesOf, WHITE } from './hues.ts'
import { boxPolygon, common, inWedge, type Point, type Polygon, without } from './polygon.ts'
import { roundCorners } from './round-corners.ts'
import type { LobesData, Template } from './schema.ts'
import { curve, curveHolds, grow, type Superellipse } from './superellipse.ts'

/** One path of a small picture of 240 × 160. */
export interface SmallShape {
  readonly d: string
  readonly fill?: string
  readonly stroke?: string
  readonly width?: number
  readonly dash?: string
  /** Where areas overlap, their colours add up. */
  readonly multiply?: true
}

/** Where the sign of a plate stands in its picture. */
export interface SmallSign extends Point {
  readonly size: number
  readonly colour: string
}

export interface SmallPicture {
  readonly shapes: readonly SmallShape[]
  readonly sign: SmallSign | null
}

const BOX = { x: 0, y: 0, w: 240, h: 160 }
const MIDDLE = { x: 120, y: 80 }
/** A curve keeps so many points: more cannot be seen in so small a picture. */
const POINTS = 40

/** In tenths of a unit. */
export function smallPath(outline: Polygon, points = POINTS): string {
  const every = Math.max(1, Math.ceil(outline.length / points))
  const kept = outline.filter((_, at) => at % every === 0)
  return `M${kept.map(({ x, y }) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`).join('L')}Z`
}

const area = (outline: Polygon, fill: string, more: Omit<SmallShape, 'd' | 'fill'> = {}): SmallShape => ({
  d: smallPath(outline),
  fill,
  ...more,
})

const paper = (fill: string): SmallShape => ({ d: 'M0 0H240V160H0Z', fill })

const RING: Superellipse = { cx: 120, cy: 80, rx: 91, ry: 64 }

/** Eight fields round a ring. */
export function smallFields(hue: Template['hue']): SmallPicture {
  const tones = tonesOf(hue)
  const hub: Superellipse = { cx: 120, cy: 80, rx: 43, ry: 28 }
  const sectors = eightSectors(BOX, curve(RING), grow(hub, 4), { axis: 4, diagonal: 3.5 })
  return {
    shapes: [
      paper(tones.wash),
      { d: 'M120 0V160M0 80H240', stroke: WHITE, width: 3 },
      area(curve(grow(RING, 4)), WHITE),
      ...sectors.map((sector, at) => area(roundCorners(sector, 4), at % 2 === 0 ? tones.deep : tones.alt)),
      area(curve(hub), WHITE, { stroke: tones.deep, width: 2.5 }),
    ],
    sign: { ...MIDDLE, size: 30, colour: tones.deep },
  }
}

const DASHES: Readonly<Record<NonNullable<Stroke['dash']>, string>> = { dashed: '9 5', dotted: '0.5 5', boxed: '6 4' }

/** Three lobes and their core. */
export function smallLobes({ lobes }: LobesData): SmallPicture {
  const outlines = [
    { cx: 82, cy: 62, rx: 78, ry: 50 },
    { cx: 158, cy: 62, rx: 78, ry: 50 },
    { cx: 120, cy: 106, rx: 92, ry: 49 },
  ].map(curve)
  const tones = lobes.map(({ hue }) => TONES[hue])
  const dashes = [{}, { dash: DASHES.dashed }, { dash: DASHES.dotted }]
  return {
    shapes: [
      paper(WHITE),
      ...outlines.map((outline, at) => area(outline, tones[at]?.soft ?? WHITE, { multiply: true })),
      ...outlines.map((outline, at) => ({
        d: smallPath(outline),
        stroke: tones[at]?.deep ?? INK,
        width: 3,
        ...dashes[at],
      })),
      area(common(outlines), WHITE, { stroke: INK, width: 3.5 }),
    ],
    sign: { x: 120, y: 81, size: 28, colour: INK },
  }
}

/** A few parties at the table, each with its own sign. */
const MARKS = [
  { d: 'M74 63a7 7 0 1 0 0.01 0Z', fill: '#1F5FA8' },
  { d: 'M137 63h13v13h-13Z', fill: '#C2410C' },
  { d: 'M109 101l7 13h-14Z', fill: '#00796B' },
  { d: 'M51 96l7 7l-7 7l-7 -7Z', fill: '#9D2F78' },
  { d: 'M164 106h7l4 6l-4 6h-7l-4 -6Z', fill: '#0F7396' },
]

/** Three rings round a hub, with parties, and the tray beside them. */
export function smallRings(hue: Template['hue']): SmallPicture {
  const { deep, mid, soft, wash } = tonesOf(hue)
  const at = (rx: number, ry: number) => curve({ cx: 108, cy: 80, rx, ry })
  return {
    shapes: [
      paper(WHITE),
      area(at(104, 76), wash, { stroke: deep, width: 2, dash: '0.5 4.5' }),
      area(at(79, 56), mix(soft, wash, 0.5), { stroke: deep, width: 2.5, dash: '7 4' }),
      area(at(50, 35), mix(soft, mid, 0.1), { stroke: deep, width: 3 }),
      area(at(25, 17), deep),
      ...MARKS,
      area(roundCorners(boxPolygon({ x: 218.5, y: 6, w: 17, h: 148 }), 5), WHITE, {
        stroke: INK,
        width: 2.5,
        dash: DASHES.boxed,
      }),
    ],
    sign: null,
  }
}

const STEPS: readonly Hue[] = ['opgave', 'samenstelling', 'ambitie', 'organisatie']

/** Four steps round a hub. */
export function smallWheel(): SmallPicture {
  const hub: Superellipse = { cx: 120, cy: 80, rx: 38, ry: 26 }
  const corner = Math.atan2(BOX.h, BOX.w)
  const turns = [-Math.PI + corner, -corner, corner, Math.PI - corner]
  const hole = grow(hub, 4)
  const parts = STEPS.map((hue, at) => {
    const [from = 0, next = 0] = [turns[at], turns[(at + 1) % 4]]
    const wedge = { centre: MIDDLE, from, to: next > from ? next : next + 2 * Math.PI, gapFrom: 5, gapTo: 5 }
    const segment = without(inWedge(curve(RING), wedge), curve(hole), (point) => curveHolds(hole, point))
    return { tones: TONES[hue], field: inWedge(boxPolygon(BOX), wedge), segment: roundCorners(segment, 4) }
  })
  return {
    shapes: [
      paper(WHITE),
      ...parts.map(({ tones, field }) => area(field, tones.wash)),
      area(curve(grow(RING, 4)), WHITE),
      ...parts.map(({ tones, segment }) => area(segment, tones.deep)),
      area(curve(hub), TONES.leren.soft),
    ],
    sign: { ...MIDDLE, size: 30, colour: TONES.leren.deep },
  }
}

/** Where regions lie, what holds a sentence dark, and the sign in the middle. */
export function smallParts(
  hue: Template['hue'],
  regions: readonly { outline: Polygon; isSentence: boolean }[],
): SmallPicture {
  const { deep, alt, soft } = tonesOf(hue)
  const fields = regions.filter(({ isSentence }) => !isSentence)
  const sentences = regions.filter(({ isSentence }) => isSentence)
  return {
    shapes: [
      paper(WHITE),
      ...fields.map(({ outline }) => ({ d: smallPath(outline, 28), fill: soft, stroke: alt, width: 2 })),
      ...sentences.map(({ outline }) => ({ d: smallPath(outline, 28), fill: alt, stroke: alt, width: 3 })),
      { d: 'M146 80a26 26 0 1 1-52 0a26 26 0 1 1 52 0Z', fill: deep, stroke: WHITE, width: 4 },
    ],
    sign: { ...MIDDLE, size: 30, colour: WHITE },
  }
}
