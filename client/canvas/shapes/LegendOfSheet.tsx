import { useEditor, useValue } from 'tldraw'
import type { SheetShape } from '../../../shared/records/sheet.ts'
import { RelationLegend } from '../../plates/relations/RelationLegend.tsx'
import { useTranslation } from '../../ui/i18n.ts'
import { surroundingsOf } from '../plate-surroundings.ts'

/** The legend of the relations on a sheet; nothing where there are none. */
export function LegendOfSheet({ shape: { id, props } }: { shape: SheetShape }) {
  const editor = useEditor()
  // A plate that had to wait for a word would take the whole canvas away meanwhile.
  const { t, isReady } = useTranslation('board', { waits: false })
  const kinds = useValue('relations on a sheet', () => surroundingsOf(editor.store).relationKinds.get().get(id), [
    editor,
    id,
  ])
  if (!kinds || !isReady) return null
  return <RelationLegend kinds={kinds} width={props.w} wordOf={(kind) => t(`relation.${kind}`)} />
}
