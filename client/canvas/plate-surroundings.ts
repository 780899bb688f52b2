import { type Atom, atom, type TLStore } from 'tldraw'
import type { Dossier, RegionAnswers } from '../../shared/api/dossier.ts'
import type { Standing } from '../../shared/dossier/standing.ts'
import type { Suggestion } from '../../shared/dossier/suggestion.ts'
import type { RelationKind } from '../../shared/records/relation-kinds.ts'

interface Surroundings {
  /** What lies in the regions of the plates. */
  readonly dossier: Atom<Dossier>
  /** The same by the id of the region. */
  readonly regions: Atom<ReadonlyMap<string, RegionAnswers>>
  /** How the cards stand in the stakeholder map, by card. */
  readonly standings: Atom<ReadonlyMap<string, Standing>>
  /** What the places of notes ask for, by note. Changes only when one of them does: every note in sight listens. */
  readonly suggestions: Atom<ReadonlyMap<string, Suggestion>>
  /** Which kinds of relation each sheet shows, for its legend. */
  readonly relationKinds: Atom<ReadonlyMap<string, readonly RelationKind[]>>
}

const perStore = new WeakMap<TLStore, Surroundings>()

/**
 * What plates and cards show that is not in their own records. Kept beside the store because a shape's drawing knows its editor only,
 * also while it is exported outside the page; empty until something fills it.
 */
export function surroundingsOf(store: TLStore): Surroundings {
  const known = perStore.get(store)
  if (known) return known
  const made = {
    dossier: atom<Dossier>('dossier of the table', { regions: [], parties: [], relations: [], loose: [] }),
    regions: atom<ReadonlyMap<string, RegionAnswers>>('regions of the table', new Map()),
    standings: atom<ReadonlyMap<string, Standing>>('standings of cards', new Map()),
    suggestions: atom<ReadonlyMap<string, Suggestion>>('what places ask for', new Map(), { isEqual: sameEntries }),
    relationKinds: atom<ReadonlyMap<string, readonly RelationKind[]>>('relations on sheets', new Map()),
  }
  perStore.set(store, made)
  return made
}

const sameEntries = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean =>
  a.size === b.size && [...a].every(([key, value]) => b.get(key) === value)
