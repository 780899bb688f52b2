import type { Point } from '../../../shared/templates/polygon.ts'

/** A line through points, walked by the length along it. */
export class Route {
  readonly length: number
  readonly #points: readonly Point[]
  /** How far along the line each point lies. */
  readonly #at: readonly number[]

  constructor(points: readonly Point[]) {
    this.#points = points
    let length = 0
    this.#at = points.map((point, index) => {
      const before = points[index - 1]
      if (before) length += Math.hypot(point.x - before.x, point.y - before.y)
      return length
    })
    this.length = length
  }

  pointAt(along: number): Point {
    const [next, share] = this.#legAt(along)
    const a = this.#points[next - 1] ?? { x: 0, y: 0 }
    const b = this.#points[next] ?? a
    return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
  }

  /** The way the line goes there, of length 1. */
  wayAt(along: number): Point {
    const [next] = this.#legAt(along)
    return unit(this.#points[next - 1], this.#points[next])
  }

  /** The part between two lengths, as a line of its own. */
  between(from: number, to: number): Point[] {
    const inner = this.#points.filter((_, index) => (this.#at[index] ?? 0) > from && (this.#at[index] ?? 0) < to)
    return [this.pointAt(from), ...inner, this.pointAt(to)]
  }

  /** The leg that holds a point of the line, by its end, and which share of it lies before the point. */
  #legAt(along: number): [leg: number, share: number] {
    const found = this.#at.findIndex((at, index) => index > 0 && at >= along)
    const next = found === -1 ? this.#points.length - 1 : found
    const [start, end] = [this.#at[next - 1] ?? 0, this.#at[next] ?? 0]
    return [next, end > start ? Math.max(0, Math.min(1, (along - start) / (end - start))) : 0]
  }
}

/** The way from one point to another; to the right where they are one. */
export function unit(from: Point | undefined, to: Point | undefined): Point {
  const [dx, dy] = from && to ? [to.x - from.x, to.y - from.y] : [0, 0]
  const length = Math.hypot(dx, dy)
  return length > 0 ? { x: dx / length, y: dy / length } : { x: 1, y: 0 }
}

/** The same line, so far to its right. */
export function beside(points: readonly Point[], by: number): Point[] {
  return points.map((point, index) => {
    const before = unit(points[index - 1] ?? point, points[index - 1] ? point : points[index + 1])
    const after = points[index + 1] ? unit(point, points[index + 1]) : before
    const side = unit({ x: 0, y: 0 }, { x: -before.y - after.y, y: before.x + after.x })
    // In a corner both legs keep their distance; in a sharp one that would reach far out.
    const far = by / Math.max(0.5, -side.x * before.y + side.y * before.x)
    return { x: point.x + side.x * far, y: point.y + side.y * far }
  })
}

const number = (value: number): string => String(Math.round(value * 100) / 100)

export const pathThrough = (points: readonly Point[], close = ''): string =>
  `M${points.map(({ x, y }) => `${number(x)} ${number(y)}`).join('L')}${close}`
