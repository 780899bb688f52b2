import type { DossierParty, Elsewhere, RegionAnswers } from '../api/dossier.ts'
import { DOMAINS } from '../records/domains.ts'
import { groupBy } from './group-by.ts'
import type { Layout } from './layout.ts'
import { CORE_SLOT, cardSlot } from './standing.ts'

const ALL_PARTIES = 'samenstelling.partijen'
const DOMAIN_OF_SLOT = new Map(DOMAINS.map((domain) => [`domein.${domain}.partijen`, domain]))

/** A region with what lies in it itself, before it is known what other plates add. */
export type OwnAnswers = Omit<RegionAnswers, 'elsewhere'>

/**
 * What belongs in a region though it lies elsewhere: the same slot in two plates of one scope is the same information.
 * Parties are shown in it too, as what is known of them puts them there; notes are counted and pointed at.
 */
export function elsewhereOf(
  regions: readonly OwnAnswers[],
  layout: Layout,
  parties: readonly DossierParty[],
): Map<string, Elsewhere> {
  const shapes = new Map(layout.sheets.flatMap((sheet) => sheet.regions).map((region) => [region.id as string, region]))
  const slotOf = ({ regionId, slot }: OwnAnswers) => {
    const shape = shapes.get(regionId)
    return shape ? cardSlot(shape) : slot
  }
  const sameNotes = groupBy(regions, ({ scope, slot }) => `${scope} ${slot}`)
  const sameCards = groupBy(regions, (region) => `${region.scope} ${slotOf(region)}`)
  const perSheet = groupBy(regions, ({ sheetId }) => sheetId)
  const notesOf = (region: OwnAnswers) =>
    (sameNotes.get(`${region.scope} ${region.slot}`) ?? [])
      .filter(
        ({ sheetId, party, answers }) => sheetId !== region.sheetId && party === region.party && answers.length > 0,
      )
      .map(({ regionId, answers }) => ({ regionId, notes: answers.length }))

  const found = new Map<string, Elsewhere>()
  for (const onSheet of perSheet.values()) {
    const laidHere = new Set(onSheet.flatMap((region) => region.parties))
    const shown = new Set<string>()
    const hasCore = onSheet.some((region) => slotOf(region) === CORE_SLOT)
    for (const region of onSheet) {
      const slot = slotOf(region)
      const lyingThere = new Set(
        (sameCards.get(`${region.scope} ${slot}`) ?? []).flatMap((other) => (other === region ? [] : other.parties)),
      )
      const candidates = isOnlyPlace(region, onSheet, slotOf) ? parties : []
      const here = candidates
        .filter(({ id }) => !laidHere.has(id) && !shown.has(id))
        .filter((party) => belongsIn(slot, party, lyingThere.has(party.id), hasCore))
        .filter(({ domains }) => region.domain === null || domains.includes(region.domain))
      for (const { id } of here) shown.add(id)
      found.set(region.regionId, { parties: here.map(({ id }) => id), notes: notesOf(region) })
    }
  }
  return found
}

/** Whether what is known of a party puts it in a slot. Who stands in the core is not shown in a lobe beside it. */
function belongsIn(slot: string, party: DossierParty, liesThere: boolean, hasCore: boolean): boolean {
  if (slot === ALL_PARTIES) return !party.missing && party.cards.length > 0
  const domain = DOMAIN_OF_SLOT.get(slot)
  if (domain !== undefined) return party.domains.includes(domain) && !(party.core && hasCore)
  return liesThere
}

/** Whether cards of that slot have one place on the sheet. Where they have several, it is for people to choose. */
function isOnlyPlace(
  region: OwnAnswers,
  onSheet: readonly OwnAnswers[],
  slotOf: (region: OwnAnswers) => string,
): boolean {
  const same = onSheet.filter((other) => slotOf(other) === slotOf(region) && other.domain === region.domain)
  const exact = same.filter((other) => other.slot === slotOf(region))
  const places = exact.length > 0 ? exact : same
  return places.length === 1 && places[0] === region
}
