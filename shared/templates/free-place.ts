import { outlineHolder } from '../dossier/geometry.ts'
import type { Box, Point } from './polygon.ts'

/** A closed outline x0, y0, x1, y1 … */
type Outline = readonly number[]

/** Where the centre of something may lie: in the outline, but in none of the others. */
export interface Room {
  outline: Outline
  except: readonly Outline[]
}

export interface Search extends Room {
  /** What is to be laid. */
  size: { w: number; h: number }
  /** How much it may still grow downwards; kept free where there is room for that. */
  grows: number
  /** What already lies there, the lowest first. */
  taken: readonly Box[]
  /** Words that should stay readable, as the label of a region. */
  words: readonly Box[]
  /** Other regions, which a place is kept out of where they cover a part of the room. */
  others?: readonly Outline[]
  /** Look from here outwards; without it in reading order. */
  from?: Point
}

/** White that is kept round what the program lays. */
export const GAP = 14
/** Distance between the places that are tried: more in a large room, so that there are never more than some thousands. */
const MIN_STEP = 8
const MOST_PLACES = 5000
/** How far each next thing of a stack lies from the one below it. */
const STACK_SHIFT = 6
/** One in so many places is looked at to see how much of a room another region shares. */
const SAMPLE = 23
const NEARLY_ALL = 0.9

/**
 * Where to lay a thing: the first place that has white all round, else one without the white, else one that crosses an
 * edge; first where no other region is, then in the whole room. Then words are covered, and a full room is stacked on the
 * last thing that lies there.
 */
export function freePlace(search: Search): Point {
  const { size, taken, words, grows } = search
  const { ground, own } = groundsOf(search)
  const everything = [...taken, ...words]
  const firstIn = (each: Ground) =>
    firstWhole(each, search, GAP, grows) ??
    firstWhole(each, search, 0, 0) ??
    firstSpot(each, size, (spot) => isFree(boxAt(spot, size), everything))
  return (
    (own && firstIn(own)) ??
    firstIn(ground) ??
    firstSpot(ground, size, (spot) => isFree(boxAt(spot, size), taken)) ??
    onStack(ground, taken, size) ??
    firstSpot(ground, size, () => true) ??
    cornerAt(middleOf(ground.area), size)
  )
}

/**
 * The first place where a thing with so much white round it lies wholly in its room, where no other region is, on nothing
 * and on no words.
 */
export function wholePlace(search: Search, white: number): Point | undefined {
  const { ground, own = ground } = groundsOf(search)
  return firstWhole(own, search, white, search.grows)
}

function groundsOf({ outline, except, size, from, others = [] }: Search): { ground: Ground; own: Ground | undefined } {
  const ground = groundOf({ outline, except }, size, from)
  return { ground, own: ownPart(ground, others.map(areaOf)) }
}

function firstWhole(ground: Ground, { size, taken, words }: Search, white: number, more: number): Point | undefined {
  const isGood = (box: Box) => isFree(box, taken) && isFree(box, words) && liesIn(box, ground.area, ground.except)
  return firstSpot(ground, size, (spot) => isGood(boxAt(spot, size, white, more)))
}

function firstSpot({ centres }: Ground, size: Search['size'], isGood: (spot: Point) => boolean): Point | undefined {
  const centre = centres.find((each) => isGood(cornerAt(each, size)))
  return centre && cornerAt(centre, size)
}

/** The box of a thing with the white round it, and with what it may still grow. */
const boxAt = ({ x, y }: Point, { w, h }: Search['size'], white = 0, more = 0): Box => ({
  x: x - white,
  y: y - white,
  w: w + white * 2,
  h: h + more + white * 2,
})

const isFree = (box: Box, things: readonly Box[]): boolean => !things.some((thing) => overlap(box, thing))

/** An outline with the box round it, which settles most questions about it. */
interface Area extends Box {
  readonly outline: Outline
  readonly within: (point: Point) => boolean
}

/** Where a thing may lie, with the places for its centre in the order in which they are tried. */
interface Ground {
  readonly area: Area
  readonly except: readonly Area[]
  /** Those of `grid` where its centre may lie. */
  readonly centres: Passing
  readonly grid: readonly Point[]
}

/** The points of a list that pass a test. Each is tested once, and only when it is come to: the first is often good. */
class Passing {
  #points: readonly Point[]
  #passes: (point: Point) => boolean
  #found: Point[] = []
  #next = 0

  constructor(points: readonly Point[], passes: (point: Point) => boolean) {
    this.#points = points
    this.#passes = passes
  }

  find(isGood: (point: Point) => boolean): Point | undefined {
    const known = this.#found.find(isGood)
    if (known) return known
    while (this.#next < this.#points.length) {
      const point = this.#points[this.#next++]
      if (point === undefined || !this.#passes(point)) continue
      this.#found.push(point)
      if (isGood(point)) return point
    }
    return undefined
  }
}

function groundOf({ outline, except }: Room, size: Search['size'], from?: Point): Ground {
  const area = areaOf(outline)
  const { x, y, w, h } = area
  const limits = { area, except: except.map(areaOf) }
  const start = from ?? { x: x + GAP + size.w / 2, y: y + GAP + size.h / 2 }
  const step = Math.max(MIN_STEP, Math.round(Math.sqrt((w * h) / MOST_PLACES)))
  const grid: Point[] = []
  for (let cy = onGrid(start.y, y, step); cy <= y + h; cy += step) {
    for (let cx = onGrid(start.x, x, step); cx <= x + w; cx += step) {
      grid.push({ x: cx, y: cy })
    }
  }
  if (from) grid.sort((a, b) => distance(a, from) - distance(b, from) || b.y - a.y || b.x - a.x)
  return { ...limits, grid, centres: new Passing(grid, (point) => allows(limits, point)) }
}

/** The first line at or after `edge` of a grid that goes through `through`. */
const onGrid = (through: number, edge: number, step: number): number =>
  through - Math.floor((through - edge) / step) * step

/**
 * The part that no other region shares. One that covers nearly all of it does not count, as a lobe does the place where it
 * overlaps another.
 */
function ownPart({ area, except, grid }: Ground, others: readonly Area[]): Ground | undefined {
  const sample = grid.filter((point, at) => at % SAMPLE === 0 && allows({ area, except }, point))
  const sharing = others.filter((other) => {
    const shared = sample.filter((centre) => holds(other, centre)).length
    return shared > 0 && shared < sample.length * NEARLY_ALL
  })
  if (sharing.length === 0) return undefined
  const limits = { area, except: [...except, ...sharing] }
  return { ...limits, grid, centres: new Passing(grid, (point) => allows(limits, point)) }
}

/** On the last thing whose centre lies there, as long as that keeps the centre there. */
function onStack(ground: Ground, taken: readonly Box[], size: Search['size']): Point | undefined {
  const last = taken.findLast((box) => allows(ground, middleOf(box)))
  const place = last && { x: last.x + STACK_SHIFT, y: last.y + STACK_SHIFT }
  return place && allows(ground, middleOf({ ...place, ...size })) ? place : undefined
}

const allows = ({ area, except }: Pick<Ground, 'area' | 'except'>, centre: Point): boolean =>
  holds(area, centre) && !except.some((other) => holds(other, centre))

const holds = ({ within, x, y, w, h }: Area, point: Point): boolean =>
  point.x >= x && point.y >= y && point.x <= x + w && point.y <= y + h && within(point)

/** Whether a box lies wholly in one area and in none of the others, looked at along its edge and at their tips. */
function liesIn(box: Box, area: Area, except: readonly Area[]): boolean {
  const edge = pointsRound(box)
  return (
    edge.every((point) => holds(area, point)) &&
    !hasTipOf(area, box) &&
    !except.some((other) => overlap(box, other) && (hasTipOf(other, box) || edge.some((point) => holds(other, point))))
  )
}

function hasTipOf({ outline }: Area, { x, y, w, h }: Box): boolean {
  for (let at = 0; at < outline.length; at += 2) {
    const [px = 0, py = 0] = [outline[at], outline[at + 1]]
    if (px > x && px < x + w && py > y && py < y + h) return true
  }
  return false
}

/** So far apart at most that nothing which can be seen slips between two of them. */
const EDGE_STEP = 60

const pointsRound = ({ x, y, w, h }: Box): Point[] => [
  ...partsOf(w).flatMap((part) => [
    { x: x + part, y },
    { x: x + part, y: y + h },
  ]),
  ...partsOf(h).flatMap((part) => [
    { x, y: y + part },
    { x: x + w, y: y + part },
  ]),
]

function partsOf(side: number): number[] {
  const count = Math.max(3, Math.ceil(side / EDGE_STEP))
  return Array.from({ length: count + 1 }, (_, at) => (side * at) / count)
}

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

const middleOf = ({ x, y, w, h }: Box): Point => ({ x: x + w / 2, y: y + h / 2 })

const cornerAt = ({ x, y }: Point, { w, h }: { w: number; h: number }): Point => ({ x: x - w / 2, y: y - h / 2 })

/** Squared, which orders alike. */
const distance = (a: Point, b: Point): number => (a.x - b.x) ** 2 + (a.y - b.y) ** 2

function areaOf(outline: Outline): Area {
  const xs = outline.filter((_, at) => at % 2 === 0)
  const ys = outline.filter((_, at) => at % 2 === 1)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { outline, within: outlineHolder(outline), x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y }
}
