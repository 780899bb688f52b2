import type { Stroke } from '../../shared/templates/drawing.ts'
import type { Polygon } from '../../shared/templates/polygon.ts'

const tenth = (value: number) => Math.round(value * 10) / 10

/** A line through the points as the `d` of an SVG path. */
export const linePath = (points: Polygon): string =>
  points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${tenth(x)} ${tenth(y)}`).join('')

export const outlinePath = (outline: Polygon): string => `${linePath(outline)}Z`

/** Lengths of ink and gap for a line of usual width, in canvas units. */
const DASHES = { dashed: '16 10', dotted: '1 12', boxed: '10 9' } as const

export const strokeProps = ({ colour, width, dash }: Stroke) => ({
  stroke: colour,
  strokeWidth: width,
  strokeDasharray: dash && DASHES[dash],
  strokeLinecap: dash === undefined || dash === 'dotted' ? ('round' as const) : undefined,
})
