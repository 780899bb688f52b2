import { expect, test } from 'vitest'
import { PARTY_PALETTE } from '../../../shared/parties/palette.ts'
import { partyFor } from '../../../shared/parties/party-for.ts'
import { freeSeat, lookOfSeat } from '../../../shared/parties/seats.ts'
import type { Party } from '../../../shared/records/party.ts'

test('no two of the first 144 seats look alike', () => {
  const looks = Array.from({ length: 144 }, (_, at) => Object.values(lookOfSeat(at + 1)).join())
  expect(new Set(looks).size).toBe(144)
})

test('the palette gives every party a key and a seat of its own', () => {
  expect(new Set(PARTY_PALETTE.map(({ key }) => key)).size).toBe(PARTY_PALETTE.length)
  expect(new Set(PARTY_PALETTE.map(({ seat }) => seat)).size).toBe(PARTY_PALETTE.length)
})

test('a newcomer gets the seat it prefers, or the lowest free one', () => {
  expect(freeSeat([1, 2], 5)).toBe(5)
  expect(freeSeat([1, 2, 5], 5)).toBe(3)
  expect(freeSeat([])).toBe(1)
})

test('a party is at the table once, however it is named', () => {
  const ids = () => 'new'
  const { party } = partyFor([], 'woningcorporatie', ids)
  expect(party).toMatchObject({ id: 'party:woningcorporatie', kind: 'woningcorporatie', seat: 2 })
  const same = ['woningcorporatie', 'Woningcorporatie', ' WONINGCORPORATIE ', party.id]
  for (const wanted of same) expect(partyFor([party], wanted, ids)).toEqual({ party, isNew: false })
  const own = partyFor([party], 'Stichting Zon', ids)
  expect(own).toMatchObject({ isNew: true, party: { id: 'party:new', name: 'Stichting Zon', kind: 'own', seat: 1 } })
  const parties: Party[] = [party, own.party]
  expect(partyFor(parties, 'stichting zon', ids)).toEqual({ party: own.party, isNew: false })
})
