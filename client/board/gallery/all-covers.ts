import type { Cover } from '../../../shared/templates/cover.ts'

// Made and checked when the pages are built, see `plate-covers.ts`.
const files = import.meta.glob<Cover>('../../../templates/*.json', { query: '?cover', eager: true, import: 'default' })

const covers = new Map(Object.values(files).map((cover) => [cover.id, cover]))

/** Of any plate; only the gallery loads them all. */
export const coverOfAny = (id: string): Cover | undefined => covers.get(id)
