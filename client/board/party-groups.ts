import type { DossierParty } from '../../shared/api/dossier.ts'

const PARTY_GROUPS = ['kern', 'ring2', 'rand', 'missing', 'unplaced'] as const
export type PartyGroup = (typeof PARTY_GROUPS)[number]

const groupOf = (party: DossierParty): PartyGroup => party.ring ?? (party.missing ? 'missing' : 'unplaced')

/** The parties by how near they stand to the task, the nearest first; groups without a party are left out. */
export const groupParties = (parties: readonly DossierParty[]): { group: PartyGroup; parties: DossierParty[] }[] =>
  PARTY_GROUPS.map((group) => ({ group, parties: parties.filter((party) => groupOf(party) === group) })).filter(
    (entry) => entry.parties.length > 0,
  )
