import type { Bilingual } from '../records/region.ts'
import type { Area, Figure, FigureRegion, Item, Line, SentenceLook, SignNames, Stroke, Text } from './drawing.ts'
import { regionParts } from './figure-region.ts'
import { INK, mix, type Tones, WHITE } from './hues.ts'
import { type Box, boxPolygon, inWedge, type Polygon, without } from './polygon.ts'
import { roundCorners } from './round-corners.ts'
import type { RingsData } from './schema.ts'
import { CENTRE, CONTENT, SHEET } from './sheet-measures.ts'
import { signOf, signSize } from './sign.ts'
import { question, ringWord } from './styles.ts'
import { curve, curveAt, curveHolds, type Superellipse } from './superellipse.ts'

const MIDDLE = { cx: CONTENT.x + 918, cy: CENTRE.y }
const HUB: Superellipse = { ...MIDDLE, rx: 192, ry: 128 }
/** From the inside out. */
const EDGES: readonly Superellipse[] = [
  { ...MIDDLE, rx: 452, ry: 330 },
  { ...MIDDLE, rx: 694, ry: 530 },
  { ...MIDDLE, rx: 918, ry: 717 },
]
const TRAY: Box = { x: MIDDLE.cx + 918 + 36, y: CONTENT.y, w: 400, h: CONTENT.h }
const DIVIDER = 8

/** The lower dividers lie this far under the horizontal. */
const LOWER = (26 * Math.PI) / 180
const UP = -Math.PI / 2
/** Left, right and bottom, clockwise. */
const SECTORS = [
  { from: Math.PI - LOWER, to: 1.5 * Math.PI },
  { from: UP, to: LOWER },
  { from: LOWER, to: Math.PI - LOWER },
] as const

/** One sector of a ring between two tables. */
function ringSector(outer: Superellipse, inner: Superellipse, sector: number, divider: number): Polygon {
  const { from, to } = SECTORS[sector] ?? SECTORS[0]
  const centre = { x: outer.cx, y: outer.cy }
  const slice = inWedge(curve(outer), { centre, from, to, gapFrom: divider, gapTo: divider })
  return without(slice, curve(inner), (point) => curveHolds(inner, point))
}

/** Three rings that darken towards the core, each cut in three domains, with a tray for who is missing. */
export function rings(data: RingsData, tones: Tones): Figure {
  const ringRegions = data.rings.flatMap((ring, at) => {
    const [outer, inner] = [EDGES[at] ?? HUB, EDGES[at - 1] ?? HUB]
    return data.sectors.map(
      ({ domain }, sector): FigureRegion => ({
        ...regionParts({ ...ring, key: `${ring.key}.${domain}`, domain }, 'ring', tones),
        outline: ringSector(outer, inner, sector, DIVIDER),
      }),
    )
  })
  return {
    ...SHEET,
    regions: [
      {
        ...regionParts(data.hub, 'hub', tones),
        outline: curve(HUB),
        sentence: hubSentence(data.hub.label, data.hub.caption, data.hub),
      },
      ...ringRegions,
      {
        ...regionParts(data.tray, 'tray', tones),
        outline: boxPolygon(TRAY),
      },
    ],
    ground: [...grounds(tones), ...dividers(), ...edges(tones)],
    words: [
      { is: 'area', outline: curve(HUB), fill: tones.deep },
      ...data.rings.flatMap((ring, at) => ringLabel(ring.label, ring.question, EDGES[at] ?? HUB, tones)),
      ...data.sectors.map((each, sector) => sectorLabel(each.label, each, sector)),
      ...trayLabel(data.tray.label, data.tray.question, data.tray),
    ],
  }
}

/** The outermost first, each smaller one on top of it. */
function grounds(tones: Tones): Area[] {
  const fills = [mix(tones.soft, tones.mid, 0.1), mix(tones.soft, tones.wash, 0.5), tones.wash]
  return EDGES.map((edge, at): Area => ({ is: 'area', outline: curve(edge), fill: fills[at] })).toReversed()
}

function dividers(): Line[] {
  const outer = EDGES.at(-1) ?? HUB
  return [UP, LOWER, Math.PI - LOWER].map((angle) => ({
    is: 'line',
    points: [curveAt(HUB, angle), curveAt(outer, angle)],
    stroke: { colour: WHITE, width: DIVIDER },
  }))
}

/** The line says how near a ring is, without colour: solid, dashed, dotted. */
function edges({ deep }: Tones): Area[] {
  const strokes: Stroke[] = [
    { colour: deep, width: 4.5 },
    { colour: deep, width: 3, dash: 'dashed' },
    { colour: deep, width: 4.5, dash: 'dotted' },
  ]
  return EDGES.map((edge, at): Area => ({ is: 'area', outline: curve(edge), stroke: strokes[at] }))
}

/** How far under the top of its ring a label stands. */
const LABEL_DOWN = 18

/** A pill with the name on the upper divider, and one with the help text under it. */
function ringLabel(label: Bilingual, help: Bilingual | undefined, edge: Superellipse, tones: Tones): Text[] {
  const top = edge.cy - edge.ry + LABEL_DOWN
  const line = { is: 'text', align: 'middle', anchor: 'middle' } as const
  const name: Text = {
    ...line,
    text: label,
    at: { x: edge.cx, y: top + 25 },
    style: { sizes: [33, 30], weight: 800, line: 1.2, colour: tones.deep, maxWidth: 360, maxLines: 1 },
    pill: { fill: WHITE, padding: 24, height: 50 },
  }
  if (!help) return [name]
  return [
    name,
    {
      ...line,
      text: help,
      at: { x: edge.cx, y: top + 72 },
      style: { sizes: [22, 20], weight: 500, line: 1.2, colour: INK, maxWidth: 440, maxLines: 1 },
      pill: { fill: WHITE, padding: 14, height: 36 },
    },
  ]
}

function sectorLabel(text: Bilingual, sign: SignNames, sector: number): Text {
  const down = signSize(sign, 25, 40)
  const places = [
    { x: CONTENT.x + 4, y: CONTENT.y + down, align: 'start' },
    { x: MIDDLE.cx + 918, y: CONTENT.y + down, align: 'end' },
    { x: MIDDLE.cx, y: 1559, align: 'middle' },
  ] as const
  const { x, y, align } = places[sector] ?? places[0]
  return {
    is: 'text',
    text,
    at: { x, y },
    align,
    anchor: 'middle',
    style: { sizes: [30, 27], weight: 700, line: 1.2, colour: INK, maxWidth: 300, maxLines: 1 },
    lead: { ...signOf(sign), size: signSize(sign, 46, 80), gap: 12 },
  }
}

const TRAY_PADDING = 28

function trayLabel(label: Bilingual, help: Bilingual | undefined, sign: SignNames): Item[] {
  const x = TRAY.x + TRAY_PADDING
  const size = signSize(sign, 50, 76)
  return [
    {
      is: 'area',
      outline: roundCorners(boxPolygon(TRAY), 28),
      stroke: { colour: INK, width: 3.5, dash: 'boxed' },
    },
    {
      is: 'text',
      text: label,
      at: { x, y: TRAY.y + 54 },
      align: 'start',
      anchor: 'middle',
      style: {
        sizes: [35, 32, 30, 28],
        weight: 800,
        line: 1.1,
        colour: INK,
        maxWidth: TRAY.w - 2 * TRAY_PADDING - size - 12,
        maxLines: 1,
      },
      lead: { ...signOf(sign), size, gap: signSize(sign, 16, 12) },
    },
    ...(help
      ? [
          {
            is: 'text',
            text: help,
            at: { x, y: TRAY.y + signSize(sign, 94, 104) },
            align: 'start',
            anchor: 'top',
            style: { ...question(TRAY.w - 2 * TRAY_PADDING, 24), maxLines: 3, ragged: true },
          } as const,
        ]
      : []),
  ]
}

function hubSentence(title: Bilingual, caption: Bilingual, sign: SignNames): SentenceLook {
  const { cx, cy } = HUB
  return {
    box: { x: cx - 150, y: cy - 100, w: 300, h: 200 },
    align: 'middle',
    caption,
    captionStyle: { sizes: [23], weight: 600, line: 1.2, colour: WHITE, maxWidth: 200, maxLines: 1 },
    style: {
      sizes: [27, 24, 22, 20, 18],
      weight: 700,
      line: 1.18,
      colour: WHITE,
      maxWidth: 300,
      maxLines: 5,
      maxLinesSmallest: 6,
    },
    gap: 6,
    empty: [
      { is: 'icon', ...signOf(sign), at: { x: cx, y: cy - 57 }, size: signSize(sign, 62, 80), colour: WHITE },
      {
        is: 'text',
        text: title,
        at: { x: cx, y: cy + 1 },
        align: 'middle',
        anchor: 'middle',
        style: { ...ringWord(WHITE), maxWidth: 300 },
      },
    ],
  }
}
