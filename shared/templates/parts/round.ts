import type { Box, Point } from '../polygon.ts'

/** Directions round a box, as angles in radians clockwise from the right: equal parts of the way round, the first at twelve. */
export const directionsRound = (count: number, { w, h }: Box, turn = 0): number[] =>
  Array.from({ length: count }, (_, at) => {
    const angle = ((at + turn) / count) * 2 * Math.PI - Math.PI / 2
    return Math.atan2(Math.sin(angle) * h, Math.cos(angle) * w)
  })

/** Where a ray from the middle of a box leaves it. */
export function edgeOf({ x, y, w, h }: Box, angle: number): Point {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const reach = Math.min(w / 2 / Math.abs(cos || 1e-9), h / 2 / Math.abs(sin || 1e-9))
  return { x: x + w / 2 + cos * reach, y: y + h / 2 + sin * reach }
}

/** The direction where a sector ends, as a number that is greater than that where it begins. */
export const upTo = (from: number, to: number): number => (to > from ? to : to + 2 * Math.PI)
