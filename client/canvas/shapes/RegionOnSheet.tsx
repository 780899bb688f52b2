import { Plus } from 'lucide-react'
import { HTMLContainer, stopEventPropagation, useEditor, useSvgExportContext, useValue } from 'tldraw'
import { isSentenceRegion, type RegionShape } from '../../../shared/records/region.ts'
import { useTranslation } from '../../ui/i18n.ts'
import { askFor } from '../asks.ts'
import { isSheet } from '../plate-parts.ts'
import { surroundingsOf } from '../plate-surroundings.ts'
import { lookOfRegion } from '../region-look.ts'
import { addNote } from '../table-actions.ts'
import { FromElsewhere } from './FromElsewhere.tsx'
import { readerLocale } from './party-of.ts'
import './region-on-sheet.css'
import { regionName } from './region-name.ts'
import { sentenceOf } from './sentence-of.ts'

/**
 * What a region adds to its sheet: words for those who listen, and a way in for them. The Tab key passes it by: the board
 * is one stop, and the camera would leave the focus out of sight. Who types has the same in the dossier and with K.
 */
export function RegionOnSheet({ shape }: { shape: RegionShape }) {
  const editor = useEditor()
  const locale = useValue('locale', () => readerLocale(editor), [editor])
  const mayWrite = !useValue('read only', () => editor.getIsReadonly(), [editor])
  const isExport = useSvgExportContext() !== null
  const isReadable = useValue(
    'readable',
    () => editor.getZoomLevel() >= READABLE_ZOOM && !editor.getCulledShapes().has(shape.id),
    [editor, shape.id],
  )
  const { kind, question } = shape.props
  const name = useValue('name of a region', () => regionName(editor, shape), [editor, shape])
  return (
    <HTMLContainer>
      <p className="visually-hidden">{[name, question[locale]].filter(Boolean).join('. ')}</p>
      {isSentenceRegion(kind) && <SharedSentence shape={shape} name={name} mayWrite={mayWrite && !isExport} />}
      {!isSentenceRegion(kind) && isReadable && <FromElsewhere shape={shape} />}
      {!isSentenceRegion(kind) && mayWrite && isReadable && !isExport && <FirstCard shape={shape} name={name} />}
    </HTMLContainer>
  )
}

/** Below this zoom no words can be read, and a button would be a speck. */
const READABLE_ZOOM = 0.25

interface PartProps {
  shape: RegionShape
  name: string
}

/** Read aloud as it stands on the plate; a screen reader gets here what a mouse has with a double click. */
function SharedSentence({ shape, name, mayWrite }: PartProps & { mayWrite: boolean }) {
  const editor = useEditor()
  const { t } = useTranslation('board')
  const text = useValue('sentence of a region', () => {
    const sheet = editor.getShape(shape.parentId)
    return isSheet(sheet) ? sentenceOf(editor, sheet.props.scope, shape.props.slot) : ''
  }, [editor, shape])
  return (
    <>
      <p className="visually-hidden" dir="auto">
        {text}
      </p>
      {mayWrite && (
        <button
          type="button"
          tabIndex={-1}
          className="region-write"
          aria-label={t('plate.write', { region: name })}
          onKeyDown={stopEventPropagation}
          onClick={() => askFor(editor, { to: 'write-sentence', regionId: shape.id })}
        />
      )}
    </>
  )
}

/** Invites to write in a field as long as nothing lies in it. */
function FirstCard({ shape, name }: PartProps) {
  const editor = useEditor()
  const { t } = useTranslation('board')
  const isEmpty = useValue('empty region', () => {
    const region = surroundingsOf(editor.store).regions.get().get(shape.id)
    return region?.answers.length === 0 && region.parties.length === 0 && region.elsewhere.parties.length === 0
  }, [editor, shape.id])
  const look = useValue('look of a region', () => lookOfRegion(editor, shape), [editor, shape])
  if (!isEmpty || !look?.invitation) return null
  const { invitation, tones } = look
  return (
    <button
      type="button"
      tabIndex={-1}
      className="region-first"
      style={{ left: invitation.x - shape.x, top: invitation.y - shape.y, color: tones.deep }}
      aria-label={t('plate.firstCardIn', { region: name })}
      onPointerDown={stopEventPropagation}
      onKeyDown={stopEventPropagation}
      onClick={() => addNote(editor, { regionId: shape.id })}
    >
      <Plus size={26} strokeWidth={2.2} aria-hidden="true" />
      {t('plate.firstCard')}
    </button>
  )
}
