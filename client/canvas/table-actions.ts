import { nanoid } from 'nanoid'
import { createShapeId, type Editor, type TLShape, type TLShapeId, toRichText } from 'tldraw'
import { partyFor } from '../../shared/parties/party-for.ts'
import { CARD_SIZE } from '../../shared/records/card.ts'
import { noteBox } from '../../shared/records/note.ts'
import type { Party } from '../../shared/records/party.ts'
import { type Sentence, sentenceId } from '../../shared/records/sentence.ts'
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

export function addParty(editor: Editor, { party: wanted, regionId }: { party: string; regionId?: string }): string {
  const parties = editor.store.query.records('party' as never).get() as unknown as Party[]
  const { party, isNew } = partyFor(parties, wanted, nanoid)
  const id = createShapeId()
  editor.markHistoryStoppingPoint('add party')
  editor.run(() => {
    if (isNew) editor.store.put([party as never])
    editor.createShape({
      id,
      type: 'card',
      ...placeFor(editor, CARD_SIZE, regionId),
      props: { ...CARD_SIZE, party: party.id },
    } as never)
    editor.select(id)
  })
  rememberLaid(editor, id, regionId)
  if (regionId !== undefined) goTo(editor, id)
  return party.id
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

export function setSentence(
  editor: Editor,
  { scope, slot, text }: { scope: string; slot: string; text: string },
): void {
  const id = sentenceId(scope, slot)
  editor.markHistoryStoppingPoint('sentence')
  editor.store.update(id as never, ((now: Sentence) => ({ ...now, richText: toRichText(text) })) as never)
}
