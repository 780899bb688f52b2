import type { Cover } from '../../shared/templates/cover.ts'

// Made and checked when the pages are built, see `plate-covers.ts`.
const files = import.meta.glob<Cover>('../../templates/*.json', { query: '?cover', eager: true, import: 'default' })

/** All plates as lists show them, in the order of the catalogue. */
export const COVERS: readonly Cover[] = Object.values(files).sort((a, b) => a.order - b.order)

export const coverById = (id: string): Cover | undefined => COVERS.find((cover) => cover.id === id)
