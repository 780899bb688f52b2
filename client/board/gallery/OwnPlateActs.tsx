import { useState } from 'react'
import type { Template } from '../../../shared/templates/schema.ts'
import { Button } from '../../ui/Button.tsx'
import { useTranslation } from '../../ui/i18n.ts'
import { inLanguage } from '../in-language.ts'
import { removePlate } from '../own-plates/own-plates.ts'
import { savePlateFile } from '../own-plates/plate-file.ts'

interface OwnPlateActsProps {
  template: Template
  onRemoved(): void
}

/** What can be done with an own plate besides laying it. */
export function OwnPlateActs({ template, onRemoved }: OwnPlateActsProps) {
  const { t, language } = useTranslation('plates')
  const [state, setState] = useState<'idle' | 'asks' | 'failed'>('idle')
  const remove = () => removePlate(template).then(onRemoved, () => setState('failed'))
  return (
    <div className="own-acts">
      <Button onClick={() => savePlateFile(template)}>{t('own.export')}</Button>
      {state === 'idle' ? (
        <Button variant="danger" onClick={() => setState('asks')}>
          {t('own.remove')}
        </Button>
      ) : (
        <fieldset className="own-remove" aria-label={t('own.remove')}>
          <p>
            <b>{t('own.removeTitle', { title: inLanguage(template.title, language) })}</b>
          </p>
          <p>{t('own.removeBody')}</p>
          {state === 'failed' && (
            <p className="gallery-failed" role="alert">
              {t('own.removeFailed')}
            </p>
          )}
          <div className="own-remove-acts">
            <Button variant="danger" onClick={() => void remove()}>
              {t('own.removeYes')}
            </Button>
            <Button onClick={() => setState('idle')}>{t('own.removeNo')}</Button>
          </div>
        </fieldset>
      )}
    </div>
  )
}
