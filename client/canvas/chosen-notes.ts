import { type Computed, computed, type Editor, isEqual, type TLNoteShape, type TLShape } from 'tldraw'
import { mayDo } from '../../shared/participants-may.ts'
import { readDetails } from '../../shared/records/note-details.ts'
import { can } from '../../shared/roles.ts'
import { kindOf, suggestionFor } from './note-kinds.ts'
import type { OpenTable } from './open-table.ts'
import { isLocked } from './plate-parts.ts'
import type { ChosenNotes, ChosenPlace } from './table.ts'

/** Room for the line round what is chosen, in canvas units. */
const OUTLINE = 9

type Open = Pick<OpenTable, 'board' | 'editor' | 'participantsMay'>

/** The notes that are chosen here and may be changed by this user, while nothing is done with them. */
export const chosenNotes = (open: Open): Computed<ChosenNotes | null> =>
  computed('chosen notes', () => readChosen(open), { isEqual })

function readChosen(open: Open): ChosenNotes | null {
  const editor = open.editor.get()
  const notes = editor && atRest(editor) ? notesOf(editor) : []
  const [first] = notes
  if (!editor || !first || !notes.every((note) => mayChange(open, note))) return null
  const kinds = new Set(notes.map((note) => kindOf(editor, note)))
  const suggestions = notes.map(({ id }) => suggestionFor(editor, id))
  const kind = kinds.size === 1 ? kindOf(editor, first) : null
  return {
    ids: notes.map(({ id }) => id),
    kind,
    asks: [...new Set(suggestions.flatMap(({ asks }) => asks))],
    details: kind !== null && notes.length === 1 ? readDetails(kind, first.meta) : {},
    sort: suggestions[0]?.sort ?? null,
  }
}

const atRest = (editor: Editor): boolean => editor.isIn('select.idle') && !editor.getIsReadonly()

/** What is chosen, if all of it is notes. */
function notesOf(editor: Editor): TLNoteShape[] {
  const shapes = editor.getSelectedShapes()
  return shapes.every(isNote) ? shapes : []
}

const isNote = (shape: TLShape): shape is TLNoteShape => shape.type === 'note'

const mayChange = ({ board, participantsMay }: Open, note: TLNoteShape): boolean =>
  mayDo(board.role, participantsMay.get(), 'change', note.meta.by === board.participantId) &&
  (!isLocked(note) || can(board.role, 'board.settings'))

/** Where what is chosen lies on the canvas, with the line round it, in px; null while nothing is. */
export const chosenPlace = ({ editor: current }: Open): Computed<ChosenPlace | null> =>
  computed(
    'place of what is chosen',
    () => {
      const editor = current.get()
      const bounds = editor?.getSelectionPageBounds()
      if (!editor || !bounds) return null
      const { x, y } = editor.pageToViewport({ x: bounds.x - OUTLINE, y: bounds.y - OUTLINE })
      const zoom = editor.getZoomLevel()
      return { x, y, w: (bounds.w + 2 * OUTLINE) * zoom, h: (bounds.h + 2 * OUTLINE) * zoom }
    },
    { isEqual },
  )
