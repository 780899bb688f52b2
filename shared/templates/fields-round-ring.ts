import type { Bilingual } from '../records/region.ts'
import type { Area, Figure, FigureRegion, Icon, Item, SentenceLook, Text } from './drawing.ts'
import { eightDirections, eightSectors } from './eight-sectors.ts'
import { regionParts } from './figure-region.ts'
import { INK, type Tones, WHITE } from './hues.ts'
import type { Paper } from './paper.ts'
import { boxPolygon, type Point, without } from './polygon.ts'
import type { SentenceData, TemplateRegion } from './region-schema.ts'
import { roundCorners } from './round-corners.ts'
import type { FieldsRoundRingData } from './schema.ts'
import { PICTURE, signOf, signSize } from './sign.ts'
import { heading, question, ringWord } from './styles.ts'
import { curve, curveAt, curveHolds, grow, type Superellipse } from './superellipse.ts'

const RING = { rx: 560, ry: 392 }
const HUB = { rx: 300, ry: 204 }
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
export function fieldsRoundRing(data: FieldsRoundRingData, tones: Tones, paper: Paper): Figure {
  const { w, h, content, centre } = paper
  const ring = round(centre, RING)
  const table = round(centre, HUB)
  const gaps = { axis: AXIS_GAP, diagonal: DIAGONAL_GAP }
  const outlines = eightSectors(content, boxPolygon(content), grow(ring, MOAT), gaps)
  const segments = eightSectors(content, curve(ring), grow(table, HUB_GAP), gaps)
  const fields = data.fields.map(
    (field, index): FigureRegion => ({
      ...regionParts(field, 'field', tones),
      outline: outlines[index] ?? [],
      invitation: middleOfRoom(index, paper),
    }),
  )
  const hub: FigureRegion = {
    ...regionParts(data.hub, 'hub', tones),
    outline: curve(table),
    sentence: hubSentence(data.hub, centre, tones),
  }
  return {
    w,
    h,
    seats: [],
    regions: [...fields, hub],
    closed: curve(grow(ring, MOAT)),
    ground: [...quadrants(tones, paper), ...diagonals(paper)],
    words: [
      ...segments.map(
        (outline, index): Area => ({
          is: 'area',
          outline: roundCorners(outline, SEGMENT_RADIUS),
          fill: index % 2 === 0 ? tones.deep : tones.alt,
        }),
      ),
      { is: 'area', outline: curve(table), fill: WHITE, stroke: { colour: tones.deep, width: 5 } },
      ...data.fields.flatMap((field, index) => ringSign(field, index, centre)),
      ...data.fields.flatMap((field, index) => (field.question ? [questionText(field.question, index, paper)] : [])),
      ...data.quadrants.map((words, index) => quadrantHeading(words, index, tones, paper)),
    ],
  }
}

const round = ({ x, y }: Point, radii: { rx: number; ry: number }): Superellipse => ({ cx: x, cy: y, ...radii })

/** Of each quadrant the corner of the content that is its own; the other three are cut by the table. */
function quadrants(tones: Tones, { content, centre }: Paper): Area[] {
  const half = { w: content.w / 2 - AXIS_GAP / 2, h: content.h / 2 - AXIS_GAP / 2 }
  const [right, bottom] = [centre.x + AXIS_GAP / 2, centre.y + AXIS_GAP / 2]
  const table = grow(round(centre, RING), MOAT)
  return [
    { x: right, y: content.y, ...half },
    { x: right, y: bottom, ...half },
    { x: content.x, y: bottom, ...half },
    { x: content.x, y: content.y, ...half },
  ].map((box) => ({
    is: 'area',
    outline: without(roundCorners(boxPolygon(box), FIELD_RADIUS), curve(table), (point) => curveHolds(table, point)),
    fill: tones.wash,
  }))
}

function diagonals({ content, centre }: Paper): Item[] {
  const start = grow(round(centre, RING), MOAT)
  return eightDirections(centre, content)
    .filter((_, index) => index % 2 === 1)
    .map((angle) => {
      const reach = content.w / 2 - DIAGONAL_STOP
      const end = {
        x: centre.x + Math.sign(Math.cos(angle)) * reach,
        y: centre.y + Math.sign(Math.cos(angle)) * reach * Math.tan(angle),
      }
      return { is: 'line', points: [curveAt(start, angle), end], stroke: { colour: WHITE, width: DIAGONAL_GAP } }
    })
}

/** The icon stands above the middle of its word's place, the word below. */
const ICON = { size: 60, up: 24, wordDown: 12 }
const PICTOGRAM = { size: 84, up: 22, wordDown: 24 }

function ringSign(field: TemplateRegion, index: number, centre: Point): [Icon, Text] {
  const [dx, dy] = WORD_AT[index] ?? [0, 0]
  const at = { x: centre.x + dx, y: centre.y + dy }
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
function questionText(words: Bilingual, index: number, { content, centre, end }: Paper): Text {
  const isRight = index < 4
  const isTop = index < 2 || index > 5
  const isSide = index % 4 === 1 || index % 4 === 2
  const inner = isSide
    ? { x: isRight ? end.x - 26 : content.x + 26, y: isTop ? centre.y - 26 : centre.y + 26 }
    : { x: isRight ? centre.x + 32 : centre.x - 32, y: isTop ? content.y + 22 : end.y - 22 }
  return {
    is: 'text',
    text: words,
    at: inner,
    align: isSide === isRight ? 'end' : 'start',
    anchor: isSide === isTop ? 'bottom' : 'top',
    style: question(),
  }
}

function quadrantHeading(words: Bilingual, index: number, tones: Tones, { content, end }: Paper): Text {
  const isRight = index < 2
  const isTop = index === 0 || index === 3
  return {
    is: 'text',
    text: words,
    at: {
      x: isRight ? end.x - 28 : content.x + 28,
      y: isTop ? content.y + 20 : end.y - 20,
    },
    align: isRight ? 'end' : 'start',
    anchor: isTop ? 'top' : 'bottom',
    style: heading(tones.deep),
    lead: { number: index + 1, size: 44, gap: 14 },
  }
}

/** Of top and bottom fields halfway between edge and ring, of side fields between the ring and the side. */
function middleOfRoom(index: number, { content, centre }: Paper): Point {
  const [dx, dy] = WORD_AT[index] ?? [0, 0]
  const isSide = index % 4 === 1 || index % 4 === 2
  return isSide
    ? { x: centre.x + (Math.sign(dx) * (RING.rx + content.w / 2)) / 2, y: centre.y + Math.sign(dy) * 190 }
    : { x: centre.x + Math.sign(dx) * 290, y: centre.y + (Math.sign(dy) * (RING.ry + content.h / 2)) / 2 }
}

function hubSentence(hub: SentenceData, centre: Point, tones: Tones): SentenceLook {
  const { label, question: asked, caption } = hub
  const middle = { is: 'text', align: 'middle', anchor: 'middle' } as const
  return {
    box: { x: centre.x - 235, y: centre.y - 160, w: 470, h: 320 },
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
        at: { x: centre.x, y: centre.y - signSize(hub, 94, 102) },
        size: signSize(hub, 66, PICTURE),
        colour: tones.deep,
      },
      { ...middle, text: label, at: { x: centre.x, y: centre.y - 21 }, style: heading(INK, 44, 470) },
      ...(asked
        ? [
            {
              ...middle,
              text: asked,
              at: { x: centre.x, y: centre.y + 46 },
              style: { ...question(360, 27) },
            },
          ]
        : []),
    ],
  }
}
