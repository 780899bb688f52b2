import {
  type Editor,
  isEqual,
  noteShapeMigrations,
  noteShapeProps,
  ShapeUtil,
  type TLNoteShape,
  type TLRichText,
  toRichText,
  WeakCache,
} from 'tldraw'
import { NOTE_LOOK, NOTE_MAX_GROWTH, noteBox, noteGrowth } from '../../../shared/records/note.ts'
import { plainText } from '../../../shared/records/plain-text.ts'
import { textNow } from '../../ui/i18n.ts'
import { kindOf } from '../note-kinds.ts'
import { othersHands } from '../others/in-others-hand.ts'
import { laidIndicator, laidOnTop } from './laid.tsx'
import { NotePaper } from './NotePaper.tsx'
import { noteGeometry } from './note-geometry.ts'
import { growthOf, linesOf } from './note-lines.ts'
import { partyOf, spokenParty } from './party-of.ts'

const RADIUS = 7
const words = new WeakCache<TLRichText, string>()

/** A note: tldraw's own record, drawn as the one yellow paper of the plates. It grows with its text and in no other way. */
export class NoteShapeUtil extends ShapeUtil<TLNoteShape> {
  static override type = 'note' as const
  static override props = noteShapeProps
  static override migrations = noteShapeMigrations

  constructor(editor: Editor) {
    super(editor)
    // tldraw makes its utils before it asks for the place of any shape, and remembers each answer.
    othersHands(editor)
  }

  override canEdit = () => true
  override canResize = () => false
  override hideResizeHandles = () => true
  override hideRotateHandle = () => true
  override hideSelectionBoundsFg = () => true

  override getDefaultProps(): TLNoteShape['props'] {
    return { ...NOTE_LOOK, richText: toRichText(''), growY: 0, url: '', scale: 1 }
  }

  override getGeometry(shape: TLNoteShape) {
    return noteGeometry(this.boxOf(shape))
  }

  override getText(shape: TLNoteShape) {
    // Asked of every note at every move of the pointer.
    return words.get(shape.props.richText, plainText)
  }

  override getAriaDescriptor(shape: TLNoteShape) {
    const party = partyOf(this.editor, shape.meta.party)
    const text = this.getText(shape).trim()
    const kind = kindOf(this.editor, shape)
    const spoken = kind !== 'note' && textNow('board', `kind.${kind}`)
    return [text, spoken, party && spokenParty(this.editor, party)].filter(Boolean).join(', ') || undefined
  }

  override component(shape: TLNoteShape) {
    return <NotePaper shape={shape} box={this.boxOf(shape)} isOpen={this.isOpen(shape)} />
  }

  override indicator(shape: TLNoteShape) {
    return laidIndicator(this.editor, shape, this.boxOf(shape), RADIUS * shape.props.scale)
  }

  override onBeforeCreate(shape: TLNoteShape) {
    return this.grown({ ...shape, opacity: 1, props: { ...shape.props, ...NOTE_LOOK } })
  }

  override onBeforeUpdate(before: TLNoteShape, after: TLNoteShape) {
    return isEqual(before.props.richText, after.props.richText) ? undefined : this.grown(after)
  }

  override onTranslateStart() {
    laidOnTop(this.editor)
  }

  /** In a turned selection a note changes place and stays upright. */
  override onRotate({ id, type, rotation }: TLNoteShape) {
    return { id, type, rotation }
  }

  /** The shape as high as its text asks, measured here because this user changed it; others take the height over. */
  private grown(shape: TLNoteShape): TLNoteShape {
    const growY = growthOf(this.editor, shape.props.richText)
    return growY === shape.props.growY ? shape : { ...shape, props: { ...shape.props, growY } }
  }

  /** Whether a note that was cut shows all of its text here: while it is written in or selected alone. */
  private isOpen({ id }: TLNoteShape): boolean {
    return this.editor.getEditingShapeId() === id || this.editor.getOnlySelectedShapeId() === id
  }

  private boxOf(shape: TLNoteShape): { w: number; h: number } {
    const { growY, scale, richText } = shape.props
    if (growY < NOTE_MAX_GROWTH || !this.isOpen(shape)) return noteBox(shape.props)
    return noteBox({ scale, growY: noteGrowth(linesOf(this.editor, richText)) })
  }
}
