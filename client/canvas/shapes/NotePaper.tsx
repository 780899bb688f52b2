import { type CSSProperties, useCallback } from 'react'
import { type Editor, RichTextLabel, type TLNoteShape, type TLShapeId, useEditor, useValue } from 'tldraw'
import { NOTE_MAX_LINES, NOTE_TEXT } from '../../../shared/records/note.ts'
import { plainText } from '../../../shared/records/plain-text.ts'
import { PartyMark } from '../../parties/PartyMark.tsx'
import { kindOf } from '../note-kinds.ts'
import { useIsLifted } from './laid.tsx'
import { NoteKindMark } from './NoteKindMark.tsx'
import './note-paper.css'
import { partyOf } from './party-of.ts'
import { RichTextView } from './RichTextView.tsx'

interface NotePaperProps {
  shape: TLNoteShape
  /** Its size on the table. */
  box: { w: number; h: number }
  /** Shows all of a text that is cut otherwise. */
  isOpen: boolean
}

const TEXT_LOOK = { fontSize: NOTE_TEXT.size, lineHeight: NOTE_TEXT.line / NOTE_TEXT.size, minHeight: NOTE_TEXT.line }
const TEXT_PLACE = { padding: `${NOTE_TEXT.padding}px ${NOTE_TEXT.padding}px 0` }

/** Whether the next tap or key may start writing in a note, so that its editor must be ready. */
const mayBeWritten = (editor: Editor, id: TLShapeId): boolean =>
  editor.getOnlySelectedShapeId() === id || editor.getEditingShapeId() === id || editor.getHoveredShapeId() === id

/** The paper of a note with its text; at its foot what it is, and the mark of the party that wrote it. */
export function NotePaper({ shape, box, isOpen }: NotePaperProps) {
  const editor = useEditor()
  const { id, type, meta, props } = shape
  const { richText, scale } = props
  const isLifted = useIsLifted(shape)
  const isSelected = useValue('selected alone', () => editor.getOnlySelectedShapeId() === id, [editor, id])
  const isWritable = useValue('writable', () => mayBeWritten(editor, id), [editor, id])
  const seat = useValue('seat of the writer', () => partyOf(editor, meta.party)?.seat, [editor, meta.party])
  const kind = useValue('kind', () => kindOf(editor, { id, meta }), [editor, id, meta])
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      if (event.key !== 'Tab' && !(event.key === 'Enter' && (event.ctrlKey || event.metaKey))) return
      event.preventDefault()
      editor.complete()
    },
    [editor],
  )
  const size: CSSProperties & Record<'--note-lines', number> = {
    inlineSize: box.w / scale,
    minBlockSize: box.h / scale,
    '--note-lines': NOTE_MAX_LINES,
  }
  return (
    <div
      className="laid note-paper"
      data-open={isOpen}
      data-lifted={isLifted}
      style={scale === 1 ? size : { ...size, transform: `scale(${scale})` }}
    >
      {isWritable ? (
        <>
          <RichTextLabel
            shapeId={id}
            type={type}
            font="sans"
            fontSize={NOTE_TEXT.size}
            lineHeight={NOTE_TEXT.line / NOTE_TEXT.size}
            align="start"
            verticalAlign="start"
            richText={richText}
            isSelected={isSelected}
            labelColor="inherit"
            wrap
            style={TEXT_PLACE}
            hasCustomTabBehavior
            onKeyDown={onKeyDown}
          />
          <span className="visually-hidden" dir="auto">
            {plainText(richText)}
          </span>
        </>
      ) : (
        <div className="tl-text-label tl-text-wrapper tl-rich-text-wrapper" data-font="sans" style={TEXT_PLACE}>
          <div className="tl-text-label__inner" style={TEXT_LOOK}>
            <div className="tl-text tl-text-content" dir="auto">
              <div className="tl-rich-text">
                <RichTextView richText={richText} />
              </div>
            </div>
          </div>
        </div>
      )}
      <NoteKindMark kind={kind} />
      {seat !== undefined && (
        <span className="note-mark">
          <PartyMark seat={seat} size={20} />
        </span>
      )}
    </div>
  )
}
