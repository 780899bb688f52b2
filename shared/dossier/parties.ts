import { type DossierParty, RINGS } from '../api/dossier.ts'
import { DOMAINS } from '../records/domains.ts'
import type { Party } from '../records/party.ts'
import { LEVELS, type Level } from '../records/party-parts.ts'
import type { BoardRecord } from '../records/schema.ts'
import type { OwnAnswers } from './elsewhere.ts'
import type { Layout } from './layout.ts'
import { compareText, inReadingOrder } from './reading-order.ts'
import { CORE_SLOT, cardSlot, isMissing } from './standing.ts'

/** Slots whose place says how near a party stands, by ring. */
const RING_SLOT = {
  kern: CORE_SLOT,
  ring2: 'samenstelling.ring2',
  rand: 'samenstelling.rand',
} as const satisfies Record<(typeof RINGS)[number], string>

/** All parties of the table, in the order of their seats, with what the places of their cards say. */
export function partiesOf(
  layout: Layout,
  answers: readonly OwnAnswers[],
  records: readonly BoardRecord[],
): DossierParty[] {
  const notes = new Map<unknown, number>()
  for (const { shape } of layout.notes) notes.set(shape.meta.party, (notes.get(shape.meta.party) ?? 0) + 1)
  return records
    .filter((record): record is Party => record.typeName === 'party')
    .toSorted((a, b) => a.seat - b.seat || compareText(a.id, b.id))
    .map((party) => {
      const cards = inReadingOrder(layout.cards.filter((card) => card.shape.props.party === party.id))
      const regions = cards.flatMap((card) => card.regions)
      const slots = new Set(regions.map(cardSlot))
      return {
        id: party.id,
        name: party.name,
        kind: party.kind,
        icon: party.icon,
        seat: party.seat,
        ring: RINGS.find((ring) => slots.has(RING_SLOT[ring])) ?? null,
        domains: DOMAINS.filter((domain) => regions.some(({ props }) => props.domain === domain)),
        core: slots.has(RING_SLOT.kern),
        missing: isMissing(slots),
        levels: levelsOf(party, slots, answers),
        mandate: party.mandate,
        trio: party.trio,
        cards: cards.map((card) => card.id),
        notes: notes.get(party.id) ?? 0,
      }
    })
}

/** The levels that were said, and those on which its card lies or somebody of it is named. */
const levelsOf = (party: Party, slots: ReadonlySet<string>, answers: readonly OwnAnswers[]): Level[] =>
  LEVELS.filter((level) => {
    const slot = `niveau.${level}`
    const isNamed = answers.some(
      (region) => region.party === party.id && region.slot === slot && region.answers.length > 0,
    )
    return party.levels.includes(level) || slots.has(slot) || isNamed
  })
