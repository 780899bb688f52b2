import { expect, test } from 'vitest'
import { AwarenessBook } from '../../../server/sync/awareness.ts'
import { ClientIds } from '../../../server/sync/client-ids.ts'
import { LIMITS } from '../../../shared/limits.ts'

const aSpeaker = (participantId: string, { mayWrite = true } = {}) => ({ participantId, mayWrite })
const says = (clientID: number, clock: number, state = '{}') => ({ clientID, clock, json: Buffer.from(state) })
const told = (clientID: number, clock: number, state = '{}') => ({ clientID, clock, state })

test('AWR1 a connection speaks for itself only: what it says of others’ clients is skipped', () => {
  const book = new AwarenessBook(new ClientIds())
  const [ada, bo] = [aSpeaker('ada'), aSpeaker('bo')]
  expect(book.hear(ada, [says(1, 1)])).toEqual([told(1, 1)])
  expect(book.hear(bo, [says(1, 2, '{"who":"bo"}'), says(2, 1)])).toEqual([told(2, 1)])
  expect(book.hear(bo, [says(1, 3, 'null')])).toEqual([])
  expect(book.all().map(({ clientID }) => clientID)).toEqual([1, 2])
})

test('AWR1 the next connection of the same person goes on speaking for their client', () => {
  const book = new AwarenessBook(new ClientIds())
  const [line, next] = [aSpeaker('ada'), aSpeaker('ada')]
  book.hear(line, [says(1, 1)])
  expect(book.hear(next, [says(1, 2)])).toEqual([told(1, 2)])
  expect(book.leave(line)).toEqual([])
  expect(book.leave(next)).toEqual([told(1, 3, 'null')])
})

test('AWR4 an old state of who has gone does not bring them back, and a newer one does', () => {
  const book = new AwarenessBook(new ClientIds())
  const [ada, bo] = [aSpeaker('ada'), aSpeaker('bo')]
  book.hear(ada, [says(1, 5)])
  expect(book.leave(ada)).toEqual([told(1, 6, 'null')])
  expect(book.hear(bo, [says(1, 5)])).toEqual([])
  expect(book.hear(ada, [says(1, 7)])).toEqual([told(1, 7)])
})

test('AWR6 who may only look on cannot make things seem to move, or seem to write', () => {
  const moving =
    '{"who":{"name":"Vi","writing":"x"},"grip":{"n":1,"ids":["shape:a"]},"writing":"shape:a","camera":{"x":1,"y":2,"z":1}}'
  const book = new AwarenessBook(new ClientIds())
  const shown = '{"who":{"name":"Vi","writing":"x"},"camera":{"x":1,"y":2,"z":1}}'
  expect(book.hear(aSpeaker('vi', { mayWrite: false }), [says(1, 1, moving)])).toEqual([told(1, 1, shown)])
  expect(book.hear(aSpeaker('ada'), [says(2, 1, moving)])).toEqual([told(2, 1, moving)])
})

test('LIM3 a connection speaks for a few clients and no more', () => {
  const book = new AwarenessBook(new ClientIds())
  const flood = Array.from({ length: 100 }, (_, at) => says(at + 1, 1))
  expect(book.hear(aSpeaker('ada'), flood)).toHaveLength(LIMITS.awarenessClientsPerConnection)
  expect(book.all()).toHaveLength(LIMITS.awarenessClientsPerConnection)
})

test('LIM3 a flood costs no more in a full room than in an empty one', () => {
  const flood = Array.from({ length: 2_000 }, (_, at) => says(10_000 + at, 1))
  const costWith = (people: number): number => {
    const book = new AwarenessBook(new ClientIds())
    const own = LIMITS.awarenessClientsPerConnection
    for (let count = 0; count < people; count++)
      book.hear(
        aSpeaker(`p${count}`),
        Array.from({ length: own }, (_, at) => says(own * count + at, 1)),
      )
    const attacker = aSpeaker('x')
    const started = performance.now()
    for (let frame = 0; frame < 200; frame++) book.hear(attacker, flood)
    const cost = performance.now() - started
    expect(book.all()).toHaveLength((people + 1) * own)
    return cost
  }
  costWith(1)
  // It was some hundred times as much when each entry was looked for among all who are here.
  expect(costWith(400)).toBeLessThan(20 * costWith(1))
})
