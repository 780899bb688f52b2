import type { Editor, Signal, TLShape, TLShapeId } from 'tldraw'
import { type Deed, mayDo, type ParticipantsMay } from '../../shared/participants-may.ts'
import type { Role } from '../../shared/roles.ts'

interface Person {
  id: string
  role: Role
}

/**
 * Keeps this user from what the table does not let participants do. The server puts such a change back in any case; so
 * that honest hands do not meet that, it does not come about here. New things are the mode of the store's affair.
 */
export function registerOwnershipGuards(
  editor: Editor,
  { id, role }: Person,
  participantsMay: Signal<ParticipantsMay>,
): () => void {
  const may = (deed: Deed, shape: TLShape | undefined) =>
    shape === undefined || mayDo(role, participantsMay.get(), deed, shape.meta.by === id)
  const isLockedOtherwise = editor.isShapeOrAncestorLocked
  // What tldraw takes for locked it neither drags nor opens for writing.
  editor.isShapeOrAncestorLocked = (shape?: TLShape | TLShapeId) =>
    !may('change', typeof shape === 'string' ? editor.getShape(shape) : shape) ||
    isLockedOtherwise.call(editor, shape as TLShape)
  const { sideEffects } = editor
  const stops = [
    sideEffects.registerBeforeChangeHandler('shape', (before, after, source) =>
      source === 'user' && !may('change', before) ? before : after,
    ),
    sideEffects.registerBeforeDeleteHandler('shape', (shape, source) =>
      source === 'user' && !may('delete', shape) ? false : undefined,
    ),
  ]
  return () => {
    for (const stop of stops) stop()
    Reflect.deleteProperty(editor, 'isShapeOrAncestorLocked')
  }
}
