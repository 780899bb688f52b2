import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOf } from '../../../client/board/place-beside.ts'

const ROOM = { w: 1_000, h: 700 }
const SIZE = { w: 200, h: 50 }

test('stands under what is selected, and above it where there is no room below', () => {
  expect(placeOf(SIZE, { x: 400, y: 100, w: 100, h: 60 }, ROOM)).toEqual({ x: 350, y: 176 })
  expect(placeOf(SIZE, { x: 400, y: 600, w: 100, h: 60 }, ROOM)).toEqual({ x: 350, y: 534 })
})

test('stands at the top without a place of its own', () => {
  expect(placeOf(SIZE, null, ROOM)).toEqual({ x: 400, y: 8 })
})

test('is always in sight', () => {
  const side = fc.integer({ min: -5_000, max: 5_000 })
  const box = fc.record({ x: side, y: side, w: fc.nat(4_000), h: fc.nat(4_000) })
  fc.assert(
    fc.property(box, (around) => {
      const { x, y } = placeOf(SIZE, around, ROOM)
      expect(x >= 8 && x + SIZE.w <= ROOM.w - 8 && y >= 8 && y + SIZE.h <= ROOM.h - 8).toBe(true)
    }),
  )
})
