import { byNumber } from '../../shared/templates/by-number.ts'
import type { Template } from '../../shared/templates/schema.ts'
import { rememberPlates } from './templates.ts'

// Part of our own build: a test parses every file, so that readers need not do it again.
const files = import.meta.glob<Template>('../../templates/*.json', { eager: true, import: 'default' })

/** All plates of our own build, in the order of the catalogue. Only the gallery loads them together. */
export const TEMPLATES: readonly Template[] = Object.values(files).sort(byNumber)

rememberPlates(TEMPLATES)
