import { type Atom, atom, type TLStore } from 'tldraw'
import type { Dossier } from '../../shared/api/dossier.ts'
import type { Standing } from '../../shared/dossier/standing.ts'
import type { RelationKind } from '../../shared/records/relation-kinds.ts'

interface Surroundings {
  /** What lies in the regions of the plates. */
  readonly dossier: Atom<Dossier>
  /** How the cards stand in the stakeholder map, by card. */
  readonly standings: Atom<ReadonlyMap<string, Standing>>
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
    standings: atom<ReadonlyMap<string, Standing>>('standings of cards', new Map()),
    relationKinds: atom<ReadonlyMap<string, readonly RelationKind[]>>('relations on sheets', new Map()),
  }
  perStore.set(store, made)
  return made
}
