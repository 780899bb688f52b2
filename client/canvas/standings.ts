import { type Atom, atom, type TLStore } from 'tldraw'
import type { Standing } from '../../shared/dossier/standing.ts'

export type Standings = ReadonlyMap<string, Standing>

const perStore = new WeakMap<TLStore, Atom<Standings>>()

/**
 * How the cards of a table stand in the stakeholder map, by card. Kept beside the store because a shape's drawing knows
 * its editor only; empty until something derives it.
 */
export function standingsOf(store: TLStore): Atom<Standings> {
  const known = perStore.get(store)
  if (known) return known
  const made = atom<Standings>('standings of cards', new Map())
  perStore.set(store, made)
  return made
}
