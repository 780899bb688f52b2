import type { Locale } from '../../../shared/api/boards.ts'
import { isCanonical } from '../../../shared/templates/slots.ts'
import { TEMPLATES } from '../../plates/all-templates.ts'
import { inLanguage } from '../in-language.ts'
import { regionsIn } from './regions.ts'

export interface SlotName {
  readonly slot: string
  readonly name: string
  /** The sign that goes with it. */
  readonly icon: string
}

/**
 * What notes in a region can mean besides what the region says: the canonical slots, by the name that a plate of ours gives
 * them. Those that hold a shared sentence take no notes and are not among them.
 */
export function slotNames(locale: Locale): SlotName[] {
  const names = new Map<string, Omit<SlotName, 'slot'>>()
  const sentences = new Set<string>()
  for (const { figure } of TEMPLATES) {
    for (const region of regionsIn(figure)) {
      if ('caption' in region) sentences.add(region.slot)
      else if (isCanonical(region.slot) && !names.has(region.slot))
        names.set(region.slot, { name: inLanguage(region.label, locale), icon: region.icon })
    }
  }
  return [...names]
    .filter(([slot]) => !sentences.has(slot))
    .map(([slot, rest]) => ({ slot, ...rest }))
    .sort((a, b) => a.slot.localeCompare(b.slot))
}
