import { createShapeId, type TLNoteShape, type TLParentId, toRichText } from '@tldraw/tlschema'
import { getIndices } from '@tldraw/utils'
import { noteGrowth } from '../../../shared/records/note.ts'

/** From the corner of one note to that of the next. */
const STEP = { x: 190, y: 196 }
/** Width to height of the whole, about that of a window. */
const SHAPE = 1.6

const TEXTS = [
  { text: 'Te weinig plek', lines: 2 },
  { text: 'Wie weg kan, vindt geen woning', lines: 3 },
  { text: 'De begeleiding houdt op zodra iemand een sleutel heeft', lines: 5 },
]

/** Where the note with that number lies. */
export function placeOfNote(at: number, count: number): { x: number; y: number } {
  const perRow = Math.ceil(Math.sqrt((count * SHAPE * STEP.y) / STEP.x))
  return { x: (at % perRow) * STEP.x, y: Math.floor(at / perRow) * STEP.y }
}

/** So many notes of two to five lines, side by side: the same for every board that is measured. */
export function benchNotes(count: number): TLNoteShape[] {
  // It gives the first besides as many as it is asked for.
  return getIndices(count - 1).map((index, at) => {
    const { text, lines } = TEXTS[at % TEXTS.length] ?? { text: '', lines: 1 }
    return {
      id: createShapeId(`n${at}`),
      typeName: 'shape',
      type: 'note',
      ...placeOfNote(at, count),
      rotation: 0,
      index,
      parentId: 'page:page' as TLParentId,
      isLocked: false,
      opacity: 1,
      props: {
        color: 'yellow',
        labelColor: 'black',
        size: 's',
        font: 'sans',
        fontSizeAdjustment: 0,
        align: 'start',
        verticalAlign: 'start',
        growY: noteGrowth(lines),
        url: '',
        richText: toRichText(`${text} (${at})`),
        scale: 1,
      },
      meta: {},
    }
  })
}
