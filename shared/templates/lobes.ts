import type { Bilingual } from '../records/region.ts'
import { banner, bannerBox, bannerSentence, writingLine } from './banner.ts'
import type { Area, Figure, FigureRegion, Icon, SentenceLook, Stroke, Text } from './drawing.ts'
import { regionParts } from './figure-region.ts'
import { INK, TONES, type Tones, WHITE } from './hues.ts'
import { A1, type Paper } from './paper.ts'
import { type Box, boxPolygon, common, type Point, without } from './polygon.ts'
import type { TemplateRegion } from './region-schema.ts'
import { roundCorners } from './round-corners.ts'
import type { LobesData } from './schema.ts'
import { signOf } from './sign.ts'
import { heading, question } from './styles.ts'
import { curve, curveHolds, type Superellipse } from './superellipse.ts'

const LOBES = [
  { cx: 806, cy: 732, rx: 750, ry: 430 },
  { cx: 1578, cy: 732, rx: 750, ry: 430 },
  { cx: 1192, cy: 1182, rx: 900, ry: 424 },
] as const satisfies readonly Superellipse[]
/** Overlapping lines are told apart without colour. */
const DASHES = [undefined, 'dashed', 'dotted'] as const
const LOBE_OPACITY = 0.62

/** Where the label block of each lobe starts, and its strip; every corner lies in its lobe alone. */
const BLOCKS = [
  { x: 410, y: 362, strip: 430 },
  { x: 1643, y: 362, strip: 466 },
  { x: 925, y: 1386, strip: 607 },
] as const
const STRIP_DOWN = 91
const STRIP_HEIGHT = 76

const OVERLAP_LABELS: readonly Point[] = [
  { x: 1192, y: 399 },
  { x: 591, y: 916 },
  { x: 1791, y: 916 },
]
/** Which two lobes make each overlap, and the third that takes the core from it. */
const PAIRS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 2, 0],
] as const

/** Three lobes with a core where all of them overlap, under a banner with the shared task. */
export function lobes(data: LobesData, tones: Tones, paper: Paper): Figure {
  const curves = LOBES.map((lobe) => onPaper(lobe, paper))
  const outlines = curves.map(curve)
  const bannerAt = bannerBox(paper)
  const lobeTones = data.lobes.map(({ hue }) => TONES[hue])
  const core = common(outlines)
  const lobeRegions = data.lobes.flatMap((lobe, index): FigureRegion[] => {
    const own = lobeTones[index] ?? tones
    const box = stripBox(blockOf(index, paper))
    return [
      {
        ...regionParts(lobe, 'lobe', own),
        outline: outlines[index] ?? [],
      },
      {
        ...regionParts(lobe.strip, 'strip', own),
        outline: boxPolygon(box),
        sentence: stripSentence(box, lobe.strip.caption, own),
      },
    ]
  })
  const overlaps = data.overlaps.map((overlap, index): FigureRegion => {
    const [a, b, third] = PAIRS[index] ?? PAIRS[0]
    const lens = common([outlines[a] ?? [], outlines[b] ?? []])
    const other = curves[third]
    return {
      ...regionParts(overlap, 'overlap', lobeTones[a] ?? tones),
      outline: other ? without(lens, curve(other), (point) => curveHolds(other, point)) : lens,
      except: [data.core.key],
    }
  })
  return {
    w: paper.w,
    h: paper.h,
    seats: [],
    regions: [
      {
        ...regionParts(data.banner, 'banner', tones),
        outline: boxPolygon(bannerAt),
        sentence: bannerSentence(data.banner.caption, tones, bannerAt),
      },
      ...lobeRegions,
      { ...regionParts(data.core, 'core', tones), outline: core },
      ...overlaps,
    ],
    ground: [
      ...banner(data.banner, tones, bannerAt),
      ...outlines.map(
        (outline, index): Area => ({
          is: 'area',
          outline,
          fill: lobeTones[index]?.soft,
          opacity: LOBE_OPACITY,
          multiply: true,
        }),
      ),
      ...outlines.map(
        (outline, index): Area => ({ is: 'area', outline, stroke: lobeStroke(index, lobeTones[index] ?? tones) }),
      ),
      { is: 'area', outline: core, fill: WHITE, stroke: { colour: INK, width: 5 } },
    ],
    words: [
      ...data.lobes.flatMap((lobe, index) => lobeLabel(lobe, blockOf(index, paper), lobeTones[index] ?? tones)),
      ...data.overlaps.flatMap((overlap, index) => overlapLabel(overlap, index, paper)),
      ...coreLabel(data.core, paper),
    ],
  }
}

const lobeStroke = (index: number, { deep }: Tones): Stroke => ({ colour: deep, width: 4, dash: DASHES[index] })

/** A point of the figure as it is on A1, on this paper: the lobes grow with the content. */
const placeOn = ({ x, y }: Point, { content }: Paper): Point => ({
  x: content.x + ((x - A1.content.x) * content.w) / A1.content.w,
  y: content.y + ((y - A1.content.y) * content.h) / A1.content.h,
})

function onPaper({ cx, cy, rx, ry }: Superellipse, paper: Paper): Superellipse {
  const { x, y } = placeOn({ x: cx, y: cy }, paper)
  const { content } = paper
  return { cx: x, cy: y, rx: (rx * content.w) / A1.content.w, ry: (ry * content.h) / A1.content.h }
}

interface Block extends Point {
  readonly strip: number
}

function blockOf(index: number, paper: Paper): Block {
  const block = BLOCKS[index] ?? BLOCKS[0]
  return { ...placeOn(block, paper), strip: block.strip }
}

const stripBox = ({ x, y, strip }: Block): Box => ({ x, y: y + STRIP_DOWN, w: strip, h: STRIP_HEIGHT })

function stripSentence({ x, y, w, h }: Box, caption: Bilingual, tones: Tones): SentenceLook {
  const inner = { x: x + 16, y: y + 8, w: w - 32, h: h - 16 }
  const captionStyle = {
    sizes: [20],
    weight: 700,
    line: 1.2,
    colour: tones.deep,
    maxWidth: inner.w,
    maxLines: 1,
  } as const
  return {
    box: inner,
    align: 'start',
    caption,
    captionStyle,
    style: {
      sizes: [24, 22, 20, 18],
      weight: 700,
      line: 1.15,
      colour: INK,
      maxWidth: inner.w,
      maxLines: 1,
      maxLinesSmallest: 2,
    },
    gap: 4,
    empty: [
      { is: 'text', text: caption, at: { x: inner.x, y: inner.y }, align: 'start', anchor: 'top', style: captionStyle },
      writingLine({ x: inner.x, y: y + 57 }, inner.w, tones),
    ],
  }
}

/** Left of the name; a picture lies lower, where its lobe is wide enough for it. */
const lobeSign = ({ pictogram }: TemplateRegion, { x, y }: Point) =>
  pictogram ? { at: { x: x - 56, y: y + 55 }, size: 84 } : { at: { x: x - 45, y: y + 33 }, size: 58 }

/** Icon, name, question and a white strip for the sub-task. */
function lobeLabel(lobe: LobesData['lobes'][number], block: Block, tones: Tones): (Area | Icon | Text)[] {
  const { x, y } = block
  const line = { is: 'text', align: 'start', anchor: 'top' } as const
  return [
    { is: 'icon', ...signOf(lobe), ...lobeSign(lobe, { x, y }), colour: tones.deep },
    { ...line, text: lobe.label, at: { x, y }, style: heading(tones.deep, 40, 600) },
    ...(lobe.question
      ? [{ ...line, text: lobe.question, at: { x, y: y + 48 }, style: { ...question(560, 24), maxLines: 1 } }]
      : []),
    { is: 'area', outline: roundCorners(boxPolygon(stripBox(block)), 14), fill: WHITE },
  ]
}

function overlapLabel(overlap: TemplateRegion, index: number, paper: Paper): [Icon, Text] {
  const { x, y } = placeOn(OVERLAP_LABELS[index] ?? A1.centre, paper)
  return [
    overlap.pictogram
      ? { is: 'icon', ...signOf(overlap), at: { x, y: y - 12 }, size: 64, colour: INK }
      : { is: 'icon', icon: overlap.icon, at: { x, y }, size: 40, colour: INK },
    {
      is: 'text',
      text: overlap.label,
      at: { x, y: y + 23 },
      align: 'middle',
      anchor: 'top',
      style: { sizes: [23, 21], weight: 700, line: 1.2, colour: INK, maxWidth: index === 0 ? 260 : 190, maxLines: 2 },
    },
  ]
}

const CORE_LABEL: Point = { x: A1.centre.x, y: 771 }

function coreLabel(core: TemplateRegion, paper: Paper): Text[] {
  const at = placeOn(CORE_LABEL, paper)
  const line = { is: 'text', align: 'middle', anchor: 'top' } as const
  return [
    {
      ...line,
      text: core.label,
      at,
      style: { sizes: [24, 22], weight: 700, line: 1.2, colour: INK, maxWidth: 520, maxLines: 1 },
    },
    ...(core.question
      ? [
          {
            ...line,
            text: core.question,
            at: { x: at.x, y: at.y + 37 },
            style: { ...question(480, 23), maxLines: 1 },
          },
        ]
      : []),
  ]
}
