import { Mat, type MatModel } from 'tldraw'

/** Where a shape is on the page: as told in a gesture, or as it stands in the document. */
export type Standing = readonly number[]

/** Below this (page units) nothing is moved: what is told is rounded, what is committed is not. */
const HAIR = 0.1

/**
 * What brings a shape from where it is committed to where a hand has it, and all that are held with it: x and y, with a
 * rotation (radians) if they turn, with width and height if they grow. Undefined where there is nothing to move.
 */
export function shiftBetween(committed: Standing, held: Standing): Mat | undefined {
  const [x0 = 0, y0 = 0, r0 = 0, w0 = 1, h0 = 1] = committed
  const [x = 0, y = 0, r, w = w0, h = h0] = held
  const isHome =
    Math.abs(x - x0) < HAIR &&
    Math.abs(y - y0) < HAIR &&
    Math.abs((r ?? r0) - r0) < 1e-3 &&
    Math.abs(w - w0) < HAIR &&
    Math.abs(h - h0) < HAIR
  if (isHome) return undefined
  if (r === undefined) return Mat.Translate(x - x0, y - y0)
  const [scaleX, scaleY] = [w0 > 0 ? w / w0 : 1, h0 > 0 ? h / h0 : 1]
  const before = Mat.Compose(Mat.Translate(x0, y0), Mat.Rotate(r0))
  return Mat.Compose(Mat.Translate(x, y), Mat.Rotate(r), Mat.Scale(scaleX, scaleY), Mat.Inverse(before))
}

/** The same move on the page, as a move among the children of a parent that stands at `parent`. */
export const withinParent = (shift: MatModel, parent: MatModel): Mat => Mat.Compose(Mat.Inverse(parent), shift, parent)

/** A rotation (radians) as near to another as a full turn allows, so that a glide goes the short way round. */
export function nearestTurn(rotation: number, to: number): number {
  return rotation - Math.round((rotation - to) / (2 * Math.PI)) * 2 * Math.PI
}
