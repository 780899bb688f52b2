import { type InterestSort, isNoteKind, type NoteKind } from '../records/note-kind.ts'
import { isSentenceRegion, type RegionShape } from '../records/region.ts'
import type { Layout } from './layout.ts'

/** What a place says of the notes that lie there. */
export interface Suggestion {
  /** What a note is here while nobody chose. */
  readonly kind: NoteKind
  /** The kinds that are asked for, the first before all. */
  readonly asks: readonly NoteKind[]
  /** Whose interests lie here, where the place is for those of somebody. */
  readonly sort: InterestSort | null
}

/** Of a place that asks for nothing. */
export const NO_SUGGESTION: Suggestion = { kind: 'note', asks: [], sort: null }

/** By the end of a region's key. */
const SORTS: Readonly<Record<string, InterestSort>> = {
  collectief: 'collective',
  organisatie: 'organisation',
  individueel: 'individual',
}

const perRegion = new WeakMap<RegionShape, Suggestion>()

function suggestionOf(region: RegionShape): Suggestion {
  const known = perRegion.get(region)
  if (known) return known
  const { kind, key, takes } = region.props
  const asks = isSentenceRegion(kind) ? [] : [...new Set(takes.filter(isNoteKind))]
  const [first] = asks
  const sort = SORTS[key.slice(key.lastIndexOf('.') + 1)] ?? null
  const made = first === undefined ? NO_SUGGESTION : { kind: first, asks, sort }
  perRegion.set(region, made)
  return made
}

/** What the regions that hold a note say of it: the first of them that asks for notes decides. The same object each time. */
export const suggestionIn = (regions: readonly RegionShape[]): Suggestion =>
  regions.map(suggestionOf).find((suggestion) => suggestion !== NO_SUGGESTION) ?? NO_SUGGESTION

/** By note, what its place asks for; notes that lie where nothing is asked are left out. */
export function suggestionsIn({ notes }: Layout): Map<string, Suggestion> {
  const found = new Map<string, Suggestion>()
  for (const { id, regions } of notes) {
    const suggestion = suggestionIn(regions)
    if (suggestion !== NO_SUGGESTION) found.set(id, suggestion)
  }
  return found
}
