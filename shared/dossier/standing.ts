import type { RegionShape } from '../records/region.ts'
import type { Layout } from './layout.ts'

export const CORE_SLOT = 'samenstelling.kern'
const MISSING_SLOT = 'samenstelling.ontbreekt'

/** What the place of a card makes of it: a core partner where it lies in the core, missing where its party lies nowhere else. */
export type Standing = 'core' | 'missing'

/** The slot that a card takes in a region. */
export const cardSlot = ({ props }: RegionShape): string => props.partySlot ?? props.slot

/** Whether a party is one that the table misses: its cards lie in no other slot than that of the missing. */
export const isMissing = (slots: ReadonlySet<string>): boolean => slots.size === 1 && slots.has(MISSING_SLOT)

/** How cards stand, by id; most stand in no special way. */
export function standingOfCards({ cards }: Layout): Map<string, Standing> {
  const slotsOfParty = new Map<string, Set<string>>()
  for (const { shape, regions } of cards) {
    const slots = slotsOfParty.get(shape.props.party) ?? new Set()
    for (const region of regions) slots.add(cardSlot(region))
    slotsOfParty.set(shape.props.party, slots)
  }
  const standings = new Map<string, Standing>()
  for (const { id, shape, regions } of cards) {
    if (regions.some((region) => cardSlot(region) === CORE_SLOT)) standings.set(id, 'core')
    else if (regions.length > 0 && isMissing(slotsOfParty.get(shape.props.party) ?? new Set()))
      standings.set(id, 'missing')
  }
  return standings
}
