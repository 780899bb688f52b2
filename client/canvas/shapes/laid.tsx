import {
  type Editor,
  type TLNoteShape,
  type TLSelectionForegroundProps,
  type TLShape,
  TldrawSelectionForeground,
  useEditor,
  useValue,
} from 'tldraw'
import type { CardShape } from '../../../shared/records/card.ts'
import { isInOthersHand } from '../others/in-others-hand.ts'
import './laid.css'

/** Notes and cards: laid on plates as they are, never resized or turned. */
export const isLaid = (shape: TLShape): shape is TLShape & (TLNoteShape | CardShape) =>
  shape.type === 'note' || (shape.type as string) === 'card'

interface Size {
  w: number
  h: number
}

/** How far outside a chosen thing its line runs, measured to the middle of the line. */
const OUTSIDE = 7

/**
 * The line round a note or card: on its edge while it is pointed at or somebody else has it, an ink line outside it when
 * it is selected here.
 */
export function laidIndicator(editor: Editor, shape: TLShape, { w, h }: Size, radius: number) {
  if (!editor.getSelectedShapeIds().includes(shape.id)) return <rect width={w} height={h} rx={radius} />
  return (
    <rect
      className="laid-chosen"
      x={-OUTSIDE}
      y={-OUTSIDE}
      width={w + OUTSIDE * 2}
      height={h + OUTSIDE * 2}
      rx={radius + OUTSIDE}
    />
  )
}

/** Whether a shape is in a hand, this user's or another's: dragged, as paper that is lifted from the table. */
export function useIsLifted(shape: TLShape): boolean {
  const editor = useEditor()
  return useValue(
    'lifted',
    () =>
      (editor.isIn('select.translating') && editor.getSelectedShapeIds().includes(shape.id)) ||
      isInOthersHand(editor, shape.id),
    [editor, shape.id],
  )
}

/** What is picked up comes to lie on top of all that was there, as paper does. */
export function laidOnTop(editor: Editor): void {
  editor.bringToFront(editor.getSelectedShapes().filter(isLaid))
}

/** No box with handles round notes and cards alone: each has its own line, and none can be resized or turned. */
export function SelectionForeground(props: TLSelectionForegroundProps) {
  const editor = useEditor()
  const isAllLaid = useValue('only notes and cards', () => editor.getSelectedShapes().every(isLaid), [editor])
  return isAllLaid ? null : <TldrawSelectionForeground {...props} />
}
