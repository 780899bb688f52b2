import fc from 'fast-check'
import { expect, test } from 'vitest'
import { outlineHolds } from '../../../shared/dossier/geometry.ts'
import { freePlace, overlap, type Search } from '../../../shared/templates/free-place.ts'
import type { Box } from '../../../shared/templates/polygon.ts'

const whole = (min: number, max: number) => fc.integer({ min, max })

/** A region with as many corners as one likes, round a middle. */
const outline = fc
  .tuple(fc.array(whole(120, 500), { minLength: 3, maxLength: 12 }), whole(-400, 400), whole(-400, 400))
  .map(([reaches, x, y]) =>
    reaches.flatMap((reach, at) => {
      const angle = (at / reaches.length) * 2 * Math.PI
      return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach]
    }),
  )

const box: fc.Arbitrary<Box> = fc.record({
  x: whole(-700, 700),
  y: whole(-700, 700),
  w: whole(40, 300),
  h: whole(40, 250),
})

const searches: fc.Arbitrary<Search> = fc.record({
  size: fc.constantFrom({ w: 176, h: 72 }, { w: 220, h: 64 }, { w: 176, h: 204 }),
  grows: fc.constantFrom(0, 36),
  outline,
  except: fc.array(outline, { maxLength: 1 }),
  taken: fc.array(box, { maxLength: 25 }),
  words: fc.array(box, { maxLength: 3 }),
})

const centreOf = ({ size }: Search, { x, y }: { x: number; y: number }) => ({ x: x + size.w / 2, y: y + size.h / 2 })

const isAllowed = ({ outline, except }: Search, centre: { x: number; y: number }) =>
  outlineHolds(outline, centre) && !except.some((other) => outlineHolds(other, centre))

/** Places of a coarse grid of its own that keep the centre in the region. */
function* coarsePlaces(search: Search) {
  for (let x = -900; x <= 900; x += 8) {
    for (let y = -900; y <= 900; y += 8) {
      if (isAllowed(search, { x, y })) yield { x: x - search.size.w / 2, y: y - search.size.h / 2, ...search.size }
    }
  }
}

test('the centre lies in the region wherever there is a place for it', () => {
  fc.assert(
    fc.property(searches, (search) => {
      const inside = isAllowed(search, centreOf(search, freePlace(search)))
      if (!inside) expect([...coarsePlaces(search)].length).toBeLessThan(4)
    }),
  )
})

const STEPS = [-16, -8, 0, 8, 16]

test('nothing is covered while there is ample room', () => {
  fc.assert(
    fc.property(searches, (search) => {
      const laid = { ...freePlace(search), ...search.size }
      if (!search.taken.some((other) => overlap(laid, other))) return
      const ample = [...coarsePlaces(search)].filter(
        ({ x, y, w, h }) =>
          !search.taken.some((other) => overlap({ x: x - 16, y: y - 16, w: w + 32, h: h + 32 }, other)),
      )
      // A place that is free with the grid's step to spare is never missed, unless the region itself is a sliver there.
      expect(
        ample.filter(({ x, y }) =>
          STEPS.every((dx) => STEPS.every((dy) => isAllowed(search, centreOf(search, { x: x + dx, y: y + dy })))),
        ),
      ).toEqual([])
    }),
    { numRuns: 60 },
  )
})
