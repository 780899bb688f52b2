import type { Bilingual } from '../../records/region.ts'
import type { Area, FigureRegion, Icon, Lead } from '../drawing.ts'
import { regionParts } from '../figure-region.ts'
import type { TextStyle } from '../fit-text.ts'
import { INK, type Tones, WHITE } from '../hues.ts'
import { type Box, boxPolygon, type Point, type Polygon } from '../polygon.ts'
import type { FieldData } from '../region-schema.ts'
import { roundCorners } from '../round-corners.ts'
import { PICTURE, signOf, signSize } from '../sign.ts'
import { inset, middleOf, type Piece } from './piece.ts'
import { commonStyle, type FlowText, flow } from './text-flow.ts'

export const FIELD_RADIUS = 28
const PADDING = 24
/** The sign of a field is white on a dark tile, so that it can be found from across the room. */
const TILE = 62
const TILE_RADIUS = 16
const TILE_ICON = 40
const TILE_GAP = 16
const NUMBER: Omit<Extract<Lead, { number: number }>, 'number'> = { size: 44, gap: 12 }
/** A field so much wider than high has its words at the left, and its room beside them. */
const WIDE = 1.9
const WORDS_SHARE = 0.4
/** In a field lower than this they stand halfway its height, in others at the top. */
const LOW = 320
const NARROW = 500
const BELOW_NAME = 14

const labelStyle = (maxWidth: number, colour: string): TextStyle => ({
  sizes: [42, 38, 34, 30, 27, 25],
  weight: 800,
  line: 1.1,
  colour,
  maxWidth,
  maxLines: 2,
})

export const askStyle = (maxWidth: number): TextStyle => ({
  sizes: [25, 23],
  weight: 500,
  line: 1.24,
  colour: INK,
  maxWidth,
  maxLines: 2,
  maxLinesSmallest: maxWidth < NARROW ? 4 : 3,
})

const lineStyle = (maxWidth: number): TextStyle => ({
  sizes: [23, 21],
  weight: 500,
  line: 1.22,
  colour: INK,
  maxWidth,
  maxLines: 2,
  maxLinesSmallest: 3,
  ragged: true,
})

/** Where there are more, each printed line begins with a small sign: one sees where it begins when it is broken. */
const LINE_LEAD: Lead = { icon: 'circle-small', size: 26, gap: 6 }

export const printedLines = (lines: readonly Bilingual[], width: number): FlowText[] =>
  lines.length === 1
    ? lines.map((text) => ({ text, align: 'start', style: lineStyle(width), before: 10 }))
    : lines.map((text, index) => ({
        text,
        align: 'start',
        style: lineStyle(width - LINE_LEAD.size - LINE_LEAD.gap),
        lead: LINE_LEAD,
        before: index === 0 ? 12 : 6,
      }))

interface FieldOptions {
  tones: Tones
  /** In all fields of a part the labels have one size. */
  label: TextStyle
  number?: number
  outline?: Polygon
  /** Where words may stand, if that is not the whole box. */
  words?: Box
}

/** Whether the words of a field stand beside its room. */
const isWide = ({ w, h }: Box) => w > h * WIDE && w > 900

const wordsWidth = (box: Box): number => (isWide(box) ? box.w * WORDS_SHARE : box.w) - 2 * PADDING

const tileSize = (data: FieldData): number => signSize(data, TILE, PICTURE)

/** The label style that fits all of these fields. */
export function commonLabel(
  fields: readonly FieldData[],
  boxes: readonly Box[],
  colour: string,
  isNumbered = false,
): TextStyle {
  const signs = Math.max(...fields.map(tileSize)) + TILE_GAP + (isNumbered ? NUMBER.size + NUMBER.gap : 0)
  const width = Math.min(...boxes.map(wordsWidth)) - signs
  return commonStyle(
    fields.map(({ label }) => label),
    labelStyle(width, colour),
  )
}

/** A field with its sign, name and question; the rest of it is room for notes. */
export function field(data: FieldData, box: Box, { tones, label, number, outline, words = box }: FieldOptions): Piece {
  const width = wordsWidth(words)
  const name = flow([
    {
      text: data.label,
      align: 'start',
      style: { ...label, ragged: true },
      ...(number && { lead: { ...NUMBER, number } }),
    },
  ])
  const rest = flow([...questionOf(data, width), ...printedLines(data.lines ?? [], width)])
  const sign = tileSize(data)
  const nameHeight = Math.max(sign, name.height)
  const height = nameHeight + (rest.height > 0 ? BELOW_NAME + rest.height : 0)
  const inner = inset(words, PADDING)
  const top = isWide(words) && words.h < LOW ? inner.y + Math.max(0, (inner.h - height) / 2) : inner.y
  const ground: Area = {
    is: 'area',
    outline: outline ?? roundCorners(boxPolygon(box), FIELD_RADIUS),
    fill: tones.wash,
  }
  return {
    regions: [fieldRegion(data, outline ?? boxPolygon(box), tones, roomOf(words, height))],
    ground: [ground],
    words: [
      ...tile(data, { x: inner.x, y: top }, tones),
      // Level with the sign, also where the other language takes more lines.
      ...name
        .at(inner.x + sign + TILE_GAP, top)
        .map((text) => ({ ...text, anchor: 'middle' as const, at: { ...text.at, y: top + nameHeight / 2 } })),
      ...rest.at(inner.x, top + nameHeight + BELOW_NAME),
    ],
  }
}

/** A picture has colours of its own, and so no tile. */
function tile(data: FieldData, { x, y }: Point, { deep }: Tones): (Area | Icon)[] {
  const size = tileSize(data)
  const at = { x: x + size / 2, y: y + size / 2 }
  if (data.pictogram) return [{ is: 'icon', ...signOf(data), at, size, colour: deep }]
  const box = { x, y, w: TILE, h: TILE }
  return [
    { is: 'area', outline: roundCorners(boxPolygon(box), TILE_RADIUS), fill: deep },
    { is: 'icon', icon: data.icon, at, size: TILE_ICON, colour: WHITE },
  ]
}

const questionOf = ({ question }: FieldData, width: number): FlowText[] =>
  question ? [{ text: question, align: 'start', style: { ...askStyle(width), ragged: true } }] : []

export function fieldRegion(data: FieldData, outline: Polygon, tones: Tones, room: Box | undefined): FigureRegion {
  const isRoomy = room !== undefined && room.w > 190 && room.h > 84
  return { ...regionParts(data, 'field', tones), outline, ...(isRoomy && { invitation: middleOf(room) }) }
}

/** What the words leave free. */
function roomOf(box: Box, height: number): Box {
  if (isWide(box)) {
    const left = box.w * WORDS_SHARE
    return { ...box, x: box.x + left, w: box.w - left }
  }
  const taken = height + PADDING
  return { ...box, y: box.y + taken, h: box.h - taken }
}
