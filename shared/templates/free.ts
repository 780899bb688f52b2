import { LocaleSchema } from '../api/boards.ts'
import type { Figure, Item, Text } from './drawing.ts'
import { fitText, type TextStyle } from './fit-text.ts'
import type { FreeArea, FreeData, FreeWords } from './free-schema.ts'
import { LETTER } from './free-schema.ts'
import { INK, type Tones } from './hues.ts'
import { A1, type Paper } from './paper.ts'
import { arrow } from './parts/cells.ts'
import { askStyle, commonLabel, FIELD_RADIUS, field, fieldRegion } from './parts/field.ts'
import type { Piece } from './parts/piece.ts'
import { commonStyle, type FlowText, flow } from './parts/text-flow.ts'
import { type Box, boxPolygon, type Point, type Polygon } from './polygon.ts'
import { roundCorners } from './round-corners.ts'
import { curve } from './superellipse.ts'

const PADDING = 24
const BELOW_NAME = 10
/** What words take of a region at most: the rest is for notes. */
const WORDS_SHARE = 0.62
/** A box of this size has its words as the fields of all plates have them. */
const ROOMY = { w: 420, h: 300 } as const
/** The part of an ellipse's width and height, from its middle, in which words lie. */
const ELLIPSE = { across: 0.66, up: 0.8 } as const

/** A plate that people drew themselves: fields where they placed them, their words and lines round those. */
export function free(data: FreeData, tones: Tones, paper: Paper): Figure {
  const { areas, words, lines } = onPaper(data, paper)
  const fields = areas.map((area) => freeField(area, tones))
  return {
    w: paper.w,
    h: paper.h,
    seats: [],
    regions: fields.flatMap(({ regions }) => regions),
    ground: [
      ...lines.flatMap(({ points, isArrow }): Item[] => drawnLine(points, isArrow, tones)),
      ...fields.flatMap(({ ground }) => ground),
    ],
    words: [...fields.flatMap((field) => field.words), ...words.map((each) => placedWords(each, paper))],
  }
}

/** Fields, and where words and lines begin and end, in proportion; letters keep their size. */
function onPaper({ kind, areas, words, lines }: FreeData, { content }: Paper): FreeData {
  const across = content.w / A1.content.w
  const down = content.h / A1.content.h
  const placed = <P extends Point>(point: P): P => ({
    ...point,
    x: content.x + (point.x - A1.content.x) * across,
    y: content.y + (point.y - A1.content.y) * down,
  })
  return {
    kind,
    areas: areas.map((area) => ({ ...placed(area), w: area.w * across, h: area.h * down })),
    words: words.map(placed),
    lines: lines.map((line) => ({ ...line, points: line.points.map(placed) })),
  }
}

/** The closed outline of a region. */
export const outlineOf = (area: Pick<FreeArea, 'shape' | 'x' | 'y' | 'w' | 'h'>): Polygon =>
  area.shape === 'box'
    ? boxPolygon(area)
    : curve({ cx: area.x + area.w / 2, cy: area.y + area.h / 2, rx: area.w / 2, ry: area.h / 2 })

function freeField(data: FreeArea, tones: Tones): Piece {
  const label = commonLabel([data], [data], tones.deep)
  const isRoomy = data.shape === 'box' && data.w >= ROOMY.w && data.h >= ROOMY.h
  if (isRoomy && LocaleSchema.options.every((locale) => fitText(data.label[locale], label).fits)) {
    return field(data, data, { tones, label })
  }
  return smallField(data, tones)
}

/** Without a sign: name and question have all of its width. */
function smallField(data: FreeArea, tones: Tones): Piece {
  const outline = outlineOf(data)
  const inner = innerBox(data)
  const isBox = data.shape === 'box'
  const align = isBox ? 'start' : 'middle'
  const most = data.h * WORDS_SHARE - (inner.y - data.y)
  const name = nameOf(data, inner.w, tones, align)
  const question: FlowText[] = data.question
    ? [{ text: data.question, align, style: { ...askStyle(inner.w), ragged: isBox }, before: BELOW_NAME }]
    : []
  const whole = flow([name, ...question])
  // In a small region the question is read aloud and stands in the dossier; the paper is for the notes.
  const text = whole.height <= most ? whole : flow([name])
  const top = inner.y + text.height
  const room = { x: inner.x, y: top, w: inner.w, h: data.y + data.h - PADDING - top }
  return {
    regions: [fieldRegion(data, outline, tones, room)],
    ground: [{ is: 'area', outline: isBox ? roundCorners(outline, FIELD_RADIUS) : outline, fill: tones.wash }],
    words: text.at(isBox ? inner.x : data.x + data.w / 2, inner.y),
  }
}

function innerBox({ shape, x, y, w, h }: FreeArea): Box {
  if (shape === 'box') return { x: x + PADDING, y: y + PADDING, w: w - 2 * PADDING, h: h - 2 * PADDING }
  const width = w * ELLIPSE.across
  const height = h * ELLIPSE.up
  return { x: x + (w - width) / 2, y: y + (h - height) / 2, w: width, h: height }
}

function nameOf({ label }: FreeArea, width: number, { deep }: Tones, align: FlowText['align']): FlowText {
  const style: TextStyle = {
    sizes: [42, 38, 34, 30, 27, 25, 22, 20, 18],
    weight: 800,
    line: 1.1,
    colour: deep,
    maxWidth: width,
    maxLines: 2,
    maxLinesSmallest: 3,
    ragged: align === 'start',
  }
  return { text: label, align, style: commonStyle([label], style) }
}

/** How words that somebody placed are printed; they shrink before they leave the paper. */
export function placedWords({ text, x, y, size }: FreeWords, { end }: Pick<Paper, 'end'> = A1): Text {
  const smaller = [size * 0.85, size * 0.7, LETTER.smallest].filter((each) => each >= LETTER.smallest && each < size)
  const style: TextStyle = {
    sizes: [size, ...smaller],
    weight: size >= 34 ? 800 : 600,
    line: 1.2,
    colour: INK,
    maxWidth: Math.max(60, end.x - x),
    maxLines: 2,
    maxLinesSmallest: 4,
    ragged: true,
  }
  return { is: 'text', text, at: { x, y }, align: 'start', anchor: 'top', style }
}

function drawnLine(points: Polygon, isArrow: boolean, { mid }: Tones): Item[] {
  const [last, before] = [points.at(-1), points.at(-2)]
  const line: Item = { is: 'line', points, stroke: { colour: mid, width: 6 } }
  return isArrow && last && before ? [line, ...arrow(before, last, mid)] : [line]
}
