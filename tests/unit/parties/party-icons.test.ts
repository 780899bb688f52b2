import { expect, test } from 'vitest'
import { PARTY_ICON_NAMES, partyIcon } from '../../../client/parties/party-icons.ts'
import { OWN_PARTY_ICON, PARTY_PALETTE } from '../../../shared/parties/palette.ts'

test('there is an icon for every party of the palette and for own ones, and no icon too many', () => {
  const named = new Set([...PARTY_PALETTE.map(({ icon }) => icon), OWN_PARTY_ICON])
  expect([...PARTY_ICON_NAMES].sort()).toEqual([...named].sort())
})

test('an icon from a newer version looks like that of an own party', () => {
  for (const name of ['not-yet-known', 'constructor', '__proto__'])
    expect(partyIcon(name), name).toBe(partyIcon(OWN_PARTY_ICON))
})
