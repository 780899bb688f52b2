import type { Editor, TLShape } from 'tldraw'

/** Something that was open for writing here when another took it away. */
export interface LostText {
  /** Lays it down again as it was last seen, as this user's own. */
  layAgain(): void
}

/** Ends the writing when another takes away what is written in, and says so at once: the writer's fingers go on. */
export function registerLostText(editor: Editor, onLost: (lost: LostText) => void): () => void {
  return editor.sideEffects.registerBeforeChangeHandler('instance_page_state', (before, after, source) => {
    const { editingShapeId } = before
    if (source === 'remote' && editingShapeId !== null && after.editingShapeId === null) {
      const shape = editor.getShape(editingShapeId)
      if (shape) onLost({ layAgain: () => layAgain(editor, shape) })
      // The tools must not change while the store does.
      editor.timers.setTimeout(() => editor.setCurrentTool('select'), 0)
    }
    return after
  })
}

function layAgain(editor: Editor, { id, type, x, y, rotation, props }: TLShape): void {
  if (editor.getShape(id)) return
  editor.markHistoryStoppingPoint('lay again')
  editor.createShape({ type, x, y, rotation, props })
}
