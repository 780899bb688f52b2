import { type Atom, atom, type Editor, Mat, type Signal, type TLShape, type TLShapeId } from 'tldraw'
import { isFixed } from '../plate-parts.ts'
import { ownGesture } from './own-gesture.ts'
import { withinParent } from './shift.ts'

/** A gesture of somebody else, as far as the shapes in it need to know. */
export interface Holder {
  /** What their transforms are shifted by, on the page. */
  readonly shift: Signal<Mat | undefined>
  /** Whether they are moved, and not turned or resized. */
  readonly isMoved: boolean
}

interface Hands {
  holder(id: TLShapeId): Atom<Holder | null>
  /** A shape's own transform, as it is committed. */
  committed(shape: TLShape): Mat
}

const perEditor = new WeakMap<Editor, Hands>()

/**
 * Who holds which shape. From the first call on, the transform that tldraw draws a held shape with is shifted to where the
 * hand has it. No record changes, so nothing of a preview can reach the document, the dossier or anybody's undo.
 */
export function othersHands(editor: Editor): Hands {
  const known = perEditor.get(editor)
  if (known) return known
  const atoms = new Map<TLShapeId, Atom<Holder | null>>()
  const unshifted = editor.getShapeLocalTransform.bind(editor)
  const hands: Hands = {
    // Each shape has an atom of its own, so that a gesture has only what it holds drawn again.
    holder(id) {
      const holder = atoms.get(id) ?? atom<Holder | null>('held by another', null)
      atoms.set(id, holder)
      return holder
    },
    committed: unshifted,
  }
  perEditor.set(editor, hands)
  editor.getShapeLocalTransform = (shape) => {
    const local = unshifted(shape)
    const shift = holderOf(editor, typeof shape === 'string' ? shape : shape.id)?.shift.get()
    return shift ? Mat.Compose(withinParent(shift, editor.getShapeParentTransform(shape)), local) : local
  }
  return hands
}

/**
 * Who else holds a shape. Nobody while this user does: what is in the own hand stays there. Nor what lies fixed: no honest
 * program says that it holds it.
 */
function holderOf(editor: Editor, id: TLShapeId): Holder | null {
  const holder = othersHands(editor).holder(id).get()
  if (holder === null || isFixed(editor.getShape(id))) return null
  return ownGesture(editor).get()?.ids.includes(id) ? null : holder
}

/** Whether another drags this shape now, as far as this screen knows. Tracked: who reads it hears of changes. */
export const isInOthersHand = (editor: Editor, id: TLShapeId): boolean => holderOf(editor, id)?.isMoved ?? false
