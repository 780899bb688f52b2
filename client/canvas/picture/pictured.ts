import {
  type Computed,
  computed,
  type Editor,
  type TLNoteShape,
  type TLPageId,
  type TLShape,
  type TLShapeId,
} from 'tldraw'
import { noteBox } from '../../../shared/records/note.ts'
import type { NoteKind } from '../../../shared/records/note-kind.ts'
import { overlap } from '../../../shared/templates/free-place.ts'
import type { Box } from '../../../shared/templates/polygon.ts'
import { kindOf } from '../note-kinds.ts'
import { movedByOthers } from '../others/in-others-hand.ts'
import { isRegion } from '../plate-parts.ts'
import { partyOf } from '../shapes/party-of.ts'
import { areaOf } from './area.ts'
import { inLayers, type Layer, type Stacked } from './layers.ts'

/** As many notes as a browser moves about fluently as elements; with more in sight they are drawn as a picture. */
const MOST_ELEMENTS = 300
/** So many notes in the hand can be lifted as elements. */
const MOST_LIFTED = 60
const MOST_LAYERS = 6

export interface PicturedNote extends Box {
  readonly id: TLShapeId
  readonly shape: TLNoteShape
  /** The seat of the party that wrote it. */
  readonly seat: number | undefined
  /** What it is. */
  readonly kind: NoteKind
}

type Drawn = ReturnType<Editor['getRenderingShapes']>[number]

interface Split {
  /** What tldraw draws, one element each. */
  readonly elements: readonly Drawn[]
  readonly layers: readonly Layer<PicturedNote>[]
}

const splits = new WeakMap<Editor, Computed<Split>>()

/**
 * Which notes are elements and which are drawn in pictures. On a table with few notes all are elements. Where there are
 * many, those out of sight are neither; and where many are in sight at once, all but those in the hand are pictured.
 */
export function splitOf(editor: Editor): Computed<Split> {
  const known = splits.get(editor)
  if (known) return known
  // tldraw's own, which is another method once it draws elements only.
  const all = editor.getRenderingShapes.bind(editor)
  const held = computed('notes in the hand', () => heldNotes(editor), { isEqual: sameIds })
  const made = computed('elements and pictures', () => split(editor, all(), held.get()))
  splits.set(editor, made)
  return made
}

function split(editor: Editor, all: readonly Drawn[], held: ReadonlySet<TLShapeId>): Split {
  const isOwnElement = (drawn: Drawn) => !isPlainNote(drawn) || held.has(drawn.id)
  if (all.length <= MOST_ELEMENTS) return { elements: all, layers: [] }
  const area = areaOf(editor).get()
  const page = editor.getCurrentPageId()
  const notes = new Map<TLShapeId, PicturedNote>()
  for (const drawn of all) {
    if (area === null || isOwnElement(drawn) || drawn.shape.parentId !== page) continue
    const note = picturedNote(editor, drawn.shape as TLNoteShape)
    if (overlap(note, area)) notes.set(drawn.id, note)
  }
  if (notes.size <= MOST_ELEMENTS) {
    const elements = all.filter((drawn) => isOwnElement(drawn) || notes.has(drawn.id) || !isOn(page, drawn))
    return { elements, layers: [] }
  }
  const inOrder = all.toSorted((a, b) => a.index - b.index)
  const stack = inOrder.flatMap((drawn): Stacked<PicturedNote>[] => {
    const { id, shape, index: z } = drawn
    const note = notes.get(id)
    if (note) return [{ z, note }]
    // A note in the hand lies on top of all; a region is as low as its sheet.
    if (isNote(shape) || isRegion(shape)) return []
    return [{ z, box: editor.getShapePageBounds(id) }]
  })
  const { layers, left } = inLayers(stack, MOST_LAYERS)
  const leftIds = new Set(left.map(({ id }) => id))
  const elements = all.filter((drawn) => isOwnElement(drawn) || leftIds.has(drawn.id) || !isOn(page, drawn))
  return { elements, layers }
}

const isNote = (shape: TLShape): shape is TLNoteShape => shape.type === 'note'
const isOn = (page: TLPageId, { shape }: Drawn): boolean => shape.parentId === page

/** A note as they nearly all are; one that is turned, or fades because it is being erased, is drawn by itself. */
const isPlainNote = ({ shape, opacity }: Drawn): boolean => isNote(shape) && shape.rotation === 0 && opacity === 1

const picturedNote = (editor: Editor, shape: TLNoteShape): PicturedNote => {
  const { id, x, y, props, meta } = shape
  return { id, shape, x, y, ...noteBox(props), seat: partyOf(editor, meta.party)?.seat, kind: kindOf(editor, shape) }
}

/** What is written in, opened or dragged here, and what others drag. */
function heldNotes(editor: Editor): ReadonlySet<TLShapeId> {
  const held = new Set(movedByOthers(editor).get())
  for (const id of [editor.getEditingShapeId(), editor.getOnlySelectedShapeId()]) if (id) held.add(id)
  const selected = editor.getSelectedShapeIds()
  if (selected.length <= MOST_LIFTED && editor.isIn('select.translating')) for (const id of selected) held.add(id)
  return held
}

const sameIds = (a: ReadonlySet<TLShapeId>, b: ReadonlySet<TLShapeId>): boolean =>
  a.size === b.size && [...a].every((id) => b.has(id))
