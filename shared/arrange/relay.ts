import { regionHolds, withoutThoseThatGiveWay } from '../dossier/layout.ts'
import type { Point } from '../dossier/places.ts'
import type { RegionShape } from '../records/region.ts'

/** How finely a way in is looked for. */
const STEPS = 40
const GRID = 9

/**
 * Where a thing comes to lie that has its middle at a point of a region, once the region has another form: as far from
 * each side, in proportion, and in any case where the same region holds it. Points are measured from the sheet.
 */
export function relay(point: Point, before: RegionShape, now: RegionShape, all: readonly RegionShape[]): Point {
  const across = (point.x - before.x) / before.props.w
  const down = (point.y - before.y) / before.props.h
  const wanted = { x: now.x + across * now.props.w, y: now.y + down * now.props.h }
  const holds = (at: Point) => isHeldBy(now, at, all)
  if (holds(wanted)) return wanted
  const inside = middleOf(now, holds)
  for (let step = 1; step <= STEPS; step++) {
    const part = step / STEPS
    const at = { x: wanted.x + (inside.x - wanted.x) * part, y: wanted.y + (inside.y - wanted.y) * part }
    if (holds(at)) return at
  }
  return inside
}

function isHeldBy(region: RegionShape, { x, y }: Point, all: readonly RegionShape[]): boolean {
  const holding = all.filter((other) => regionHolds(other, { x: x - other.x, y: y - other.y }))
  return withoutThoseThatGiveWay(holding).some(({ id }) => id === region.id)
}

/** Of the points of a grid that the region holds, the one nearest to the middle of its box. */
function middleOf({ x, y, props: { w, h } }: RegionShape, holds: (at: Point) => boolean): Point {
  const middle = { x: x + w / 2, y: y + h / 2 }
  const far = (at: Point) => Math.hypot(at.x - middle.x, at.y - middle.y)
  const points = Array.from({ length: GRID * GRID }, (_, at) => ({
    x: x + (w * ((at % GRID) + 0.5)) / GRID,
    y: y + (h * (Math.floor(at / GRID) + 0.5)) / GRID,
  }))
  const held = points.filter(holds)
  return held.reduce((best, at) => (far(at) < far(best) ? at : best), held[0] ?? middle)
}
