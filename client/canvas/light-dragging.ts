import type { Editor, StateNode, TLShape, TLShapeId } from 'tldraw'

/**
 * Leaves out what tldraw does for a drag that takes longer the more lies on the table, and is of no use here.
 *
 * A note that is dragged would be drawn to places beside the others, which are reckoned for notes of 200 × 200 and for each
 * note against each other. And at every move all shapes are asked whether the pointer is over them, to find one that takes
 * in what is dragged: only frames do.
 */
export function lightenDragging(editor: Editor): () => void {
  const { isShapeOfType, getDraggingOverShape } = editor
  const translating = editor.getStateDescendant<StateNode>('select.translating')
  const isOfType = (shape: TLShape | TLShapeId, type: TLShape['type']): boolean =>
    !(type === 'note' && translating?.getIsActive()) && isShapeOfType.call(editor, shape as TLShapeId, type)
  editor.isShapeOfType = isOfType as Editor['isShapeOfType']

  const frames = editor.store.query.ids('shape', () => ({ type: { eq: 'frame' as const } }))
  editor.getDraggingOverShape = (point, shapes) =>
    frames.get().size === 0 ? undefined : getDraggingOverShape.call(editor, point, shapes)
  return () => Object.assign(editor, { isShapeOfType, getDraggingOverShape })
}
