import type { Point } from '../../../shared/templates/polygon.ts'
import { DISC, type RelationEnd, type RelationLook } from './relation-looks.ts'
import { beside, pathThrough, Route, unit } from './route.ts'

/** One path of a drawing, in ink. */
export interface Stroke {
  readonly d: string
  readonly width: number
  readonly fill?: 'ink' | 'paper'
  readonly dash?: string
  readonly round?: boolean
}

export interface RelationDrawing {
  readonly strokes: readonly Stroke[]
  /** Where the disc lies; null where the line is too short for it. */
  readonly disc: Point | null
}

interface EndForm {
  /** How much of the line the form covers, from its tip. */
  readonly covers: number
  /** Drawn with its tip at 0,0, the line going to the right. */
  strokes(at: (x: number, y: number) => Point, size: number): Stroke[]
}

const DOT = 10
const CROSS = 13
const closed = (points: readonly Point[]) => pathThrough(points, 'Z')

const ENDS: Readonly<Record<RelationEnd, EndForm>> = {
  none: { covers: 0, strokes: () => [] },
  dot: {
    covers: DOT,
    strokes: (at, size) => {
      const [a, b] = [at(0, 0), at(DOT * 2, 0)]
      const r = DOT * size
      return [
        { d: `M${a.x} ${a.y}A${r} ${r} 0 1 1 ${b.x} ${b.y}A${r} ${r} 0 1 1 ${a.x} ${a.y}Z`, width: 0, fill: 'ink' },
      ]
    },
  },
  head: {
    covers: 24,
    strokes: (at) => [{ d: closed([at(0, 0), at(28, -16), at(28, 16)]), width: 0, fill: 'ink' }],
  },
  openHead: {
    covers: 6,
    strokes: (at, size) => [{ d: pathThrough([at(22, -16), at(4, 0), at(22, 16)]), width: 5 * size, round: true }],
  },
  bar: { covers: 4, strokes: (at, size) => [{ d: pathThrough([at(4.5, -27), at(4.5, 27)]), width: 9 * size }] },
  cross: {
    covers: CROSS + 2,
    strokes: (at, size) => {
      const far = CROSS * 2 + 2
      const arms = [pathThrough([at(2, -CROSS), at(far, CROSS)]), pathThrough([at(2, CROSS), at(far, -CROSS)])]
      return [{ d: arms.join(''), width: 6 * size, round: true }]
    },
  },
  diamond: {
    covers: 40,
    strokes: (at, size) => [
      { d: closed([at(3, 0), at(21, -17), at(39, 0), at(21, 17)]), width: 5 * size, fill: 'paper' },
    ],
  },
}

const DASH = '15 10'
/** Round ends make dots of dashes without length. */
const DOTS = '0.1 12'
/** Between the middles of two lines. */
const DOUBLE = 12
/** How far a zigzag goes to each side, and the length of half a wave. */
const ZIGZAG = { high: 13, half: 21 }
/** What stays of the line between its ends, however near the two lie. */
const LEAST_LINE = 12

/** How far the longest form reaches from its tip. */
const LONGEST_END = 40

/** A relation along a line of points, from tip to tip. */
export function drawRelation({ line, width, start, end }: RelationLook, points: readonly Point[]): RelationDrawing {
  const route = new Route(points)
  const { length } = route
  const covered = ENDS[start].covers + ENDS[end].covers
  const size = Math.min(1, length / Math.max(covered + LEAST_LINE, LONGEST_END))
  const [from, to] = [ENDS[start].covers * size, length - ENDS[end].covers * size]
  return {
    strokes: [
      ...lineStrokes(line, route, from, to, width * size),
      ...endStrokes(start, route, 0, size),
      ...endStrokes(end, route, length, size),
    ],
    disc: length < DISC.from ? null : route.pointAt(length / 2),
  }
}

function lineStrokes(line: RelationLook['line'], route: Route, from: number, to: number, width: number): Stroke[] {
  const points = route.between(from, to)
  switch (line) {
    case 'solid':
      return [{ d: pathThrough(points), width }]
    case 'dashed':
      return [{ d: pathThrough(points), width, dash: DASH }]
    case 'dotted':
      return [{ d: pathThrough(points), width, dash: DOTS, round: true }]
    case 'double':
      return [-DOUBLE / 2, DOUBLE / 2].map((by) => ({ d: pathThrough(beside(points, by)), width }))
    case 'zigzag':
      return [{ d: pathThrough(zigzag(route, from, to)), width, round: true }]
    default:
      return line satisfies never
  }
}

function zigzag(route: Route, from: number, to: number): Point[] {
  const halves = Math.max(2, Math.round((to - from) / ZIGZAG.half))
  return Array.from({ length: halves + 1 }, (_, turn) => {
    const along = from + ((to - from) * turn) / halves
    const { x, y } = route.pointAt(along)
    const way = route.wayAt(along)
    const by = turn === 0 || turn === halves ? 0 : turn % 2 === 0 ? ZIGZAG.high : -ZIGZAG.high
    return { x: x - way.y * by, y: y + way.x * by }
  })
}

/** On a bent line a form looks to where it ends on it. */
function endStrokes(end: RelationEnd, route: Route, tipAt: number, size: number): Stroke[] {
  const { covers, strokes } = ENDS[end]
  const reach = Math.max(covers, DOT) * size
  const tip = route.pointAt(tipAt)
  const way = unit(tip, route.pointAt(tipAt === 0 ? reach : tipAt - reach))
  const at = (x: number, y: number): Point => ({
    x: tip.x + (way.x * x - way.y * y) * size,
    y: tip.y + (way.y * x + way.x * y) * size,
  })
  return strokes(at, size)
}
