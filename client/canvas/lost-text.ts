import type { Editor, TLShape } from 'tldraw'

/** Something that was open for writing here when another took it away. */
export interface LostText {
  /** Lays it down again as it was last seen, as this user's own. */
  layAgain(): void
}

/**
 * Ends the writing when another takes away what is written in. The next letters must not reach the tools, which have keys
 * of one letter each: so the canvas lets go of the keyboard until it is pressed again.
 */
export function registerLostText(editor: Editor, onLost: (lost: LostText) => void): () => void {
  return editor.sideEffects.registerBeforeDeleteHandler('shape', (shape, source) => {
    if (source !== 'remote' || editor.getEditingShapeId() !== shape.id) return
    editor.timers.setTimeout(() => {
      editor.setCurrentTool('select')
      editor.blur()
      onLost({ layAgain: () => layAgain(editor, shape) })
    }, 0)
  })
}

function layAgain(editor: Editor, { id, type, x, y, rotation, props }: TLShape): void {
  if (editor.getShape(id)) return
  editor.markHistoryStoppingPoint('lay again')
  editor.createShape({ type, x, y, rotation, props })
}
