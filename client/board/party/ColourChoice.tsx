import { useId } from 'react'
import type { DossierParty } from '../../../shared/api/dossier.ts'
import { lookOfSeat, PARTY_COLOURS } from '../../../shared/parties/seats.ts'
import { useTableValue } from '../../canvas/hooks.ts'
import type { Table } from '../../canvas/table.ts'
import { PartyMark } from '../../parties/PartyMark.tsx'
import { useTranslation } from '../../ui/i18n.ts'

interface ColourChoiceProps {
  table: Table
  party: DossierParty
  seat: number
  onChange(seat: number): void
}

/** Colour and mark come together with the seat, so that no two parties look alike: those that others have are not offered. */
export function ColourChoice({ table, party, seat, onChange }: ColourChoiceProps) {
  const { t } = useTranslation('dossier')
  const { parties } = useTableValue(table, 'dossier')
  const name = useId()
  const taken = new Set(parties.filter(({ id }) => id !== party.id).map((other) => other.seat))
  const all = PARTY_COLOURS.map((_, at) => at + 1)
  const seats = [...new Set([...all, party.seat])].filter((each) => !taken.has(each))
  return (
    <fieldset className="party-choice">
      <legend>{t('party.colour')}</legend>
      <div>
        {seats.map((each) => (
          <label key={each} data-chosen={each === seat || undefined} style={{ color: lookOfSeat(each).colour }}>
            <input
              type="radio"
              name={name}
              checked={each === seat}
              aria-label={t(`party.marks.${lookOfSeat(each).mark}`)}
              onChange={() => onChange(each)}
            />
            <PartyMark seat={each} size={26} />
          </label>
        ))}
      </div>
    </fieldset>
  )
}
