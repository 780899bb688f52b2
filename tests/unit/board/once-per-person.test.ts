import { expect, test } from 'vitest'
import { oncePerPerson } from '../../../client/board/once-per-person.ts'
import type { PresentPerson } from '../../../client/canvas/table.ts'

const tab = (participantId: string, clientId: string, changes: Partial<PresentPerson> = {}): PresentPerson => ({
  clientId,
  participantId,
  name: participantId,
  party: null,
  self: false,
  followed: false,
  ...changes,
})

test('a person with two tabs is listed once, by the tab that is followed', () => {
  const people = [tab('jo', '1'), tab('sam', '2'), tab('jo', '3', { followed: true })]
  expect(oncePerPerson(people).map(({ clientId }) => clientId)).toEqual(['3', '2'])
})

test('oneself comes first, and one’s other tab is nobody else', () => {
  const people = [tab('jo', '1'), tab('me', '2'), tab('me', '3', { self: true })]
  expect(oncePerPerson(people).map(({ clientId }) => clientId)).toEqual(['3', '1'])
})
