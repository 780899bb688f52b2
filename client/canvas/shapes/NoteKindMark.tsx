import { useEditor, useSvgExportContext, useValue } from 'tldraw'
import type { NoteKind } from '../../../shared/records/note-kind.ts'
import { KindIcon } from '../../notes/KindIcon.tsx'
import { useTranslation } from '../../ui/i18n.ts'
import { KIND_WORD_ZOOM } from './kind-word.ts'

/** What a note is, at its foot: a sign, and near enough to be read its word, which is always spoken. */
export function NoteKindMark({ kind }: { kind: NoteKind }) {
  const editor = useEditor()
  const { t } = useTranslation('board', { waits: false })
  const isExport = useSvgExportContext() !== null
  const isNear = useValue('near enough for words', () => editor.getZoomLevel() >= KIND_WORD_ZOOM, [editor])
  if (kind === 'note') return null
  return (
    <span className="note-kind">
      <KindIcon kind={kind} />
      <span className={isNear || isExport ? undefined : 'visually-hidden'}>{t(`kind.${kind}`)}</span>
    </span>
  )
}
