import { createShapeId, type Editor, type TLShape, type TLShapeId, toRichText } from 'tldraw'
import { noteBox } from '../../shared/records/note.ts'
import { type Sentence, sentenceId } from '../../shared/records/sentence.ts'
import type { SheetSize } from '../../shared/records/sheet.ts'
import { changeMeta } from './change-meta.ts'
import { rememberLaid } from './giving-way.ts'
import { placeFor } from './placing.ts'
import { isRegion, isSheet } from './plate-parts.ts'
import { growthOf } from './shapes/note-lines.ts'
import { comeNear, lookAt } from './view.ts'

/** Below this zoom letters are too small to write; a new note then comes nearer first. */
const WRITABLE_ZOOM = 0.5

export function addNote(editor: Editor, { regionId, text = '' }: { regionId?: string; text?: string }): void {
  const id = createShapeId()
  const richText = toRichText(text)
  const size = noteBox({ scale: 1, growY: growthOf(editor, richText) })
  editor.markHistoryStoppingPoint('add note')
  editor.run(() => {
    editor.createShape({ id, type: 'note', ...placeFor(editor, size, regionId), props: { richText } })
    editor.select(id)
  })
  rememberLaid(editor, id, regionId)
  if (regionId !== undefined || (text === '' && editor.getZoomLevel() < WRITABLE_ZOOM)) goTo(editor, id)
  if (text === '') startTyping(editor, id)
}

function startTyping(editor: Editor, id: TLShapeId) {
  editor.setEditingShape(id)
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape: editor.getShape(id) })
}

/** How long what the server has just made may be on its way, in ms. */
const UNDERWAY_MS = 5_000

/**
 * Fixed plates are looked at whole and never selected; a note or card comes near enough to be read. What is not here yet
 * is gone to when it comes.
 */
export function goTo(editor: Editor, recordId: string): void {
  const shape = editor.getShape(recordId as TLShapeId)
  const bounds = shape && editor.getShapePageBounds(shape)
  if (!shape || !bounds) goToWhenHere(editor, recordId)
  else if (isPlatePart(shape)) lookAt(editor, bounds)
  else {
    editor.select(shape.id)
    comeNear(editor, bounds)
  }
}

function goToWhenHere(editor: Editor, recordId: string): void {
  const stop = editor.store.listen(
    ({ changes }) => {
      if (!(recordId in changes.added)) return
      stop()
      goTo(editor, recordId)
    },
    { scope: 'document' },
  )
  setTimeout(stop, UNDERWAY_MS)
}

const isPlatePart = (shape: TLShape) => isSheet(shape) || isRegion(shape)

/** Locks or frees a sheet with its regions, by our own flag `m.lock`; what it does, see `plate-guards.ts`. */
export function setSheetLocked(editor: Editor, sheetId: string, locked: boolean): void {
  const lock = locked ? { lock: 'facilitator' } : { lock: undefined }
  const ids = [sheetId as TLShapeId, ...editor.getSortedChildIdsForParent(sheetId as TLShapeId)]
  editor.markHistoryStoppingPoint('lock sheet')
  editor.run(() => {
    for (const id of ids) {
      const shape = editor.getShape(id)
      if (shape && isPlatePart(shape)) changeMeta(editor, id, lock)
    }
  })
}

/** The server gives the sheet the paper that is asked for, with all that lies on it in its place. */
export function setSheetSize(editor: Editor, sheetId: string, size: SheetSize): void {
  editor.markHistoryStoppingPoint('size of a sheet')
  editor.store.update(sheetId as TLShapeId, (now) => ({ ...now, props: { ...now.props, size } }) as typeof now)
}

export function setSentence(
  editor: Editor,
  { scope, slot, text }: { scope: string; slot: string; text: string },
): void {
  const id = sentenceId(scope, slot)
  editor.markHistoryStoppingPoint('sentence')
  editor.store.update(id as never, ((now: Sentence) => ({ ...now, richText: toRichText(text) })) as never)
}
