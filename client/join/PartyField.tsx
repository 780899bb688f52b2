import { type ComponentType, lazy, Suspense, useMemo } from 'react'
import type { PartyChoice } from '../../shared/api/invitations.ts'
import { LIMITS } from '../../shared/limits.ts'
import type { PartyTileProps } from '../parties/PartyTile.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { partyChoices } from './party-choice.ts'

/** What stands in the field: a party from the list, or a name that somebody types. */
export type PartyPick = { from: 'list'; value: string } | { from: 'own'; name: string }

const OWN = 'own name'

/** Thirty icons, fetched with the first choice. A picture that does not come keeps nobody from the table. */
const PartyTile = lazy<ComponentType<PartyTileProps>>(() =>
  import('../parties/PartyTile.tsx').then(
    ({ PartyTile }) => ({ default: PartyTile }),
    () => ({ default: () => null }),
  ),
)

interface PartyFieldProps {
  atTable: readonly PartyChoice[]
  pick: PartyPick
  onPick(pick: PartyPick): void
}

/** For whom one sits here. Who misses a name in the list types one in the same place. */
export function PartyField({ atTable, pick, onPick }: PartyFieldProps) {
  const { t, language } = useTranslation('join')
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
      lead={
        chosen && (
          <Suspense>
            <PartyTile icon={chosen.icon} seat={chosen.seat} />
          </Suspense>
        )
      }
      onChange={(value) => onPick(value === OWN ? { from: 'own', name: '' } : { from: 'list', value })}
    >
      <option value="">{t('party.none')}</option>
      {here.length > 0 && <optgroup label={t('party.here')}>{options(here)}</optgroup>}
      <optgroup label={t(here.length > 0 ? 'party.others' : 'party.list')}>{options(others)}</optgroup>
      <option value={OWN}>{t('party.ownOption')}</option>
    </SelectField>
  )
}
