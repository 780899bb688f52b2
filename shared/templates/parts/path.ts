import type { Area, Line, Text } from '../drawing.ts'
import { INK, type Tones, WHITE } from '../hues.ts'
import type { Box, Point } from '../polygon.ts'
import { curve } from '../superellipse.ts'
import { arrow } from './cells.ts'
import { commonLabel, field } from './field.ts'
import { columnsOf, equalShares, type Frame, joined, type Piece, rowsOf } from './piece.ts'
import type { PartOf } from './schema.ts'

const GAP = 24
const ROW_GAP = 34
/** From the top of a row to the middle of its road, and to its fields. */
const ROAD = 52
const FIELD_DOWN = 118
const WIDTH = 24
const STATION = { rx: 64, ry: 50 }
/** More stations than this stand in two rows. */
const ONE_ROW = 3
const LOOP_ROOM = 40

/** Stations of a road in the order in which they are passed, each with its field under it. */
export function path({ stations, isLoop = false }: PartOf<'path'>, { box, tones }: Frame): Piece {
  const columns = stations.length > ONE_ROW ? Math.ceil(stations.length / 2) : stations.length
  const inner = isLoop ? { ...box, h: box.h - LOOP_ROOM } : box
  const rows = rowsOf(inner, equalShares(Math.ceil(stations.length / columns)), ROW_GAP)
  const places = rows.flatMap((row) => columnsOf(row, equalShares(columns), GAP)).slice(0, stations.length)
  const fieldBoxes = places.map((place) => ({ ...place, y: place.y + FIELD_DOWN, h: place.h - FIELD_DOWN }))
  const label = commonLabel(stations, fieldBoxes, tones.deep)
  const fields = stations.map((station, at) => field(station, fieldBoxes[at] ?? box, { tones, label }))
  const points = places.map(({ x, y, w }): Point => ({ x: x + w / 2, y: y + ROAD }))
  const { regions, ground, words } = joined(fields)
  return {
    regions,
    ground: [...road(points, box, tones), ...(isLoop ? wayBack(places, box) : []), ...ground],
    words: [...points.flatMap((point, at) => station(point, at + 1, tones)), ...words],
  }
}

/** Through all stations of a row, and through the white between two rows to the start of the next. */
function road(points: readonly Point[], { x, w }: Box, { soft }: Tones): Line[] {
  const levels = [...new Set(points.map(({ y }) => y))]
  return levels.map((y, at) => {
    const row = points.filter((point) => point.y === y)
    const from = { x: at === 0 ? (row[0]?.x ?? x) : x, y }
    const to = { x: at < levels.length - 1 ? x + w : (row.at(-1)?.x ?? x + w), y }
    return { is: 'line', points: [from, to], stroke: { colour: soft, width: WIDTH } }
  })
}

function station({ x, y }: Point, number: number, tones: Tones): (Area | Text)[] {
  const word = String(number)
  return [
    { is: 'area', outline: curve({ cx: x, cy: y, ...STATION }), fill: WHITE, stroke: { colour: tones.deep, width: 8 } },
    {
      is: 'text',
      text: { nl: word, en: word },
      at: { x, y },
      align: 'middle',
      anchor: 'middle',
      style: { sizes: [56], weight: 800, line: 1, colour: tones.deep, maxWidth: 100, maxLines: 1 },
    },
  ]
}

/** A dotted line under all of it, from the last station to the first. */
function wayBack(places: readonly Box[], box: Box): Line[] {
  const last = places.at(-1) ?? box
  const y = box.y + box.h - LOOP_ROOM / 2
  const from = { x: last.x + last.w / 2, y }
  const to = { x: box.x + 60, y }
  const [, head] = arrow(from, to, INK, 4)
  return [
    { is: 'line', points: [from, to], stroke: { colour: INK, width: 4, dash: 'dashed' } },
    ...(head ? [head] : []),
  ]
}
