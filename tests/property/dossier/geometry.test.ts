import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outlineHolder, outlineHolds } from '../../../shared/dossier/geometry.ts'

const number = fc.integer({ min: -50, max: 50 })

test('what is worked out once for many points says the same as each question by itself', () => {
  fc.assert(
    fc.property(
      fc.array(number, { minLength: 6, maxLength: 24 }).filter(({ length }) => length % 2 === 0),
      fc.array(fc.record({ x: number, y: number }), { minLength: 1, maxLength: 40 }),
      (outline, points) => {
        const holds = outlineHolder(outline)
        expect(points.map(holds)).toEqual(points.map((point) => outlineHolds(outline, point)))
      },
    ),
  )
})
