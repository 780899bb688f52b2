import { Check, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Locale } from '../../shared/api/boards.ts'
import { Thumbnail } from '../plates/Thumbnail.tsx'
import { TEMPLATES } from '../plates/templates.ts'
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
      {TEMPLATES.map(({ id, title }) => (
        <Card
          key={id}
          isChosen={chosen.includes(id)}
          name={title[locale]}
          picture={<Thumbnail template={id} />}
          onToggle={(on) => onChoose(on ? [...chosen, id] : chosen.filter((other) => other !== id))}
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
