import type { Point, Polygon } from './polygon.ts'

/** A table seen from above: |x/rx|^2.5 + |y/ry|^2.5 = 1 round its centre. All plates are made of this one form. */
export interface Superellipse {
  readonly cx: number
  readonly cy: number
  readonly rx: number
  readonly ry: number
}

const POWER = 2.5
/** Angle between two corners of the polygon that stands for the curve: at plate size it is off by less than half a unit. */
const STEP = (2 * Math.PI) / 240

/** Whether the point lies within the curve. */
export const curveHolds = ({ cx, cy, rx, ry }: Superellipse, { x, y }: Point): boolean =>
  Math.abs((x - cx) / rx) ** POWER + Math.abs((y - cy) / ry) ** POWER <= 1

/** Where the ray in a direction (radians, clockwise from the right) meets the curve. */
export function curveAt({ cx, cy, rx, ry }: Superellipse, angle: number): Point {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const radius = (Math.abs(cos / rx) ** POWER + Math.abs(sin / ry) ** POWER) ** (-1 / POWER)
  return { x: cx + cos * radius, y: cy + sin * radius }
}

/** The whole curve as a polygon, clockwise from the right. */
export const curve = (shape: Superellipse): Polygon =>
  Array.from({ length: Math.round((2 * Math.PI) / STEP) }, (_, step) => curveAt(shape, step * STEP))

/** The same table, wider all round by some units (narrower when negative). */
export const grow = ({ cx, cy, rx, ry }: Superellipse, by: number): Superellipse => ({
  cx,
  cy,
  rx: rx + by,
  ry: ry + by,
})
