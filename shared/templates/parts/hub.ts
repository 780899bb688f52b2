import type { FigureRegion, Item, SentenceLook } from '../drawing.ts'
import { regionParts } from '../figure-region.ts'
import { INK, type Tones, WHITE } from '../hues.ts'
import type { Point } from '../polygon.ts'
import type { SentenceData, TemplateRegion } from '../region-schema.ts'
import { PICTURE, signOf, signSize } from '../sign.ts'
import { curve, type Superellipse } from '../superellipse.ts'
import type { Piece } from './piece.ts'
import { flow } from './text-flow.ts'

/** What stands in the middle: one shared sentence, on white or on the dark of the hue, or a field for notes. */
export function hub(
  data: SentenceData | TemplateRegion,
  table: Superellipse,
  tones: Tones,
  { isDark = false } = {},
): Piece {
  const outline = curve(table)
  const ground: Item = {
    is: 'area',
    outline,
    fill: isDark ? tones.deep : WHITE,
    stroke: { colour: tones.deep, width: 5 },
  }
  if ('caption' in data) {
    const region: FigureRegion = {
      ...regionParts(data, 'hub', tones),
      outline,
      sentence: sentenceIn(data, table, isDark ? ON_DARK : { word: INK, sign: tones.deep }),
    }
    return { regions: [region], ground: [], words: [ground] }
  }
  const text = flow(introduction(data, table.rx * 1.5, tones))
  const top = table.cy - table.ry * 0.84
  const above = data.pictogram ? PICTOGRAM + PICTOGRAM_GAP : 0
  const invitation = { x: table.cx, y: table.cy + table.ry * 0.35 }
  return {
    regions: [{ ...regionParts(data, 'field', tones), outline, invitation }],
    ground: [],
    words: [
      ground,
      ...(data.pictogram ? [pictureAt(data, { x: table.cx, y: top + PICTOGRAM / 2 }, tones)] : []),
      ...text.at(table.cx, top + above),
    ],
  }
}

/** Of a picture above the name, in the middle of what takes notes as well. */
const PICTOGRAM = 80
const PICTOGRAM_GAP = 4

const pictureAt = (region: TemplateRegion, at: Point, { deep }: Tones): Item => ({
  is: 'icon',
  ...signOf(region),
  at,
  size: PICTOGRAM,
  colour: deep,
})

/** Name with its sign, and question, under each other in the middle. */
const introduction = (region: TemplateRegion, width: number, { deep }: Tones) => [
  {
    text: region.label,
    align: 'middle',
    style: { sizes: [36, 32, 29, 26], weight: 800, line: 1.1, colour: deep, maxWidth: width * 0.7, maxLines: 2 },
    ...(!region.pictogram && { lead: { icon: region.icon, size: 44, gap: 12 } }),
  } as const,
  ...(region.question
    ? [
        {
          text: region.question,
          align: 'middle',
          style: {
            sizes: [24, 22, 20],
            weight: 500,
            line: 1.2,
            colour: INK,
            maxWidth: width * 0.9,
            maxLines: 2,
            maxLinesSmallest: 3,
          },
          before: 6,
        } as const,
      ]
    : []),
]

interface Colours {
  word: string
  sign: string
}

const ON_DARK: Colours = { word: WHITE, sign: WHITE }

function sentenceIn(data: SentenceData, { cx, cy, rx, ry }: Superellipse, { word, sign }: Colours): SentenceLook {
  const width = rx * 1.56
  const text = flow([
    {
      text: data.label,
      align: 'middle',
      style: { sizes: [42, 38, 34, 30, 27], weight: 800, line: 1.1, colour: word, maxWidth: width * 0.94, maxLines: 2 },
    },
    ...(data.question
      ? [
          {
            text: data.question,
            align: 'middle',
            style: {
              sizes: [25, 23, 21],
              weight: 500,
              line: 1.22,
              colour: word,
              maxWidth: width * 0.86,
              maxLines: 2,
              maxLinesSmallest: 3,
            },
            before: 10,
          } as const,
        ]
      : []),
  ])
  const size = signSize(data, Math.min(66, ry * 0.34), Math.min(PICTURE, ry * 0.45))
  const top = cy - (size + 14 + text.height) / 2
  return {
    box: { x: cx - width / 2, y: cy - ry * 0.78, w: width, h: ry * 1.56 },
    align: 'middle',
    caption: data.caption,
    captionStyle: {
      sizes: [25, 23, 21],
      weight: 600,
      line: 1.2,
      colour: sign,
      maxWidth: width * 0.9,
      maxLines: 1,
    },
    style: {
      sizes: [33, 30, 27, 24, 22],
      weight: 700,
      line: 1.18,
      colour: word,
      maxWidth: width,
      maxLines: 4,
      maxLinesSmallest: 6,
    },
    gap: 8,
    empty: [
      { is: 'icon', ...signOf(data), at: { x: cx, y: top + size / 2 }, size, colour: sign },
      ...text.at(cx, top + size + 14),
    ],
  }
}
