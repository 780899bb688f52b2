import type { Editor, TLInstancePageState, TLShape, TLShapeId } from 'tldraw'
import { isFixed, isLocked } from './plate-parts.ts'

/**
 * Keeps plates where they lie. tldraw's own lock would do most of this, but it also stands in the document, where the lock
 * of the gespreksleider is `m.lock`: here tldraw is told that what has ours is locked, and the store refuses the rest.
 */
export function registerPlateGuards(editor: Editor): () => void {
  const isLockedByTldraw = editor.isShapeOrAncestorLocked
  editor.isShapeOrAncestorLocked = (shape?: TLShape | TLShapeId) =>
    isFixed(typeof shape === 'string' ? editor.getShape(shape) : shape) || isLockedByTldraw.call(editor, shape)

  const { sideEffects } = editor
  const stops = [
    sideEffects.registerBeforeChangeHandler('shape', (before, after, source) =>
      source === 'user' ? unmoved(before, after) : after,
    ),
    sideEffects.registerBeforeDeleteHandler('shape', (shape, source) =>
      source === 'user' && isLocked(shape) ? false : undefined,
    ),
    sideEffects.registerBeforeChangeHandler('instance_page_state', (before, after) =>
      before.selectedShapeIds === after.selectedShapeIds ? after : withoutFixed(editor, after),
    ),
    sideEffects.registerAfterChangeHandler('shape', (before, after) => {
      if (isFixed(after) && !isFixed(before)) editor.deselect(after.id)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    Reflect.deleteProperty(editor, 'isShapeOrAncestorLocked')
  }
}

/** The change without what it does to a fixed plate. The lock itself can be taken off and put on. */
function unmoved(before: TLShape, after: TLShape): TLShape {
  if (isLocked(before) && isLocked(after)) return before
  if (!isFixed(before)) return after
  const { x, y, rotation, parentId, index } = before
  return { ...after, x, y, rotation, parentId, index }
}

function withoutFixed(editor: Editor, state: TLInstancePageState): TLInstancePageState {
  const selectedShapeIds = state.selectedShapeIds.filter((id) => !isFixed(editor.getShape(id)))
  return selectedShapeIds.length === state.selectedShapeIds.length ? state : { ...state, selectedShapeIds }
}
