import { atom } from 'tldraw'
import type { Template } from '../../shared/templates/schema.ts'
import { isUnknownPlate, onPlates, templateById } from '../plates/templates.ts'

const arrivals = atom('plates that have come in', 0)
// For as long as the page lives, as the plates themselves.
onPlates(() => arrivals.update((count) => count + 1))

/** A plate that has come in; what asks inside a computed value or a drawing is told when it comes. */
export function plateHere(id: string): Template | undefined {
  arrivals.get()
  return templateById(id)
}

/** Whether there is no such plate anywhere. */
export function isPlateUnknown(id: string): boolean {
  arrivals.get()
  return isUnknownPlate(id)
}
