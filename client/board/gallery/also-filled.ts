import type { Template } from '../../../shared/templates/schema.ts'
import { isCanonical } from '../../../shared/templates/slots.ts'
import { slotsIn } from '../../../shared/templates/slots-in.ts'

/** Other plates that show some of the same information, those that share most of it first. */
export function alsoFilled(template: Template, templates: readonly Template[]): Template[] {
  const own = canonicalSlots(template)
  return templates
    .filter((other) => other !== template)
    .map((other) => ({ other, shared: canonicalSlots(other).filter((slot) => own.includes(slot)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .map(({ other }) => other)
}

const canonicalSlots = ({ figure }: Template): string[] => [...slotsIn(figure)].filter(isCanonical)
