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
  /** Who holds the shape now, or null. Tracked. */
  holder(id: TLShapeId): Holder | null
  take(holder: Holder, ids: readonly TLShapeId[]): void
  letGo(holder: Holder, ids: readonly TLShapeId[]): void
  /** All that others move now. */
  readonly moved: Signal<ReadonlySet<TLShapeId>>
  /** A shape's own transform, as it is committed. */
  committed(shape: TLShape): Mat
}

const perEditor = new WeakMap<Editor, Hands>()

/**
 * Who holds which shape. From the first call on, which is made with the editor, the transform that tldraw draws a held shape with is shifted to where the
 * hand has it. No record changes, so nothing of a preview can reach the document, the dossier or anybody's undo.
 */
export function othersHands(editor: Editor): Hands {
  const known = perEditor.get(editor)
  if (known) return known
  const atoms = new Map<TLShapeId, Atom<Holder | null>>()
  const unshifted = editor.getShapeLocalTransform.bind(editor)
  // Each shape has an atom of its own, so that a gesture has only what it holds drawn again.
  const atomOf = (id: TLShapeId): Atom<Holder | null> => {
    const holder = atoms.get(id) ?? atom<Holder | null>('held by another', null)
    atoms.set(id, holder)
    return holder
  }
  const moved = atom<ReadonlySet<TLShapeId>>('moved by others', new Set())
  const hands: Hands = {
    holder: (id) => atomOf(id).get(),
    take(holder, ids) {
      for (const id of ids) atomOf(id).set(holder)
      if (holder.isMoved) moved.update((all) => new Set([...all, ...ids]))
    },
    letGo(holder, ids) {
      const left = ids.filter((id) => atomOf(id).get() === holder)
      for (const id of left) atomOf(id).set(null)
      if (holder.isMoved) moved.update((all) => new Set([...all].filter((id) => !left.includes(id))))
    },
    moved,
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
  const holder = othersHands(editor).holder(id)
  if (holder === null || isFixed(editor.getShape(id))) return null
  return ownGesture(editor).get()?.ids.includes(id) ? null : holder
}

/** Whether another drags this shape now, as far as this screen knows. Tracked: who reads it hears of changes. */
export const isInOthersHand = (editor: Editor, id: TLShapeId): boolean => holderOf(editor, id)?.isMoved ?? false

/** All that others drag now. A signal that changes once a gesture. */
export const movedByOthers = (editor: Editor): Signal<ReadonlySet<TLShapeId>> => othersHands(editor).moved
