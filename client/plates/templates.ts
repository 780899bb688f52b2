import { byNumber } from '../../shared/templates/by-number.ts'
import type { Template } from '../../shared/templates/schema.ts'

// Part of our own build: a test parses every file, so that readers need not do it again.
const files = import.meta.glob<Template>('../../templates/*.json', { eager: true, import: 'default' })

/** All plates, in the order of the catalogue. */
export const TEMPLATES: readonly Template[] = Object.values(files).sort(byNumber)

export const templateById = (id: string): Template | undefined => TEMPLATES.find((template) => template.id === id)
