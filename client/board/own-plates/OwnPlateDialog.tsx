import { useMemo, useState } from 'react'
import type { Template } from '../../../shared/templates/schema.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { useTranslation } from '../../ui/i18n.ts'
import './own-plates.css'
import { OwnPlateForm } from './OwnPlateForm.tsx'
import type { PlateSource } from './plate-form.ts'

interface OwnPlateDialogProps {
  source: PlateSource
  onClose(): void
  /** The plate has been kept by the server. */
  onSaved(plate: Template): void
}

/** Makes a plate of the organisation's own, of what is drawn or of another plate. */
export default function OwnPlateDialog({ source, onClose, onSaved }: OwnPlateDialogProps) {
  const { t } = useTranslation('plates')
  const [isTouched, setTouched] = useState(false)
  const isEmpty = useMemo(() => 'drawing' in source && source.drawing.fields.length === 0, [source])
  return (
    <Dialog
      title={t('template' in source ? 'copyTitle' : 'title')}
      className={isEmpty ? undefined : 'own-plate'}
      onClose={onClose}
      unsent={isTouched}
      {...(!isEmpty && { description: t('purpose') })}
    >
      {isEmpty ? (
        <Empty title={t('none.title')} body={t('none.body')} />
      ) : (
        <OwnPlateForm source={source} onTouch={() => setTouched(true)} onSaved={onSaved} />
      )}
    </Dialog>
  )
}
