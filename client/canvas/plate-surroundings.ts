import { type Atom, atom, type TLStore } from 'tldraw'
import type { Dossier } from '../../shared/api/dossier.ts'

interface Surroundings {
  /** Stands at the head of every plate. */
  readonly tableName: Atom<string>
  /** What lies in the regions of the plates. */
  readonly dossier: Atom<Dossier>
}

const perStore = new WeakMap<TLStore, Surroundings>()

/**
 * What a plate shows that is not in its own record. Kept beside the store because a shape's drawing knows its editor only,
 * also while it is exported outside the page; empty until something fills it.
 */
export function surroundingsOf(store: TLStore): Surroundings {
  const known = perStore.get(store)
  if (known) return known
  const made = {
    tableName: atom('name of the table', ''),
    dossier: atom<Dossier>('dossier of the table', { regions: [], parties: [], loose: [] }),
  }
  perStore.set(store, made)
  return made
}
