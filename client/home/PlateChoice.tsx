import { Check, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Locale } from '../../shared/api/boards.ts'
import { COVERS, glyphOf } from '../plates/covers.ts'
import { Thumbnail } from '../plates/Thumbnail.tsx'
import { useTranslation } from '../ui/i18n.ts'
import './plate-choice.css'

interface PlateChoiceProps {
  locale: Locale
  chosen: readonly string[]
  onChoose(chosen: readonly string[]): void
}

/** One plate, more, or none: then the table is empty. */
export function PlateChoice({ locale, chosen, onChoose }: PlateChoiceProps) {
  const { t } = useTranslation('home')
  return (
    <fieldset className="plate-choice">
      <legend>{t('new.plates')}</legend>
      {COVERS.map((cover) => (
        <Card
          key={cover.id}
          isChosen={chosen.includes(cover.id)}
          name={cover.title[locale]}
          picture={<Thumbnail cover={cover} glyph={glyphOf(cover)} />}
          onToggle={(on) => onChoose(on ? [...chosen, cover.id] : chosen.filter((other) => other !== cover.id))}
        />
      ))}
      <Card
        isChosen={chosen.length === 0}
        name={t('new.empty')}
        picture={<Plus className="plate-card-plus" size={28} strokeWidth={1.9} aria-hidden="true" />}
        onToggle={() => onChoose([])}
      />
    </fieldset>
  )
}

interface CardProps {
  isChosen: boolean
  name: string
  picture: ReactNode
  onToggle(on: boolean): void
}

function Card({ isChosen, name, picture, onToggle }: CardProps) {
  return (
    <label className="plate-card">
      <input type="checkbox" checked={isChosen} onChange={(event) => onToggle(event.target.checked)} />
      <span className="plate-card-picture" aria-hidden="true">
        {picture}
      </span>
      <span className="plate-card-name">{name}</span>
      <Check className="plate-card-check" size={16} strokeWidth={3} aria-hidden="true" />
    </label>
  )
}
