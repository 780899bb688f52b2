import { type Box, inWedge, type Point, type Polygon, without } from './polygon.ts'
import { curve, curveHolds, type Superellipse } from './superellipse.ts'

/** Directions of the two axes and of the diagonals to the corners of the content, clockwise from twelve. */
export function eightDirections(centre: Point, box: Box): number[] {
  const right = Math.atan2(box.y - centre.y, box.x + box.w - centre.x)
  return [-Math.PI / 2, right, 0, -right, Math.PI / 2, Math.PI + right, Math.PI, Math.PI - right]
}

/** The eight sectors of a box or table round its centre, without the table in their middle. */
export function eightSectors(
  box: Box,
  from: Polygon,
  inner: Superellipse,
  gaps: { axis: number; diagonal: number },
): Polygon[] {
  const centre = { x: inner.cx, y: inner.cy }
  const directions = eightDirections(centre, box)
  return directions.map((direction, index) => {
    const isAxis = index % 2 === 0
    const sector = inWedge(from, {
      centre,
      from: direction,
      to: directions[(index + 1) % directions.length] ?? direction,
      gapFrom: isAxis ? gaps.axis : gaps.diagonal,
      gapTo: isAxis ? gaps.diagonal : gaps.axis,
    })
    return without(sector, curve(inner), (point) => curveHolds(inner, point))
  })
}
