import fc from 'fast-check'
import { Group2d, Rectangle2d, Vec } from 'tldraw'
import { expect, test } from 'vitest'
import { noteGeometry } from '../../../client/canvas/shapes/note-geometry.ts'

const side = fc.integer({ min: 10, max: 300 })
const along = fc.integer({ min: -400, max: 400 })

/** What tldraw makes of the same paper by walking its edges. */
const walked = (w: number, h: number) =>
  new Group2d({
    children: [
      new Rectangle2d({ width: w, height: h, isFilled: true }),
      new Rectangle2d({ width: w, height: h, isFilled: true, isLabel: true }),
    ],
  })

test('a note is as near to any point as any paper of its size, and hit by the same ones', () => {
  fc.assert(
    fc.property(side, side, along, along, fc.integer({ min: 0, max: 40 }), (w, h, x, y, margin) => {
      const [ours, theirs] = [noteGeometry({ w, h }), walked(w, h)]
      const point = new Vec(x, y)
      const distance = theirs.distanceToPoint(point)
      expect(ours.distanceToPoint(point)).toBeCloseTo(distance, 6)
      expect(ours.nearestPoint(point).dist(point)).toBeCloseTo(theirs.nearestPoint(point).dist(point), 6)
      // As near as the margin itself, the two may round otherwise.
      const isClear = Math.abs(distance - margin) > 1e-6
      if (isClear) expect(ours.hitTestPoint(point, margin, true)).toBe(theirs.hitTestPoint(point, margin, true))
    }),
  )
})
