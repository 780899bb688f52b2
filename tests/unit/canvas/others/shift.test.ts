import { Mat } from 'tldraw'
import { expect, test } from 'vitest'
import { nearestTurn, shiftBetween, withinParent } from '../../../../client/canvas/others/shift.ts'

const standing = (x: number, y: number, r = 0) => Mat.Compose(Mat.Translate(x, y), Mat.Rotate(r))
const at = (matrix: Mat | undefined, x: number, y: number) => {
  const point = matrix?.applyToPoint({ x, y })
  return point && [Math.round(point.x * 1e6) / 1e6 + 0, Math.round(point.y * 1e6) / 1e6 + 0]
}

test('what is where it is committed is not moved, nor by what rounding leaves', () => {
  expect(shiftBetween([10, 20, 0, 30, 40], [10.04, 19.96])).toBeUndefined()
  expect(shiftBetween([10, 20, 0.5, 30, 40], [10, 20, 0.5, 30, 40])).toBeUndefined()
})

test('all that is held moves as its first shape does', () => {
  const shift = shiftBetween([10, 20], [110, 10])
  expect([at(shift, 10, 20), at(shift, 500, 500)]).toEqual([
    [110, 10],
    [600, 490],
  ])
})

test('what turns, turns round the point that the first shape turned round', () => {
  // A shape that stands at (10, 0) turns a quarter round (0, 0).
  const shift = shiftBetween([10, 0, 0, 4, 4], [0, 10, Math.PI / 2])
  expect([at(shift, 0, 0), at(shift, 10, 0), at(shift, 20, 0)]).toEqual([
    [0, 0],
    [0, 10],
    [0, 20],
  ])
})

test('what grows, grows from the corner that stays', () => {
  const shift = shiftBetween([10, 10, 0, 20, 40], [10, 10, 0, 40, 40])
  expect([at(shift, 10, 10), at(shift, 30, 50)]).toEqual([
    [10, 10],
    [50, 50],
  ])
})

test('within a parent that is turned and moved, a shape still moves as it would on the page', () => {
  const parent = standing(100, 50, Math.PI / 2)
  const child = standing(7, 3, 0.2)
  const shift = Mat.Translate(30, -10)
  const onPage = Mat.Compose(parent, withinParent(shift, parent), child)
  const before = Mat.Compose(parent, child)
  expect([onPage.e - before.e, onPage.f - before.f]).toEqual([expect.closeTo(30), expect.closeTo(-10)])
  expect(onPage.rotation()).toBeCloseTo(before.rotation())
})

test('a rotation goes the short way round', () => {
  expect(nearestTurn(-3, 3)).toBeCloseTo(2 * Math.PI - 3)
  expect(nearestTurn(0.1, 6.2)).toBeCloseTo(0.1 + 2 * Math.PI)
  expect(nearestTurn(1, 1.2)).toBe(1)
})
