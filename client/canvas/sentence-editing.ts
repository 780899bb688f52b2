import { type Atom, atom, type Editor, type TLStore, useValue } from 'tldraw'
import type { OpenTable } from './open-table.ts'

const perStore = new WeakMap<TLStore, Atom<string | null>>()

function requestOf(store: TLStore): Atom<string | null> {
  const known = perStore.get(store)
  if (known) return known
  const made = atom<string | null>('region whose sentence is asked for', null)
  perStore.set(store, made)
  return made
}

/** Somebody wants to write the sentence of this region. */
export function askForSentence(editor: Editor, regionId: string): void {
  if (!editor.getIsReadonly()) requestOf(editor.store).set(regionId)
}

/** The region whose sentence is to be written, asked for on the canvas or set here; null while there is none. */
export function useSentenceRequest(open: OpenTable): [string | null, (id: string | null) => void] {
  const request = requestOf(open.store)
  const id = useValue(request)
  return [id, (next) => void request.set(next)]
}
