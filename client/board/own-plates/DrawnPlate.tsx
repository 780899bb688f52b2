import { useMemo } from 'react'
import type { DrawnThing } from '../../canvas/table.ts'
import { useTranslation } from '../../ui/i18n.ts'
import { useToast } from '../../ui/Toast.tsx'
import { inLanguage } from '../in-language.ts'
import { drawingOf } from './from-drawing.ts'
import OwnPlateDialog from './OwnPlateDialog.tsx'

/** Makes an own plate of what was selected when this opened. */
export default function DrawnPlate({ things, onClose }: { things: readonly DrawnThing[]; onClose(): void }) {
  const { t, language } = useTranslation('plates')
  const toast = useToast()
  const source = useMemo(() => ({ drawing: drawingOf(things) }), [things])
  return (
    <OwnPlateDialog
      source={source}
      onClose={onClose}
      onSaved={({ title }) => {
        toast(t('saved', { title: inLanguage(title, language) }))
        onClose()
      }}
    />
  )
}
