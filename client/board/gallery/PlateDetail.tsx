import { BookOpen, ChevronLeft, Clock, Image, Link2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { isOwn } from '../../../shared/templates/own-id.ts'
import type { Template } from '../../../shared/templates/schema.ts'
import { TEMPLATES } from '../../plates/all-templates.ts'
import { EmptyPlate } from '../../plates/EmptyPlate.tsx'
import { PICTURES_CREDIT, PICTURES_LICENCE } from '../../plates/pictograms/credit.ts'
import { Button } from '../../ui/Button.tsx'
import { useTranslation } from '../../ui/i18n.ts'
import { inLanguage } from '../in-language.ts'
import { alsoFilled } from './also-filled.ts'
import { OwnPlateActs } from './OwnPlateActs.tsx'
import { rangeIn } from './range.ts'

interface PlateDetailProps {
  template: Template
  /** Fails when the server does not take it. */
  onLay(): Promise<void>
  /** Makes an own plate of it. */
  onCopy(): void
  /** An own plate is off the list. */
  onRemoved(): void
  onBack(): void
}

const MOST_OTHERS = 5

/** What one plate is for and what it takes, with the button that lays it. */
export function PlateDetail({ template, onLay, onCopy, onRemoved, onBack }: PlateDetailProps) {
  const { t, language } = useTranslation(['board', 'plates'])
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const others = useMemo(() => alsoFilled(template, TEMPLATES), [template])
  const lay = async () => {
    if (state === 'busy') return
    setState('busy')
    try {
      await onLay()
    } catch {
      setState('failed')
    }
  }
  return (
    <section className="gallery-detail" aria-labelledby="gallery-plate">
      <Button variant="quiet" className="gallery-back" onClick={onBack}>
        <ChevronLeft size={20} strokeWidth={1.9} aria-hidden="true" />
        {t('gallery.back')}
      </Button>
      <div className="gallery-figure">
        <EmptyPlate template={template} locale={language} />
      </div>
      <h3 id="gallery-plate">{inLanguage(template.title, language)}</h3>
      <p>{inLanguage(template.help, language)}</p>
      <ul className="gallery-about">
        <li>
          <Clock size={18} strokeWidth={1.9} aria-hidden="true" />
          {t('gallery.takes', { minutes: rangeIn(template.minutes), people: rangeIn(template.people) })}
        </li>
        {template.isForResidents && (
          <li>
            <Image size={18} strokeWidth={1.9} aria-hidden="true" />
            <span>
              {t('gallery.withPictures')}.{' '}
              <a href={PICTURES_LICENCE} rel="license noreferrer" target="_blank">
                {inLanguage(PICTURES_CREDIT, language)}
              </a>
            </span>
          </li>
        )}
        {others.length > 0 && (
          <li>
            <Link2 size={18} strokeWidth={1.9} aria-hidden="true" />
            {t('gallery.alsoFills', {
              plates: others
                .slice(0, MOST_OTHERS)
                .map(({ title }) => inLanguage(title, language))
                .join(', '),
            })}
          </li>
        )}
        <li>
          <BookOpen size={18} strokeWidth={1.9} aria-hidden="true" />
          <span>
            {inLanguage(template.source, language)}
            {template.isReconstruction && `. ${t('gallery.reconstruction')}`}
          </span>
        </li>
      </ul>
      {state === 'failed' && (
        <p className="gallery-failed" role="alert">
          {t('plates.addFailed')}
        </p>
      )}
      <Button variant="primary" aria-disabled={state === 'busy'} onClick={() => void lay()}>
        {t(state === 'busy' ? 'gallery.laying' : 'gallery.lay')}
      </Button>
      <Button className="gallery-copy" onClick={onCopy}>
        {t('plates:own.copy')}
      </Button>
      {isOwn(template) && <OwnPlateActs template={template} onRemoved={onRemoved} />}
    </section>
  )
}
