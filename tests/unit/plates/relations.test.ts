import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawRelation } from '../../../client/plates/relations/draw-relation.ts'
import { DISC, RELATION_LOOKS } from '../../../client/plates/relations/relation-looks.ts'
import { Route } from '../../../client/plates/relations/route.ts'
import { RELATION_KINDS } from '../../../shared/records/relation-kinds.ts'

const lineOf = (length: number) => [
  { x: 0, y: 0 },
  { x: length, y: 0 },
]

describe('the seven relations', () => {
  test('differ by line and ends, and by icon, so that none needs the other', () => {
    const looks = RELATION_KINDS.map((kind) => RELATION_LOOKS[kind])
    expect(new Set(looks.map(({ line, width, start, end }) => `${line} ${width} ${start} ${end}`)).size).toBe(7)
    expect(new Set(looks.map(({ icon }) => icon)).size).toBe(7)
  })

  test.each(RELATION_KINDS)(
    '%s has its disc in the middle of a line that has room, and none on a shorter one',
    (kind) => {
      expect(drawRelation(RELATION_LOOKS[kind], lineOf(DISC.from)).disc).toEqual({ x: DISC.from / 2, y: 0 })
      expect(drawRelation(RELATION_LOOKS[kind], lineOf(DISC.from - 1)).disc).toBeNull()
    },
  )

  test.each(RELATION_KINDS)('%s stays between its tips and near its line, however short', (kind) => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 2_000, noNaN: true }), (length) => {
        const { strokes } = drawRelation(RELATION_LOOKS[kind], lineOf(length))
        for (const [x, y] of strokes.flatMap(({ d }) => pointsIn(d))) {
          expect(x).toBeGreaterThanOrEqual(-0.01)
          expect(x).toBeLessThanOrEqual(length + 0.01)
          expect(Math.abs(y)).toBeLessThanOrEqual(DISC.radius)
        }
      }),
    )
  })

  test.each(RELATION_KINDS)('%s is drawn with numbers only, along whatever line', (kind) => {
    const coordinate = fc.integer({ min: -5_000, max: 5_000 })
    const line = fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(line, (points) => {
        for (const { d, width } of drawRelation(RELATION_LOOKS[kind], points).strokes) {
          expect(d).not.toMatch(/NaN|Infinity/)
          expect(Number.isFinite(width)).toBe(true)
        }
      }),
    )
  })
})

/** The points of a path of moves, lines and arcs. */
const pointsIn = (d: string): [number, number][] =>
  [...d.matchAll(/(?:[ML]|A\S+ \S+ \S+ \S+ \S+ )(\S+?) ([-\d.e]+)/g)].map(([, x, y]) => [Number(x), Number(y)])

test('a part of a line begins and ends where it is asked to, and keeps the corners between', () => {
  const route = new Route([...lineOf(100), { x: 100, y: 100 }])
  expect(route.length).toBe(200)
  expect(route.between(20, 150)).toEqual([
    { x: 20, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 50 },
  ])
  expect(route.wayAt(150)).toEqual({ x: 0, y: 1 })
})
