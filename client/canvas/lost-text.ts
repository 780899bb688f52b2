import { createShapeId, type Editor, type TLShape, type TLStore } from 'tldraw'
import { textOfRecord } from '../../shared/records/faults.ts'
import { NOTE_SIZE } from '../../shared/records/note.ts'
import { plainText } from '../../shared/records/plain-text.ts'
import type { RichText } from '../../shared/records/rich-text.ts'
import type { BoardRecord } from '../../shared/records/schema.ts'
import type { UnsentText } from '../net/unsent-text.ts'
import { placeFor } from './placing.ts'

/** Something that was open for writing here when another took it away. */
export interface LostText {
  /** Lays it down again as it was last seen, as this user's own. */
  layAgain(): void
}

/** What this user wrote without a connection on something that another took away meanwhile. */
export interface LostNote {
  readonly id: string
  /** Its words, in one line. */
  readonly words: string
  readonly shape: TLShape
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

/**
 * Hears of things that others have taken away while this device has unsent text on them: what was written there would be
 * gone without a word. What is open at the moment is said by `registerLostText`.
 */
export function followLostNotes(
  store: TLStore,
  unsent: UnsentText,
  isOpen: (id: string) => boolean,
  onLost: (note: LostNote) => void,
): void {
  store.sideEffects.registerAfterDeleteHandler('shape', (shape, source) => {
    if (source !== 'remote' || !unsent.has(shape.id) || isOpen(shape.id)) return
    const note = lostNote(shape)
    if (note !== undefined) onLost(note)
  })
}

/** Undefined where there is nothing to read. */
export function lostNote(shape: TLShape): LostNote | undefined {
  const text = textOfRecord(shape as BoardRecord)
  const words =
    text === undefined
      ? ''
      : plainText(text as RichText)
          .replace(/\s+/g, ' ')
          .trim()
  return words === '' ? undefined : { id: shape.id, words, shape }
}

/** Lays it down as a new thing of this user: where it lay, or where there is room if that was on something else. */
export function layAsNew(editor: Editor, { shape: { type, x, y, rotation, parentId, props } }: LostNote): void {
  const id = createShapeId()
  const place = parentId === editor.getCurrentPageId() ? { x, y, rotation } : placeFor(editor, NOTE_SIZE, undefined)
  editor.markHistoryStoppingPoint('lay again')
  editor.createShape({ id, type, ...place, props })
}

function layAgain(editor: Editor, { id, type, x, y, rotation, props }: TLShape): void {
  if (editor.getShape(id)) return
  editor.markHistoryStoppingPoint('lay again')
  editor.createShape({ type, x, y, rotation, props })
}
