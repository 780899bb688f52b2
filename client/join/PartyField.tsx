import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Locale } from '../../shared/api/boards.ts'
import type { PartyChoice } from '../../shared/api/invitations.ts'
import { LIMITS } from '../../shared/limits.ts'
import { PartyTile } from '../parties/PartyTile.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { partyChoices } from './party-choice.ts'

/** What stands in the field: a party from the list, or a name that somebody types. */
export type PartyPick = { from: 'list'; value: string } | { from: 'own'; name: string }

const OWN = 'own name'

interface PartyFieldProps {
  atTable: readonly PartyChoice[]
  pick: PartyPick
  onPick(pick: PartyPick): void
}

/** For whom one sits here. Who misses a name in the list types one in the same place. */
export function PartyField({ atTable, pick, onPick }: PartyFieldProps) {
  const { t, i18n } = useTranslation('join')
  const language: Locale = i18n.resolvedLanguage === 'en' ? 'en' : 'nl'
  const { here, others } = useMemo(() => partyChoices(atTable, language), [atTable, language])
  if (pick.from === 'own') {
    return (
      <div>
        <TextField
          label={t('party.own')}
          help={t('party.help')}
          value={pick.name}
          maxLength={LIMITS.partyNameChars}
          autoComplete="organization"
          autoFocus
          onChange={(name) => onPick({ from: 'own', name })}
        />
        <button type="button" className="join-link" onClick={() => onPick({ from: 'list', value: '' })}>
          {t('party.backToList')}
        </button>
      </div>
    )
  }
  const chosen = [...here, ...others].find(({ value }) => value === pick.value)
  const options = (choices: typeof here) =>
    choices.map(({ value, name }) => (
      <option key={value} value={value}>
        {name}
      </option>
    ))
  return (
    <SelectField
      label={t('party.label')}
      help={t('party.help')}
      value={pick.value}
      lead={chosen && <PartyTile icon={chosen.icon} seat={chosen.seat} />}
      onChange={(value) => onPick(value === OWN ? { from: 'own', name: '' } : { from: 'list', value })}
    >
      <option value="">{t('party.none')}</option>
      {here.length > 0 && <optgroup label={t('party.here')}>{options(here)}</optgroup>}
      <optgroup label={t(here.length > 0 ? 'party.others' : 'party.list')}>{options(others)}</optgroup>
      <option value={OWN}>{t('party.ownOption')}</option>
    </SelectField>
  )
}
