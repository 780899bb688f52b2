import { Image } from 'lucide-react'
import { useMemo } from 'react'
import { coverOf } from '../../../shared/templates/cover.ts'
import type { Template } from '../../../shared/templates/schema.ts'
import { PLATE_ICONS } from '../../plates/plate-icons.ts'
import { Thumbnail } from '../../plates/Thumbnail.tsx'
import { useTranslation } from '../../ui/i18n.ts'
import { inLanguage } from '../in-language.ts'
import { coverOfAny } from './all-covers.ts'
import { rangeIn } from './range.ts'

interface PlateCardProps {
  template: Template
  isChosen: boolean
  onChoose(): void
}

/** A plate in the gallery: its small picture, its name, and what it is for. */
export function PlateCard({ template, isChosen, onChoose }: PlateCardProps) {
  const { t, language } = useTranslation('board')
  const cover = useMemo(() => coverOfAny(template.id) ?? coverOf(template), [template])
  return (
    <button type="button" className="gallery-card" aria-pressed={isChosen} onClick={onChoose}>
      <Thumbnail cover={cover} glyph={cover && PLATE_ICONS[cover.icon]} />
      <span className="gallery-name">{inLanguage(template.title, language)}</span>
      <span className="gallery-purpose">{inLanguage(template.purpose, language)}</span>
      <span className="gallery-facts">
        {t('gallery.minutes', { range: rangeIn(template.minutes) })}
        {template.isForResidents && (
          <span className="gallery-pictures">
            <Image size={15} strokeWidth={2} aria-hidden="true" />
            {t('gallery.littleText')}
          </span>
        )}
      </span>
    </button>
  )
}
