import { useState } from 'react'
import type { Template } from '../../../shared/templates/schema.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useTranslation } from '../../ui/i18n.ts'
import { useToast } from '../../ui/Toast.tsx'
import { inLanguage } from '../in-language.ts'
import { OwnPlateForm } from './OwnPlateForm.tsx'
import './own-plates.css'
import { type PlateWish, sourceOf } from './plate-form.ts'

interface OwnPlateDialogProps {
  wish: PlateWish
  onClose(): void
  /** The plate has been kept by the server. */
  onSaved(plate: Template): void
}

/** Makes a plate of the organisation's own, of what is drawn or of another plate. */
export default function OwnPlateDialog({ wish, onClose, onSaved }: OwnPlateDialogProps) {
  const { t, language } = useTranslation('plates')
  const toast = useToast()
  const [isTouched, setTouched] = useState(false)
  const [source] = useState(() => sourceOf(wish))
  const isEmpty = 'drawing' in source && source.drawing.fields.length === 0
  const saved = (plate: Template) => {
    toast(t('saved', { title: inLanguage(plate.title, language) }))
    onSaved(plate)
  }
  if (isEmpty) {
    return (
      <Dialog title={t('title')} onClose={onClose}>
        <Empty title={t('none.title')} body={t('none.body')} />
      </Dialog>
    )
  }
  return (
    <Dialog
      title={t('template' in source ? 'copyTitle' : 'title')}
      description={t('purpose')}
      className="own-plate"
      onClose={onClose}
      unsent={isTouched}
    >
      <OwnPlateForm source={source} onTouch={() => setTouched(true)} onSaved={saved} />
    </Dialog>
  )
}
