import { outlineHolds } from '../../shared/dossier/geometry.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}
interface Point {
  readonly x: number
  readonly y: number
}
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

/**
 * Where to lay a thing: the first place that has white all round, else one without the white, else one that crosses an
 * edge; first where no other region is, then in the whole room. Then words are covered, and a full room is stacked on the
 * last thing that lies there.
 */
export function freePlace(search: Search): Point {
  const { size, grows, taken, words } = search
  const boxAt = ({ x, y }: Point, gap: number, more: number): Box => ({
    x: x - gap,
    y: y - gap,
    w: size.w + gap * 2,
    h: size.h + more + gap * 2,
  })
  const isFree = (box: Box, things: readonly Box[]) => !things.some((thing) => overlap(box, thing))
  const everything = [...taken, ...words]
  const firstIn = (room: Room, spots: readonly Point[]) => {
    const isGood = (box: Box) => isFree(box, everything) && liesIn(box, room)
    return (
      spots.find((spot) => isGood(boxAt(spot, GAP, grows))) ??
      spots.find((spot) => isGood(boxAt(spot, 0, 0))) ??
      spots.find((spot) => isFree(boxAt(spot, 0, 0), everything))
    )
  }
  const centres = centresIn(search)
  const spots = centres.map((centre) => cornerAt(centre, size))
  const own = ownPart(search, centres)
  return (
    (own &&
      firstIn(
        own.room,
        own.centres.map((centre) => cornerAt(centre, size)),
      )) ??
    firstIn(search, spots) ??
    spots.find((spot) => isFree(boxAt(spot, 0, 0), taken)) ??
    onStack(search) ??
    spots[0] ??
    cornerAt(middleOf(boundsOf(search.outline)), size)
  )
}

/** The part of the room that no other region shares. One that covers nearly all of it, as a lobe does its overlap, counts not. */
function ownPart({ outline, except, others = [] }: Search, centres: readonly Point[]) {
  const sample = centres.filter((_, at) => at % SAMPLE === 0)
  const sharing = others.filter((other) => {
    const shared = sample.filter((centre) => outlineHolds(other, centre)).length
    return shared > 0 && shared < sample.length * NEARLY_ALL
  })
  if (sharing.length === 0) return undefined
  const room: Room = { outline, except: [...except, ...sharing] }
  return { room, centres: centres.filter((centre) => !sharing.some((other) => outlineHolds(other, centre))) }
}

const NEARLY_ALL = 0.9
/** One in so many places is looked at to see how much of a room is shared. */
const SAMPLE = 23

const holds = ({ outline, except }: Room, centre: Point): boolean =>
  outlineHolds(outline, centre) && !except.some((other) => outlineHolds(other, centre))

/** The places for a centre that are tried, in that order. */
function centresIn(search: Search): Point[] {
  const { outline, size, from } = search
  const { x, y, w, h } = boundsOf(outline)
  const start = from ?? { x: x + GAP + size.w / 2, y: y + GAP + size.h / 2 }
  const step = Math.max(MIN_STEP, Math.round(Math.sqrt((w * h) / MOST_PLACES)))
  const centres: Point[] = []
  for (let cy = onGrid(start.y, y, step); cy <= y + h; cy += step) {
    for (let cx = onGrid(start.x, x, step); cx <= x + w; cx += step) {
      if (holds(search, { x: cx, y: cy })) centres.push({ x: cx, y: cy })
    }
  }
  return from ? centres.sort((a, b) => distance(a, from) - distance(b, from) || b.y - a.y || b.x - a.x) : centres
}

/** The first line at or after `edge` of a grid that goes through `through`. */
const onGrid = (through: number, edge: number, step: number): number =>
  through - Math.floor((through - edge) / step) * step

/** On the last thing whose centre lies in the room, as long as that keeps the centre there. */
function onStack(search: Search): Point | undefined {
  const last = search.taken.findLast((box) => holds(search, middleOf(box)))
  const place = last && { x: last.x + STACK_SHIFT, y: last.y + STACK_SHIFT }
  return place && holds(search, middleOf({ ...place, ...search.size })) ? place : undefined
}

/** Whether a box lies wholly in a room, looked at along its edge and at the tips of the outlines. */
function liesIn(box: Box, { outline, except }: Room): boolean {
  const edge = pointsRound(box)
  return (
    edge.every((point) => outlineHolds(outline, point)) &&
    !hasTipOf(outline, box) &&
    !except.some((other) => hasTipOf(other, box) || edge.some((point) => outlineHolds(other, point)))
  )
}

function hasTipOf(outline: Outline, { x, y, w, h }: Box): boolean {
  for (let at = 0; at < outline.length; at += 2) {
    const [px = 0, py = 0] = [outline[at], outline[at + 1]]
    if (px > x && px < x + w && py > y && py < y + h) return true
  }
  return false
}

const pointsRound = ({ x, y, w, h }: Box): Point[] =>
  [0, 1 / 3, 2 / 3, 1].flatMap((part) => [
    { x: x + w * part, y },
    { x: x + w * part, y: y + h },
    { x, y: y + h * part },
    { x: x + w, y: y + h * part },
  ])

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

const middleOf = ({ x, y, w, h }: Box): Point => ({ x: x + w / 2, y: y + h / 2 })

const cornerAt = ({ x, y }: Point, { w, h }: { w: number; h: number }): Point => ({ x: x - w / 2, y: y - h / 2 })

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

function boundsOf(outline: Outline): Box {
  const xs = outline.filter((_, at) => at % 2 === 0)
  const ys = outline.filter((_, at) => at % 2 === 1)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y }
}
