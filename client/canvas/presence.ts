import type { Atom, Editor, Signal } from 'tldraw'
import type { Awareness } from 'y-protocols/awareness'
import type { Presence } from '../../shared/sync/presence.ts'
import type { OpenText } from './collaborative-text.ts'
import { createCarets } from './others/carets.ts'
import { createCursors } from './others/cursors.ts'
import { followOthers } from './others/others.ts'
import { createOverlay } from './others/overlay.ts'
import { keepPresenceRecords, userIdOf } from './others/presence-records.ts'
import { showPreviews } from './others/previews.ts'
import { createSprites } from './others/sprites.ts'
import { createStrokes } from './others/strokes.ts'
import { tellPresence } from './others/tell-presence.ts'
import type { PresentPerson } from './table.ts'

interface PresenceOptions {
  awareness: Awareness
  me: Presence['who']
  /** Who is here now. */
  people: Atom<PresentPerson[]>
  /** The text that is open for writing here. */
  open: Signal<OpenText | null>
}

/**
 * Tells the others what this user does, and shows what they do: pointers, lines and carets on a canvas above the board,
 * what they hold where they hold it, and what they select by way of tldraw's store.
 */
export function bindPresence(editor: Editor, { awareness, me, people, open }: PresenceOptions): () => void {
  const others = followOthers(awareness)
  const ask = () => overlay.ask()
  const sprites = createSprites(editor.getContainer(), ask)
  const previews = showPreviews(editor, others, ask)
  const strokes = createStrokes(editor, others, ask)
  const cursors = createCursors(editor, others, sprites, userIdOf(awareness.clientID), ask)
  // Previews come first: what is drawn after them lies where they have just put things.
  const overlay = createOverlay(editor, [previews.layer, strokes.layer, (sight) => carets.layer(sight), cursors.layer])
  const carets = createCarets(editor, others, open, sprites, ask)
  const records = keepPresenceRecords(editor, others, { clientId: awareness.clientID, who: me }, people)

  const parts = [previews, strokes, cursors]
  const take = (changed: Iterable<number>) => {
    for (const part of parts) part.take(changed)
    ask()
  }
  take(others.all.keys())
  const stops = [
    others.listen(take),
    others.listen(records.take),
    tellPresence(editor, awareness, me, open),
    ...[...parts, carets, records, sprites, overlay, others].map((part) => () => part.stop()),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
