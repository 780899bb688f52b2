import type { Bilingual } from '../records/region.ts'
import type { Area, Figure, FigureRegion, Item, Line, SentenceLook, SignNames, Stroke, Text } from './drawing.ts'
import { regionParts } from './figure-region.ts'
import { INK, mix, type Tones, WHITE } from './hues.ts'
import { A1, type Paper } from './paper.ts'
import { type Box, boxPolygon, inWedge, type Polygon, without } from './polygon.ts'
import type { SentenceData, TemplateRegion } from './region-schema.ts'
import { roundCorners } from './round-corners.ts'
import type { RingsData } from './schema.ts'
import { signOf, signSize } from './sign.ts'
import { question, ringWord } from './styles.ts'
import { curve, curveAt, curveHolds, type Superellipse } from './superellipse.ts'

const HUB = { rx: 192, ry: 128 }
/** From the inside out, as parts of the outermost. */
const EDGES = [
  { rx: 452 / 918, ry: 330 / 717 },
  { rx: 694 / 918, ry: 530 / 717 },
  { rx: 1, ry: 1 },
] as const
/** How wide the tray is on A1, and the white beside it. */
const TRAY_WIDTH = 400
const TRAY_GAP = 36

interface Places {
  hub: Superellipse
  /** From the inside out. */
  edges: readonly Superellipse[]
  tray: Box
}

/** The rings and the tray grow with the paper; the hub with its sentence does not. */
function placesOn({ content, end, centre }: Paper): Places {
  const trayWidth = (TRAY_WIDTH * content.w) / A1.content.w
  const tray = { x: end.x - trayWidth, y: content.y, w: trayWidth, h: content.h }
  const rx = (tray.x - TRAY_GAP - content.x) / 2
  const middle = { cx: content.x + rx, cy: centre.y }
  return {
    hub: { ...middle, ...HUB },
    edges: EDGES.map((edge) => ({ ...middle, rx: rx * edge.rx, ry: (content.h / 2) * edge.ry })),
    tray,
  }
}

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
export function rings(data: RingsData, tones: Tones, paper: Paper): Figure {
  const places = placesOn(paper)
  const { hub, edges, tray } = places
  const ringRegions = data.rings.flatMap((ring, at) => {
    const [outer, inner] = [edges[at] ?? hub, edges[at - 1] ?? hub]
    return data.sectors.map(
      ({ domain }, sector): FigureRegion => ({
        ...regionParts({ ...ring, key: `${ring.key}.${domain}`, domain }, 'ring', tones),
        outline: ringSector(outer, inner, sector, DIVIDER),
      }),
    )
  })
  return {
    w: paper.w,
    h: paper.h,
    seats: [],
    regions: [
      {
        ...regionParts(data.hub, 'hub', tones),
        outline: curve(hub),
        sentence: hubSentence(data.hub, hub),
      },
      ...ringRegions,
      {
        ...regionParts(data.tray, 'tray', tones),
        outline: boxPolygon(tray),
      },
    ],
    ground: [...grounds(edges, tones), ...dividers(places), ...lines(edges, tones)],
    words: [
      { is: 'area', outline: curve(hub), fill: tones.deep },
      ...data.rings.flatMap((ring, at) => ringLabel(ring.label, ring.question, edges[at] ?? hub, tones)),
      ...data.sectors.map((each, sector) => sectorLabel(each.label, each, sector, edges.at(-1) ?? hub)),
      ...trayLabel(data.tray, tray),
    ],
  }
}

/** The outermost first, each smaller one on top of it. */
function grounds(edges: readonly Superellipse[], tones: Tones): Area[] {
  const fills = [mix(tones.soft, tones.mid, 0.1), mix(tones.soft, tones.wash, 0.5), tones.wash]
  return edges.map((edge, at): Area => ({ is: 'area', outline: curve(edge), fill: fills[at] })).toReversed()
}

function dividers({ hub, edges }: Places): Line[] {
  const outer = edges.at(-1) ?? hub
  return [UP, LOWER, Math.PI - LOWER].map((angle) => ({
    is: 'line',
    points: [curveAt(hub, angle), curveAt(outer, angle)],
    stroke: { colour: WHITE, width: DIVIDER },
  }))
}

/** The line says how near a ring is, without colour: solid, dashed, dotted. */
function lines(edges: readonly Superellipse[], { deep }: Tones): Area[] {
  const strokes: Stroke[] = [
    { colour: deep, width: 4.5 },
    { colour: deep, width: 3, dash: 'dashed' },
    { colour: deep, width: 4.5, dash: 'dotted' },
  ]
  return edges.map((edge, at): Area => ({ is: 'area', outline: curve(edge), stroke: strokes[at] }))
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

function sectorLabel(text: Bilingual, sign: SignNames, sector: number, { cx, cy, rx, ry }: Superellipse): Text {
  const down = signSize(sign, 25, 40)
  const places = [
    { x: cx - rx + 4, y: cy - ry + down, align: 'start' },
    { x: cx + rx, y: cy - ry + down, align: 'end' },
    { x: cx, y: cy + ry - 47, align: 'middle' },
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

function trayLabel(sign: TemplateRegion, tray: Box): Item[] {
  const { label, question: help } = sign
  const x = tray.x + TRAY_PADDING
  const size = signSize(sign, 50, 76)
  return [
    {
      is: 'area',
      outline: roundCorners(boxPolygon(tray), 28),
      stroke: { colour: INK, width: 3.5, dash: 'boxed' },
    },
    {
      is: 'text',
      text: label,
      at: { x, y: tray.y + 54 },
      align: 'start',
      anchor: 'middle',
      style: {
        sizes: [35, 32, 30, 28],
        weight: 800,
        line: 1.1,
        colour: INK,
        maxWidth: tray.w - 2 * TRAY_PADDING - size - 12,
        maxLines: 1,
      },
      lead: { ...signOf(sign), size, gap: signSize(sign, 16, 12) },
    },
    ...(help
      ? [
          {
            is: 'text',
            text: help,
            at: { x, y: tray.y + signSize(sign, 94, 104) },
            align: 'start',
            anchor: 'top',
            style: { ...question(tray.w - 2 * TRAY_PADDING, 24), maxLines: 3, ragged: true },
          } as const,
        ]
      : []),
  ]
}

function hubSentence(sign: SentenceData, { cx, cy }: Superellipse): SentenceLook {
  const { label, caption } = sign
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
        text: label,
        at: { x: cx, y: cy + 1 },
        align: 'middle',
        anchor: 'middle',
        style: { ...ringWord(WHITE), maxWidth: 300 },
      },
    ],
  }
}
