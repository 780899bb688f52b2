import { expect, test } from 'vitest'
import { initials } from '../../../client/board/initials.ts'
import { groupParties } from '../../../client/board/party-groups.ts'
import type { DossierParty } from '../../../shared/api/dossier.ts'

const party = (id: string, changes: Partial<DossierParty>): DossierParty => ({
  id,
  name: id,
  kind: 'own',
  icon: 'tag',
  seat: 1,
  ring: null,
  levels: [],
  mandate: null,
  trio: null,
  domains: [],
  core: false,
  missing: false,
  cards: [],
  notes: 0,
  ...changes,
})

test('parties stand in groups from the core to those without a place, and no group is empty', () => {
  const parties = [
    party('loose', {}),
    party('edge', { ring: 'rand' }),
    party('gone', { missing: true }),
    party('core 1', { ring: 'kern', core: true }),
    party('core 2', { ring: 'kern', core: true }),
  ]
  expect(groupParties(parties).map(({ group, parties: members }) => [group, members.map(({ id }) => id)])).toEqual([
    ['kern', ['core 1', 'core 2']],
    ['rand', ['edge']],
    ['missing', ['gone']],
    ['unplaced', ['loose']],
  ])
})

test.each([
  ['Sam', 'SA'],
  ['jo', 'JO'],
  ['Nadia el Amrani', 'NA'],
  [' Wim  Bos ', 'WB'],
  ['é', 'É'],
])('the initials of %j are %s', (name, expected) => {
  expect(initials(name)).toBe(expected)
})
