import { type Editor, renderHtmlFromRichTextForMeasurement, type TLRichText, WeakCache } from 'tldraw'
import { NOTE_MAX_GROWTH, NOTE_SIZE, NOTE_TEXT, noteGrowth } from '../../../shared/records/note.ts'

const measured = new WeakCache<TLRichText, number>()

/** How many lines a text takes on a note of scale 1, as this browser sets it. */
export const linesOf = (editor: Editor, richText: TLRichText): number =>
  measured.get(richText, () => {
    const { h } = editor.textMeasure.measureHtml(renderHtmlFromRichTextForMeasurement(editor, richText), {
      fontFamily: 'var(--plate-font)',
      fontSize: NOTE_TEXT.size,
      fontWeight: String(NOTE_TEXT.weight),
      fontStyle: 'normal',
      lineHeight: NOTE_TEXT.line / NOTE_TEXT.size,
      maxWidth: NOTE_SIZE.w - NOTE_TEXT.padding * 2,
      padding: '0px',
    })
    return Math.max(1, Math.ceil(h / NOTE_TEXT.line - 0.1))
  })

/** How much a note grows with a text while it is not open. */
export const growthOf = (editor: Editor, richText: TLRichText): number =>
  Math.min(NOTE_MAX_GROWTH, noteGrowth(linesOf(editor, richText)))
