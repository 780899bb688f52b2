import { withoutSoftHyphens } from '../i18n/soft-hyphens.ts'
import { LIMITS } from '../limits.ts'
import { type Party, PartyRecordType } from '../records/party.ts'
import { isTrio } from '../records/party-parts.ts'
import { OWN_PARTY_ICON, paletteParty } from './palette.ts'
import { freeSeat } from './seats.ts'

/** Names are compared as people read them: without soft hyphens, capitals and outer space. */
const plain = (name: string): string => withoutSoftHyphens(name).trim().toLocaleLowerCase('nl')

/**
 * The party that somebody means by a record id, a palette key or a name: the one at the table, or a new one with the next
 * free seat. A palette party's id is its key, so that two people who add it at once add one party.
 */
export function partyFor(
  parties: readonly Party[],
  wanted: string,
  newId: () => string,
): { party: Party; isNew: boolean } {
  const palette = paletteParty(wanted)
  const name = (palette?.name.nl ?? wanted).trim().slice(0, LIMITS.partyNameChars)
  const known = parties.find(
    (party) => party.id === wanted || (palette && party.kind === palette.key) || plain(party.name) === plain(name),
  )
  if (known) return { party: known, isNew: false }
  const party = PartyRecordType.create({
    id: PartyRecordType.createId(palette?.key ?? newId()),
    name,
    kind: palette?.key ?? 'own',
    icon: palette?.icon ?? OWN_PARTY_ICON,
    trio: palette && isTrio(palette.key) ? palette.key : null,
    seat: freeSeat(
      parties.map(({ seat }) => seat),
      palette?.seat,
    ),
  })
  return { party, isNew: true }
}
