import type { Area, Item, Line, Text } from '../drawing.ts'
import { INK, TONES, type Tones, WHITE } from '../hues.ts'
import type { Box, Point } from '../polygon.ts'
import { curve } from '../superellipse.ts'
import { arrow } from './cells.ts'
import { commonLabel, field } from './field.ts'
import { columnsOf, equalShares, type Frame, joined, type Piece, rowsOf } from './piece.ts'
import type { PartOf } from './schema.ts'

const GAP = 24
const ROW_GAP = 34
/** From the top of a row to the middle of its road, and to the fields' words. */
const ROAD = 66
const FIELD_DOWN = 124
const ROAD_COLOUR = '#CDD2DE'
const ROAD_WIDTH = 28
/** Beside the fields, for the bend from the first row to the second. */
const BEND = 96
const STATION = { rx: 76, ry: 60 }
/** More stations than this stand in two rows. */
const ONE_ROW = 3
const LOOP_ROOM = 40

/** Stations of a road, each on top of its field; the second row comes back from the right. */
export function path({ stations, isLoop = false }: PartOf<'path'>, { box, tones }: Frame): Piece {
  const hasBend = stations.length > ONE_ROW
  const columns = hasBend ? Math.ceil(stations.length / 2) : stations.length
  const inner = { ...box, w: box.w - (hasBend ? BEND : 0), h: box.h - (isLoop && !hasBend ? LOOP_ROOM : 0) }
  const rows = rowsOf(inner, equalShares(Math.ceil(stations.length / columns)), ROW_GAP).map((row) =>
    columnsOf(row, equalShares(columns), GAP),
  )
  const places = rows.flatMap((row, at) => (at % 2 === 0 ? row : row.toReversed())).slice(0, stations.length)
  const words = places.map((place) => ({ ...place, y: place.y + FIELD_DOWN, h: place.h - FIELD_DOWN }))
  const label = commonLabel(stations, words, tones.deep)
  const points = places.map(({ x, y, w }): Point => ({ x: x + w / 2, y: y + ROAD }))
  const pieces = stations.map(({ hue, ...station }, at): Piece => {
    const own = hue ? TONES[hue] : tones
    const box = places[at] ?? inner
    const piece = field(station, box, {
      tones: own,
      label: { ...label, colour: own.deep },
      words: words[at] ?? box,
    })
    return { ...piece, words: [...piece.words, ...sign(points[at] ?? box, at + 1, own)] }
  })
  const all = joined(pieces)
  return {
    ...all,
    ground: [...all.ground, ...road(points, inner), ...(isLoop ? wayBack(places, points) : [])],
  }
}

/** Through all stations, and round the bend between the two rows. */
function road(points: readonly Point[], { x, w }: Box): Line[] {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return []
  const stroke = { colour: ROAD_COLOUR, width: ROAD_WIDTH }
  if (first.y === last.y) return [{ is: 'line', points: [first, last], stroke }]
  const right = x + w + BEND - ROAD_WIDTH / 2 - 4
  const start = x + w - 20
  const reach = right - start
  const middle = (first.y + last.y) / 2
  const half = (last.y - first.y) / 2
  const bend = Array.from({ length: 41 }, (_, at) => {
    const angle = -Math.PI / 2 + (at / 40) * Math.PI
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    return { x: start + reach * Math.abs(cos) ** 0.5, y: middle + half * Math.sign(sin) * Math.abs(sin) ** 0.6 }
  })
  return [{ is: 'line', points: [first, ...bend, last], stroke }]
}

function sign({ x, y }: Point, number: number, tones: Tones): (Area | Text)[] {
  const word = String(number)
  return [
    { is: 'area', outline: curve({ cx: x, cy: y, ...STATION }), fill: WHITE, stroke: { colour: tones.deep, width: 8 } },
    {
      is: 'text',
      text: { nl: word, en: word },
      at: { x, y },
      align: 'middle',
      anchor: 'middle',
      style: { sizes: [62], weight: 800, line: 1, colour: tones.deep, maxWidth: 110, maxLines: 1 },
    },
  ]
}

/** A dashed line on which one begins anew: under a single row, else up through the white after the first column. */
function wayBack(places: readonly Box[], points: readonly Point[]): Item[] {
  const [first, start, end] = [places[0], points[0], points.at(-1)]
  if (!first || !start || !end) return []
  const under = first.y + first.h + LOOP_ROOM / 2
  const between = first.x + first.w + GAP / 2
  const [from, to] =
    start.y === end.y
      ? [
          { x: end.x, y: under },
          { x: start.x, y: under },
        ]
      : [
          { x: between, y: end.y - ROAD_WIDTH },
          { x: between, y: start.y + ROAD_WIDTH },
        ]
  const [, head] = arrow(from, to, INK, 4)
  return [
    { is: 'line', points: [from, to], stroke: { colour: INK, width: 4, dash: 'dashed' } },
    ...(head ? [head] : []),
  ]
}
