import type { Editor, Signal, TLShape } from 'tldraw'
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
  const { sideEffects } = editor
  const stops = [
    sideEffects.registerBeforeChangeHandler('shape', (before, after, source) =>
      source === 'user' && !may('change', before) ? before : after,
    ),
    sideEffects.registerBeforeDeleteHandler('shape', (shape, source) =>
      source === 'user' && !may('delete', shape) ? false : undefined,
    ),
    // Text goes from its editor straight into the document: what may not be changed must not be opened.
    sideEffects.registerBeforeChangeHandler('instance_page_state', (before, after) => {
      const opened = after.editingShapeId === before.editingShapeId ? null : after.editingShapeId
      return opened !== null && !may('change', editor.getShape(opened)) ? { ...after, editingShapeId: null } : after
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
