import type { Locale } from '../../shared/api/boards.ts'
import type { PartyChoice } from '../../shared/api/invitations.ts'
import { withoutSoftHyphens } from '../../shared/i18n/soft-hyphens.ts'
import { OWN_PARTY_ICON, PARTY_PALETTE, paletteParty } from '../../shared/parties/palette.ts'

/** A party one can sit down for. `value` is what joining sends. */
export interface Choice {
  value: string
  name: string
  icon: string
  seat: number
}

/** The parties at the table and, apart, those of the palette that are not there yet; by name. */
export function partyChoices(atTable: readonly PartyChoice[], language: Locale): { here: Choice[]; others: Choice[] } {
  const byName = (one: Choice, other: Choice) => one.name.localeCompare(other.name, language)
  const kinds = new Set(atTable.map(({ kind }) => kind))
  const here = atTable.map(({ id, name, kind, icon, seat }) => ({
    value: id,
    name: withoutSoftHyphens(name || paletteParty(kind)?.name[language] || ''),
    icon: icon || OWN_PARTY_ICON,
    seat,
  }))
  const others = PARTY_PALETTE.filter(({ key }) => !kinds.has(key)).map(({ key, name, icon, seat }) => ({
    value: key,
    name: withoutSoftHyphens(name[language]),
    icon,
    seat,
  }))
  return { here: here.sort(byName), others: others.sort(byName) }
}
