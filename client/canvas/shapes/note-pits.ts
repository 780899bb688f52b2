import type { Editor, StateNode } from 'tldraw'

/**
 * While a note is dragged, tldraw draws it to places beside other notes, reckoned for notes of 200 × 200. Ours have
 * another size, so those places are forgotten when a drag begins.
 */
export function leaveNotePits(editor: Editor): void {
  const translating = editor.getStateDescendant<StateNode & { snapshot?: { noteAdjacentPositions?: unknown } }>(
    'select.translating',
  )
  if (translating?.snapshot) translating.snapshot.noteAdjacentPositions = undefined
}
