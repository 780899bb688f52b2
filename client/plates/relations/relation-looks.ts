import { BookOpen, Link, ListChecks, type LucideIcon, Package, Plus, Stamp, Zap } from 'lucide-react'
import type { RelationKind } from '../../../shared/records/relation-kinds.ts'

export type RelationEnd = 'none' | 'dot' | 'head' | 'openHead' | 'bar' | 'cross' | 'diamond'

/** Line, ends and icon: each kind differs from all others in all three, so that none needs a colour. */
export interface RelationLook {
  readonly line: 'solid' | 'dashed' | 'dotted' | 'double' | 'zigzag'
  /** Of the line, in units of the sheet. */
  readonly width: number
  readonly start: RelationEnd
  readonly end: RelationEnd
  readonly icon: LucideIcon
}

export const RELATION_LOOKS: Readonly<Record<RelationKind, RelationLook>> = {
  connects: { line: 'solid', width: 5, start: 'dot', end: 'dot', icon: Link },
  supplies: { line: 'solid', width: 5, start: 'none', end: 'head', icon: Package },
  conditions: { line: 'solid', width: 9, start: 'bar', end: 'head', icon: ListChecks },
  teaches: { line: 'dashed', width: 5, start: 'none', end: 'openHead', icon: BookOpen },
  strengthens: { line: 'double', width: 4, start: 'head', end: 'head', icon: Plus },
  clashes: { line: 'zigzag', width: 5, start: 'cross', end: 'cross', icon: Zap },
  mandates: { line: 'dotted', width: 5, start: 'diamond', end: 'head', icon: Stamp },
}

/** The disc with the icon in the middle, and the shortest line that has room for it. */
export const DISC = { radius: 31, line: 3.5, icon: 34, from: 190 } as const

/** Whether a relation says something else when its ends change places. */
export const hasDirection = (kind: RelationKind): boolean => RELATION_LOOKS[kind].start !== RELATION_LOOKS[kind].end
