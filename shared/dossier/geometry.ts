import type { TLNoteShape } from '@tldraw/tlschema'
import type { CardShape } from '../records/card.ts'
import { noteBox } from '../records/note.ts'
import type { Point } from './places.ts'

/** The centre of a note or card, measured from its own corner. */
export function centreOf(shape: TLNoteShape | CardShape): Point {
  const { w, h } = shape.type === 'card' ? shape.props : noteBox(shape.props)
  return { x: w / 2, y: h / 2 }
}

/**
 * `outlineHolds` for one outline and many points: where it crosses a line is worked out once for all points on that line.
 */
export function outlineHolder(outline: readonly number[]): (point: Point) => boolean {
  const lines = new Map<number, readonly number[]>()
  return ({ x, y }) => {
    const known = lines.get(y)
    const crossings = known ?? crossingsAt(outline, y)
    if (!known) lines.set(y, crossings)
    let isInside = false
    for (const crossing of crossings) if (x < crossing) isInside = !isInside
    return isInside
  }
}

function crossingsAt(outline: readonly number[], y: number): number[] {
  const crossings: number[] = []
  for (let at = 0, before = outline.length - 2; at < outline.length; before = at, at += 2) {
    const [x1 = 0, y1 = 0] = [outline[at], outline[at + 1]]
    const [x2 = 0, y2 = 0] = [outline[before], outline[before + 1]]
    if (y1 > y !== y2 > y) crossings.push(((x2 - x1) * (y - y1)) / (y2 - y1) + x1)
  }
  return crossings
}

/** Whether a point lies within a closed outline x0, y0, x1, y1 …: a ray from it crosses an odd number of edges. */
export function outlineHolds(outline: readonly number[], { x, y }: Point): boolean {
  let isInside = false
  for (let at = 0, before = outline.length - 2; at < outline.length; before = at, at += 2) {
    const [x1 = 0, y1 = 0] = [outline[at], outline[at + 1]]
    const [x2 = 0, y2 = 0] = [outline[before], outline[before + 1]]
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside
  }
  return isInside
}
