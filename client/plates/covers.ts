import { Handshake, type LucideIcon, Mountain } from 'lucide-react'
import { byNumber } from '../../shared/templates/by-number.ts'
import type { Cover } from '../../shared/templates/cover.ts'

// Made and checked when the pages are built, see `plate-covers.ts`.
const files = import.meta.glob<Cover>(
  ['../../templates/opgave-circle.json', '../../templates/three-domains.json', '../../templates/stakeholder-map.json'],
  { query: '?cover', eager: true, import: 'default' },
)

/** The plates that a new table can begin with; the gallery at the table has all of them. */
export const COVERS: readonly Cover[] = Object.values(files).sort(byNumber)

export const coverById = (id: string): Cover | undefined => COVERS.find((cover) => cover.id === id)

const GLYPHS: Readonly<Record<string, LucideIcon>> = { mountain: Mountain, handshake: Handshake }

/** The sign of one of these covers; the stakeholder map's picture has none. */
export const glyphOf = (cover: Cover | undefined): LucideIcon | undefined => cover && GLYPHS[cover.icon]
