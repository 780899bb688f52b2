import { expect, test } from 'vitest'
import { gather, isNews, NO_NEWS, type Sight, sightOf } from '../../../client/board/news.ts'
import type { PresentPerson } from '../../../client/canvas/table.ts'

const person = (participantId: string, clientId = participantId, self = false): PresentPerson => ({
  clientId,
  participantId,
  name: participantId,
  party: null,
  self,
  followed: false,
})
const sight = (people: PresentPerson[], notes: string[]): Sight => ({ people, notes: new Set(notes) })

test('what came between two sights is gathered into one bundle', () => {
  const first = gather(NO_NEWS, sight([], ['a']), sight([person('jo')], ['a', 'b']))
  const second = gather(first, sight([person('jo')], ['a', 'b']), sight([person('jo'), person('sam')], ['a', 'b', 'c']))
  expect(second).toEqual({ joined: [person('jo'), person('sam')], cards: 2 })
})

test('oneself, a second tab and leaving are no news', () => {
  const before = sight([person('jo'), person('sam')], ['a'])
  const after = sight([person('jo'), person('jo', 'tab-2'), person('me', 'me', true)], [])
  expect(isNews(gather(NO_NEWS, before, after))).toBe(false)
})

test('own notes are not counted', () => {
  const answer = (noteId: string, by: string | null) => ({ noteId, text: '', by, party: null, kind: 'note' as const })
  const seen = sightOf(
    { regions: [], parties: [], relations: [], loose: [answer('a', 'me'), answer('b', 'jo'), answer('c', null)] },
    [],
    'me',
  )
  expect([...seen.notes]).toEqual(['b', 'c'])
})
