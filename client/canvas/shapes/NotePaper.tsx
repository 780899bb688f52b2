import { type CSSProperties, useCallback } from 'react'
import { RichTextLabel, renderPlaintextFromRichText, type TLNoteShape, useEditor, useValue } from 'tldraw'
import { NOTE_MAX_LINES, NOTE_TEXT } from '../../../shared/records/note.ts'
import { PartyMark } from '../../parties/PartyMark.tsx'
import { useIsLifted } from './laid.tsx'
import './note-paper.css'
import { partyOf } from './party-of.ts'

interface NotePaperProps {
  shape: TLNoteShape
  /** Its size on the table. */
  box: { w: number; h: number }
  /** Shows all of a text that is cut otherwise. */
  isOpen: boolean
}

const TEXT_PLACE = { padding: `${NOTE_TEXT.padding}px ${NOTE_TEXT.padding}px 0` }

/** The paper of a note with its text and the mark of the party that wrote it. */
export function NotePaper({ shape, box, isOpen }: NotePaperProps) {
  const editor = useEditor()
  const { id, type, meta, props } = shape
  const { richText, scale } = props
  const isLifted = useIsLifted(shape)
  const isSelected = useValue('selected alone', () => editor.getOnlySelectedShapeId() === id, [editor, id])
  const seat = useValue('seat of the writer', () => partyOf(editor, meta.party)?.seat, [editor, meta.party])
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
        {renderPlaintextFromRichText(editor, richText)}
      </span>
      {seat !== undefined && (
        <span className="note-mark">
          <PartyMark seat={seat} size={20} />
        </span>
      )}
    </div>
  )
}
