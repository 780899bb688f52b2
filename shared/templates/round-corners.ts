import type { Point, Polygon } from './polygon.ts'

/** What turns more than this (radians) is a corner; the bends of a curve made of short stretches stay below it. */
const CORNER = 0.4
const STEPS = 8

/** Takes the corners off a polygon with a radius in canvas units; its curves stay as they are. */
export function roundCorners(polygon: Polygon, radius: number): Polygon {
  const corners = polygon.flatMap((point, index) => {
    const interior = Math.PI - Math.abs(turnAt(polygon, index))
    return interior < Math.PI - CORNER ? [{ index, point, trim: radius / Math.tan(interior / 2) }] : []
  })
  if (corners.length < 2) return polygon
  return corners.flatMap(({ index, point, trim }, at) => {
    const next = corners[(at + 1) % corners.length]
    if (!next) return []
    const stretch = walk(polygon, index, next.index)
    return [
      ...bend(
        pointAlong(walk(polygon, corners.at(at - 1)?.index ?? 0, index).toReversed(), trim),
        point,
        pointAlong(stretch, trim),
      ),
      ...shortened(stretch, trim, next.trim),
    ]
  })
}

/** How far the outline turns at a corner, in radians. */
function turnAt(polygon: Polygon, index: number): number {
  const here = polygon[index]
  const before = polygon.at(index - 1)
  const after = polygon[(index + 1) % polygon.length]
  if (!here || !before || !after) return 0
  const turn = Math.atan2(after.y - here.y, after.x - here.x) - Math.atan2(here.y - before.y, here.x - before.x)
  return Math.atan2(Math.sin(turn), Math.cos(turn))
}

/** The outline from one corner to the next, both included. */
const walk = (polygon: Polygon, from: number, to: number): Polygon =>
  from < to ? polygon.slice(from, to + 1) : [...polygon.slice(from), ...polygon.slice(0, to + 1)]

const length = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y)

/** The point at a distance from the start of a line of stretches. */
function pointAlong(line: Polygon, distance: number): Point {
  let left = distance
  for (const [index, point] of line.entries()) {
    const next = line[index + 1]
    if (!next) return point
    const size = length(point, next)
    if (left <= size) {
      const share = size === 0 ? 0 : left / size
      return { x: point.x + (next.x - point.x) * share, y: point.y + (next.y - point.y) * share }
    }
    left -= size
  }
  return line[0] ?? { x: 0, y: 0 }
}

/** The inner points of a line that lie farther from its ends than given. */
function shortened(line: Polygon, atStart: number, atEnd: number): Polygon {
  let walked = 0
  const reach = line.map((point, index) => {
    walked += length(line[index - 1] ?? point, point)
    return walked
  })
  return line.filter((_, index) => (reach[index] ?? 0) > atStart && walked - (reach[index] ?? 0) > atEnd)
}

/** A smooth bend from one point to another that would meet in the corner. */
const bend = (from: Point, corner: Point, to: Point): Polygon =>
  Array.from({ length: STEPS + 1 }, (_, step) => {
    const t = step / STEPS
    const mix = (a: number, b: number, c: number) => (1 - t) ** 2 * a + 2 * (1 - t) * t * b + t ** 2 * c
    return { x: mix(from.x, corner.x, to.x), y: mix(from.y, corner.y, to.y) }
  })
