import { useId } from 'react'
import { lookOfSeat } from '../../../shared/parties/seats.ts'
import { PARTY_ICON_NAMES, partyIcon } from '../../parties/party-icons.ts'
import { useTranslation } from '../../ui/i18n.ts'

interface IconChoiceProps {
  icon: string
  seat: number
  onChange(icon: string): void
}

/** The picture of a party, out of those that cards can show. */
export function IconChoice({ icon, seat, onChange }: IconChoiceProps) {
  const { t } = useTranslation('dossier')
  const name = useId()
  const { colour } = lookOfSeat(seat)
  return (
    <fieldset className="party-choice">
      <legend>{t('party.icon')}</legend>
      <div>
        {PARTY_ICON_NAMES.map((each) => {
          const Icon = partyIcon(each)
          return (
            <label key={each} style={each === icon ? { backgroundColor: colour, color: '#fff' } : undefined}>
              <input
                type="radio"
                name={name}
                checked={each === icon}
                aria-label={t(`party.icons.${each}`)}
                onChange={() => onChange(each)}
              />
              <Icon size={26} strokeWidth={1.9} aria-hidden="true" />
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
