import type { Bilingual } from '../records/region.ts'
import type { Area, Figure, FigureRegion, Icon, Item, SentenceLook, Text } from './drawing.ts'
import { eightDirections, eightSectors } from './eight-sectors.ts'
import { regionParts } from './figure-region.ts'
import { INK, type Tones, WHITE } from './hues.ts'
import { boxPolygon, type Point, without } from './polygon.ts'
import type { SentenceData, TemplateRegion } from './region-schema.ts'
import { roundCorners } from './round-corners.ts'
import type { FieldsRoundRingData } from './schema.ts'
import { CENTRE, CONTENT, CONTENT_END, SHEET } from './sheet-measures.ts'
import { PICTURE, signOf, signSize } from './sign.ts'
import { heading, question, ringWord } from './styles.ts'
import { curve, curveAt, curveHolds, grow, type Superellipse } from './superellipse.ts'

const RING: Superellipse = { cx: CENTRE.x, cy: CENTRE.y, rx: 560, ry: 392 }
const HUB: Superellipse = { cx: CENTRE.x, cy: CENTRE.y, rx: 300, ry: 204 }
/** White between the hub and the ring, and between the ring and the fields. */
const HUB_GAP = 12
const MOAT = 14
const AXIS_GAP = 18
const DIAGONAL_GAP = 7
/** The diagonal stops this far from the side edge, so that the heading has the corner for itself. */
const DIAGONAL_STOP = 330
const FIELD_RADIUS = 28
const SEGMENT_RADIUS = 16

/** The middle of each ring word, from the centre, clockwise from just past twelve. */
const WORD_AT = [
  [176, -300],
  [430, -112],
  [430, 112],
  [176, 300],
  [-176, 300],
  [-430, 112],
  [-430, -112],
  [-176, -300],
] as const

/** Eight fields that reach the edge of the sheet, round a dark ring of eight words and a white hub. */
export function fieldsRoundRing(data: FieldsRoundRingData, tones: Tones): Figure {
  const gaps = { axis: AXIS_GAP, diagonal: DIAGONAL_GAP }
  const outlines = eightSectors(CONTENT, boxPolygon(CONTENT), grow(RING, MOAT), gaps)
  const segments = eightSectors(CONTENT, curve(RING), grow(HUB, HUB_GAP), gaps)
  const fields = data.fields.map(
    (field, index): FigureRegion => ({
      ...regionParts(field, 'field', tones),
      outline: outlines[index] ?? [],
      invitation: middleOfRoom(index),
    }),
  )
  const hub: FigureRegion = {
    ...regionParts(data.hub, 'hub', tones),
    outline: curve(HUB),
    sentence: hubSentence(data.hub, tones),
  }
  return {
    ...SHEET,
    regions: [...fields, hub],
    closed: curve(grow(RING, MOAT)),
    ground: [...quadrants(tones), ...diagonals()],
    words: [
      ...segments.map(
        (outline, index): Area => ({
          is: 'area',
          outline: roundCorners(outline, SEGMENT_RADIUS),
          fill: index % 2 === 0 ? tones.deep : tones.alt,
        }),
      ),
      { is: 'area', outline: curve(HUB), fill: WHITE, stroke: { colour: tones.deep, width: 5 } },
      ...data.fields.flatMap(ringSign),
      ...data.fields.flatMap((field, index) => (field.question ? [questionText(field.question, index)] : [])),
      ...data.quadrants.map((words, index) => quadrantHeading(words, index, tones)),
    ],
  }
}

/** Of each quadrant the corner of the content that is its own; the other three are cut by the table. */
function quadrants(tones: Tones): Area[] {
  const half = { w: CONTENT.w / 2 - AXIS_GAP / 2, h: CONTENT.h / 2 - AXIS_GAP / 2 }
  const [right, bottom] = [CENTRE.x + AXIS_GAP / 2, CENTRE.y + AXIS_GAP / 2]
  const table = grow(RING, MOAT)
  return [
    { x: right, y: CONTENT.y, ...half },
    { x: right, y: bottom, ...half },
    { x: CONTENT.x, y: bottom, ...half },
    { x: CONTENT.x, y: CONTENT.y, ...half },
  ].map((box) => ({
    is: 'area',
    outline: without(roundCorners(boxPolygon(box), FIELD_RADIUS), curve(table), (point) => curveHolds(table, point)),
    fill: tones.wash,
  }))
}

function diagonals(): Item[] {
  const start = grow(RING, MOAT)
  return eightDirections(CENTRE, CONTENT)
    .filter((_, index) => index % 2 === 1)
    .map((angle) => {
      const reach = CONTENT.w / 2 - DIAGONAL_STOP
      const end = {
        x: CENTRE.x + Math.sign(Math.cos(angle)) * reach,
        y: CENTRE.y + Math.sign(Math.cos(angle)) * reach * Math.tan(angle),
      }
      return { is: 'line', points: [curveAt(start, angle), end], stroke: { colour: WHITE, width: DIAGONAL_GAP } }
    })
}

/** The icon stands above the middle of its word's place, the word below. */
const ICON = { size: 60, up: 24, wordDown: 12 }
const PICTOGRAM = { size: 84, up: 22, wordDown: 24 }

function ringSign(field: TemplateRegion, index: number): [Icon, Text] {
  const [dx, dy] = WORD_AT[index] ?? [0, 0]
  const at = { x: CENTRE.x + dx, y: CENTRE.y + dy }
  const { size, up, wordDown } = field.pictogram ? PICTOGRAM : ICON
  return [
    { is: 'icon', ...signOf(field), at: { x: at.x, y: at.y - up }, size, colour: WHITE },
    {
      is: 'text',
      text: field.label,
      at: { x: at.x, y: at.y + wordDown },
      align: 'middle',
      anchor: 'top',
      style: ringWord(WHITE),
    },
  ]
}

/** Top and bottom fields have their question beside the vertical axis, side fields beside the horizontal one. */
function questionText(words: Bilingual, index: number): Text {
  const isRight = index < 4
  const isTop = index < 2 || index > 5
  const isSide = index % 4 === 1 || index % 4 === 2
  const inner = isSide
    ? { x: isRight ? CONTENT_END.x - 26 : CONTENT.x + 26, y: isTop ? CENTRE.y - 26 : CENTRE.y + 26 }
    : { x: isRight ? CENTRE.x + 32 : CENTRE.x - 32, y: isTop ? CONTENT.y + 22 : CONTENT_END.y - 22 }
  return {
    is: 'text',
    text: words,
    at: inner,
    align: isSide === isRight ? 'end' : 'start',
    anchor: isSide === isTop ? 'bottom' : 'top',
    style: question(),
  }
}

function quadrantHeading(words: Bilingual, index: number, tones: Tones): Text {
  const isRight = index < 2
  const isTop = index === 0 || index === 3
  return {
    is: 'text',
    text: words,
    at: {
      x: isRight ? CONTENT_END.x - 28 : CONTENT.x + 28,
      y: isTop ? CONTENT.y + 20 : CONTENT_END.y - 20,
    },
    align: isRight ? 'end' : 'start',
    anchor: isTop ? 'top' : 'bottom',
    style: heading(tones.deep),
    lead: { number: index + 1, size: 44, gap: 14 },
  }
}

/** Of top and bottom fields halfway between edge and ring, of side fields between the ring and the side. */
function middleOfRoom(index: number): Point {
  const [dx, dy] = WORD_AT[index] ?? [0, 0]
  const isSide = index % 4 === 1 || index % 4 === 2
  return isSide
    ? { x: CENTRE.x + Math.sign(dx) * 850, y: CENTRE.y + Math.sign(dy) * 190 }
    : { x: CENTRE.x + Math.sign(dx) * 290, y: CENTRE.y + Math.sign(dy) * 555 }
}

function hubSentence(hub: SentenceData, tones: Tones): SentenceLook {
  const { label, question: asked, caption } = hub
  const middle = { is: 'text', align: 'middle', anchor: 'middle' } as const
  return {
    box: { x: CENTRE.x - 235, y: CENTRE.y - 160, w: 470, h: 320 },
    align: 'middle',
    caption,
    captionStyle: { sizes: [25, 23], weight: 600, line: 1.2, colour: tones.deep, maxWidth: 440, maxLines: 1 },
    style: {
      sizes: [33, 30, 27],
      weight: 700,
      line: 1.2,
      colour: INK,
      maxWidth: 470,
      maxLines: 4,
      maxLinesSmallest: 6,
    },
    gap: 10,
    empty: [
      {
        is: 'icon',
        ...signOf(hub),
        at: { x: CENTRE.x, y: CENTRE.y - signSize(hub, 94, 102) },
        size: signSize(hub, 66, PICTURE),
        colour: tones.deep,
      },
      { ...middle, text: label, at: { x: CENTRE.x, y: CENTRE.y - 21 }, style: heading(INK, 44, 470) },
      ...(asked
        ? [
            {
              ...middle,
              text: asked,
              at: { x: CENTRE.x, y: CENTRE.y + 46 },
              style: { ...question(360, 27) },
            },
          ]
        : []),
    ],
  }
}
