/** A party that most tables know. `icon` names a Lucide icon; `seat` is the place it prefers, see `seats.ts`. */
export interface PaletteParty {
  readonly key: string
  readonly seat: number
  readonly icon: string
  readonly name: { readonly nl: string; readonly en: string }
}

const party = (seat: number, key: string, icon: string, nl: string, en: string): PaletteParty => ({
  key,
  seat,
  icon,
  name: { nl, en },
})

/**
 * The ready-made parties. The first twelve have the colours and marks of the visual grammar. A soft hyphen marks where
 * a long word may break on a card.
 */
export const PARTY_PALETTE: readonly PaletteParty[] = [
  party(1, 'gemeente', 'landmark', 'Gemeente', 'Municipality'),
  party(2, 'woningcorporatie', 'building-2', 'Woning\u00adcorporatie', 'Housing corpo\u00adration'),
  party(3, 'zorgaanbieder', 'hand-heart', 'Zorg\u00adaanbieder', 'Care provider'),
  party(4, 'bewoner', 'user-round', 'Bewoner', 'Resident'),
  party(5, 'wijkteam', 'users-round', 'Sociaal wijkteam', 'Social district team'),
  party(6, 'schuldhulp', 'hand-coins', 'Schuldhulp', 'Debt relief'),
  party(7, 'ervaringsdeskundige', 'messages-square', 'Ervarings\u00addeskundige', 'Expert by experience'),
  party(8, 'huurdersorganisatie', 'key-round', 'Huurders\u00adorganisatie', 'Tenants’ association'),
  party(9, 'ggz', 'brain', 'GGZ', 'Mental health care'),
  party(10, 'wijkagent', 'shield', 'Wijkagent', 'Community police'),
  party(11, 'werkbedrijf', 'briefcase', 'Werkbedrijf', 'Work company'),
  party(12, 'intermediair', 'network', 'Inter\u00admediair', 'Inter\u00admediary'),
  party(13, 'buurtbewoners', 'house', 'Buurt\u00adbewoners', 'Neighbours'),
  party(14, 'welzijnsorganisatie', 'coffee', 'Welzijns\u00adorganisatie', 'Welfare organi\u00adsation'),
  party(15, 'rijksoverheid', 'scroll-text', 'Rijks\u00adoverheid', 'National govern\u00adment'),
  party(16, 'familie', 'baby', 'Familie en naasten', 'Family and friends'),
  party(17, 'werkgever', 'store', 'Werkgever', 'Employer'),
  party(18, 'maatschappelijkwerk', 'life-buoy', 'Maatschap\u00adpelijk werk', 'Social work'),
  party(19, 'huisarts', 'stethoscope', 'Huisarts', 'Family doctor'),
  party(20, 'fysiotherapeut', 'activity', 'Fysio\u00adtherapeut', 'Physio\u00adtherapist'),
  party(21, 'wijkverpleging', 'heart-pulse', 'Wijk\u00adverpleging', 'Community nursing'),
  party(22, 'school', 'school', 'School', 'School'),
  party(23, 'vrijwilligers', 'hand-helping', 'Vrijwilligers\u00adorganisatie', 'Volunteers'),
  party(24, 'gebedshuis', 'church', 'Kerk of moskee', 'Church or mosque'),
  party(25, 'vereniging', 'volleyball', 'Vereniging', 'Club'),
  party(26, 'verhuurder', 'key-square', 'Particuliere verhuurder', 'Private landlord'),
  party(27, 'huismeester', 'wrench', 'Huis\u00admeester', 'Caretaker'),
  party(28, 'ggd', 'cross', 'GGD', 'Public health service'),
  party(29, 'reclassering', 'scale', 'Reclas\u00adsering', 'Probation service'),
  party(30, 'sleutelfiguur', 'key', 'Sleutel\u00adfiguur', 'Key figure'),
]

/** Icon of a party that people named themselves. */
export const OWN_PARTY_ICON = 'tag'

export const paletteParty = (key: string): PaletteParty | undefined => PARTY_PALETTE.find((entry) => entry.key === key)
