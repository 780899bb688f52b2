import { type Atom, atom, type Editor, type TLStore, useValue } from 'tldraw'
import type { OpenTable } from './open-table.ts'

/** What somebody wants to do from a plate, for which the page round the canvas has a dialog. */
export type Ask = { to: 'write-sentence'; regionId: string } | { to: 'add-party' }

const perStore = new WeakMap<TLStore, Atom<Ask | null>>()

function askOf(store: TLStore): Atom<Ask | null> {
  const known = perStore.get(store)
  if (known) return known
  const made = atom<Ask | null>('what a plate asks for', null)
  perStore.set(store, made)
  return made
}

/** Asks the page; nothing happens where one may only look. */
export function askFor(editor: Editor, ask: Ask): void {
  if (!editor.getIsReadonly()) askOf(editor.store).set(ask)
}

/** What was asked for on the canvas or here; null while there is nothing. */
export function useAsk(open: OpenTable): [Ask | null, (ask: Ask | null) => void] {
  const ask = askOf(open.store)
  const now = useValue(ask)
  return [now, (next) => void ask.set(next)]
}
