export interface Point {
  readonly x: number
  readonly y: number
}
/** A closed outline, clockwise, in canvas units; the last corner joins the first. */
export type Polygon = readonly Point[]

export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export const boxPolygon = ({ x, y, w, h }: Box): Polygon => [
  { x, y },
  { x: x + w, y },
  { x: x + w, y: y + h },
  { x, y: y + h },
]

export function boundsOf(polygon: Polygon): Box {
  const xs = polygon.map(({ x }) => x)
  const ys = polygon.map(({ y }) => y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y }
}

const between = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
})

/** The part of a convex polygon on the side of a line where `side` is not negative (Sutherland and Hodgman, 1974). */
function cut(polygon: Polygon, side: (point: Point) => number): Polygon {
  return polygon.flatMap((point, index) => {
    const before = polygon.at(index - 1) ?? point
    const [here, there] = [side(point), side(before)]
    const crossing = here >= 0 === there >= 0 ? [] : [between(before, point, there / (there - here))]
    return here >= 0 ? [...crossing, point] : crossing
  })
}

/** What two convex polygons have in common. */
const intersect = (a: Polygon, b: Polygon): Polygon =>
  b.reduce((rest, to, index) => {
    const from = b.at(index - 1) ?? to
    return cut(rest, ({ x, y }) => (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x))
  }, a)

/** What convex polygons all have in common. */
export const common = (polygons: readonly Polygon[]): Polygon => {
  const [first = [], ...rest] = polygons
  return rest.reduce(intersect, first)
}

/** A sector between two directions from a centre, clockwise, less than half a turn; the gaps are kept free along its rays. */
export interface Wedge {
  readonly centre: Point
  /** Radians, clockwise from the right. */
  readonly from: number
  readonly to: number
  readonly gapFrom: number
  readonly gapTo: number
}

/** The part of a convex polygon that lies in a sector. */
export function inWedge(polygon: Polygon, { centre, from, to, gapFrom, gapTo }: Wedge): Polygon {
  const distance = (angle: number, { x, y }: Point) =>
    (y - centre.y) * Math.cos(angle) - (x - centre.x) * Math.sin(angle)
  return cut(
    cut(polygon, (point) => distance(from, point) - gapFrom / 2),
    (point) => -distance(to, point) - gapTo / 2,
  )
}

const BISECTIONS = 40

/**
 * A polygon without the convex hole that covers one stretch of its outline, such as a sector without the table in its
 * middle. The hole is given as its outline and as the test whether it holds a point.
 */
export function without(polygon: Polygon, hole: Polygon, holds: (point: Point) => boolean): Polygon {
  const first = polygon.findIndex((point, index) => !holds(point) && holds(polygon.at(index - 1) ?? point))
  if (first < 0) return polygon
  const turned = [...polygon.slice(first), ...polygon.slice(0, first)]
  const outside = turned.slice(0, turned.findIndex(holds))
  const [start, end] = [turned[0], outside.at(-1)]
  if (!start || !end) return polygon
  const leaves = crossing(turned.at(-1) ?? start, start, holds)
  const enters = crossing(end, turned[outside.length] ?? end, holds)
  const edge = hole.filter((point) => isWithin(polygon, point))
  const chain = inOneChain(hole, edge)
  return [...outside, enters, ...chain.toReversed(), leaves]
}

/** Where the stretch from a point outside or inside to one on the other side meets the edge of the hole. */
function crossing(from: Point, to: Point, holds: (point: Point) => boolean): Point {
  const startsInside = holds(from)
  let [low, high] = [0, 1]
  for (let step = 0; step < BISECTIONS; step += 1) {
    const middle = (low + high) / 2
    if (holds(between(from, to, middle)) === startsInside) low = middle
    else high = middle
  }
  return between(from, to, high)
}

/** Points of one outline that follow each other, in its order, also where they run over its end. */
function inOneChain(outline: Polygon, points: Polygon): Polygon {
  const wanted = new Set(points)
  const start = outline.findIndex((point, index) => wanted.has(point) && !wanted.has(outline.at(index - 1) ?? point))
  return start <= 0
    ? points
    : [...outline.slice(start), ...outline.slice(0, start)].filter((point) => wanted.has(point))
}

/** Whether a point lies within a polygon: a ray from it crosses an odd number of edges. */
export function isWithin(polygon: Polygon, { x, y }: Point): boolean {
  return polygon.reduce((inside, point, index) => {
    const before = polygon.at(index - 1) ?? point
    const crosses =
      point.y > y !== before.y > y && x < ((before.x - point.x) * (y - point.y)) / (before.y - point.y) + point.x
    return crosses ? !inside : inside
  }, false)
}
