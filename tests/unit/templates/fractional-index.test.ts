import { expect, test } from 'vitest'
import { firstIndexes, type IndexKey, indexBelow } from '../../../shared/templates/fractional-index.ts'

test('a key below another sorts before it, also where the number of digits changes', () => {
  const start: IndexKey[] = firstIndexes(1)
  const keys = Array.from({ length: 5000 }).reduce<IndexKey[]>(
    (all) => [indexBelow(all[0] ?? ('a1' as IndexKey)), ...all],
    start,
  )
  expect(keys.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(keys)
})

test('a key below one with a fraction sorts before it', () => {
  expect(indexBelow('a1V' as IndexKey) < 'a1V').toBe(true)
})

test('the keys of a long list sort in its order', () => {
  const keys = firstIndexes(200)
  expect(keys.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(keys)
})
