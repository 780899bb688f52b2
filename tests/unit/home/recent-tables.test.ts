import { expect, test } from 'vitest'
import { parseRecent, type RecentTable, withVisit } from '../../../client/home/recent-tables.ts'

const aVisit = (id: string, at: number, more: object = {}) =>
  ({ id: id.padEnd(12, '0'), title: `Tafel ${id}`, role: 'participant', at, ...more }) as RecentTable

test('the newest visit comes first', () => {
  const list = parseRecent(JSON.stringify([aVisit('a', 1), aVisit('b', 3), aVisit('c', 2)]))
  expect(list.map(({ at }) => at)).toEqual([3, 2, 1])
})

test('an entry that cannot be read does not hide the others', () => {
  const list = parseRecent(JSON.stringify([{ id: 'short' }, aVisit('a', 1), null, { ...aVisit('b', 2), role: 'boss' }]))
  expect(list).toEqual([aVisit('a', 1)])
})

test.each([null, '', '{', '"text"', '{"a":1}', '[1,[]]'])('storage that holds %j is an empty list', (stored) => {
  expect(parseRecent(stored)).toEqual([])
})

test('a table that is visited again moves up, under its new name, and keeps its plate', () => {
  const list = withVisit(
    [aVisit('a', 2), aVisit('b', 1, { template: 'opgave-circle' })],
    aVisit('b', 3, { title: 'Nieuw' }),
  )
  expect(list).toEqual([aVisit('b', 3, { title: 'Nieuw', template: 'opgave-circle' }), aVisit('a', 2)])
})

test('no more than eight tables are kept', () => {
  const many = Array.from({ length: 12 }, (_, index) => aVisit(`t${index}`, index))
  expect(parseRecent(JSON.stringify(many))).toHaveLength(8)
})
