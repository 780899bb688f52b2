import { expect, test } from 'vitest'
import { AwarenessBook } from '../../../server/sync/awareness.ts'
import { LIMITS } from '../../../shared/limits.ts'

const aSpeaker = (participantId: string) => ({ participantId })
const says = (clientID: number, clock: number, state = '{}') => ({ clientID, clock, state })

test('AWR1 a connection speaks for itself only: what it says of others’ clients is skipped', () => {
  const book = new AwarenessBook()
  const [ada, bo] = [aSpeaker('ada'), aSpeaker('bo')]
  expect(book.hear(ada, [says(1, 1)])).toEqual([says(1, 1)])
  expect(book.hear(bo, [says(1, 2, '{"who":"bo"}'), says(2, 1)])).toEqual([says(2, 1)])
  expect(book.hear(bo, [says(1, 3, 'null')])).toEqual([])
  expect(book.all().map(({ clientID }) => clientID)).toEqual([1, 2])
})

test('AWR1 the next connection of the same person goes on speaking for their client', () => {
  const book = new AwarenessBook()
  const [line, next] = [aSpeaker('ada'), aSpeaker('ada')]
  book.hear(line, [says(1, 1)])
  expect(book.hear(next, [says(1, 2)])).toEqual([says(1, 2)])
  expect(book.leave(line)).toEqual([])
  expect(book.leave(next)).toEqual([says(1, 3, 'null')])
})

test('AWR4 an old state of who has gone does not bring them back, and a newer one does', () => {
  const book = new AwarenessBook()
  const [ada, bo] = [aSpeaker('ada'), aSpeaker('bo')]
  book.hear(ada, [says(1, 5)])
  expect(book.leave(ada)).toEqual([says(1, 6, 'null')])
  expect(book.hear(bo, [says(1, 5)])).toEqual([])
  expect(book.hear(ada, [says(1, 7)])).toEqual([says(1, 7)])
})

test('LIM3 a connection speaks for a few clients and no more', () => {
  const book = new AwarenessBook()
  const flood = Array.from({ length: 100 }, (_, at) => says(at + 1, 1))
  expect(book.hear(aSpeaker('ada'), flood)).toHaveLength(LIMITS.awarenessClientsPerConnection)
  expect(book.all()).toHaveLength(LIMITS.awarenessClientsPerConnection)
})
