import { expect, test } from 'vitest'
import { partyChoices } from '../../../client/join/party-choice.ts'
import { PARTY_PALETTE } from '../../../shared/parties/palette.ts'

const atTable = [
  { id: 'party:zorg', name: 'Zorg\u00adaanbieder', kind: 'zorgaanbieder', icon: 'hand-heart', seat: 3 },
  { id: 'party:buurt', name: 'Buurtkamer', kind: 'own', icon: 'tag', seat: 13 },
]

test('a party that sits at the table is offered once, under its own id', () => {
  const { here, others } = partyChoices(atTable, 'nl')
  expect(here.map(({ value, name }) => [value, name])).toEqual([
    ['party:buurt', 'Buurtkamer'],
    ['party:zorg', 'Zorgaanbieder'],
  ])
  expect(others).toHaveLength(PARTY_PALETTE.length - 1)
})

test.each(['nl', 'en'] as const)('names in a list carry no soft hyphens and stand in order (%s)', (language) => {
  const names = partyChoices([], language).others.map(({ name }) => name)
  expect(names.filter((name) => name.includes('\u00ad'))).toEqual([])
  expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, language)))
})
