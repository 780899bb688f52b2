import { type FormEvent, useState } from 'react'
import { withoutSoftHyphens } from '../../shared/i18n/soft-hyphens.ts'
import { LIMITS } from '../../shared/limits.ts'
import { PARTY_PALETTE } from '../../shared/parties/palette.ts'
import { partyName } from '../../shared/parties/party-name.ts'
import { useTableValue } from '../canvas/hooks.ts'
import type { Table } from '../canvas/table.ts'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import './add-party.css'
import { Overlay } from './Overlay.tsx'
import { RegionSelect } from './RegionSelect.tsx'

/** Stands in the list for a party that is in neither the table nor the palette. */
const OWN = 'own'

interface AddPartyProps {
  table: Table
  /** The party that is chosen to begin with, by id. */
  partyId?: string
  onClose(): void
}

/** Lays the card of a party: one of the table, one of the palette, or one that the reader names. */
export function AddParty({ table, partyId, onClose }: AddPartyProps) {
  const { t, language: locale } = useTranslation('dossier')
  const { parties } = useTableValue(table, 'dossier')
  const fresh = PARTY_PALETTE.filter(({ key }) => !parties.some(({ kind }) => kind === key))
  const [choice, setChoice] = useState(partyId ?? fresh[0]?.key ?? OWN)
  const [name, setName] = useState('')
  const [region, setRegion] = useState('')
  const [isMissing, setMissing] = useState(false)

  const lay = (event: FormEvent) => {
    event.preventDefault()
    const party = choice === OWN ? name.trim() : choice
    if (party === '') return setMissing(true)
    table.addParty({ party, ...(region === '' ? {} : { regionId: region }) })
    onClose()
  }
  return (
    <Overlay title={t('addParty.title')} onClose={onClose}>
      <form className="add-party" onSubmit={lay} noValidate>
        <SelectField label={t('addParty.which')} value={choice} onChange={setChoice}>
          <option value={OWN}>{t('addParty.own')}</option>
          <optgroup label={t('addParty.palette')}>
            {fresh.map((party) => (
              <option key={party.key} value={party.key}>
                {withoutSoftHyphens(party.name[locale])}
              </option>
            ))}
          </optgroup>
          {parties.length > 0 && (
            <optgroup label={t('addParty.onTable')}>
              {parties.map((party) => (
                <option key={party.id} value={party.id}>
                  {withoutSoftHyphens(partyName(party, locale))}
                </option>
              ))}
            </optgroup>
          )}
        </SelectField>
        {choice === OWN && (
          <TextField
            label={t('addParty.ownName')}
            value={name}
            maxLength={LIMITS.partyNameChars}
            error={isMissing && name.trim() === '' ? t('addParty.ownNeeded') : undefined}
            onChange={setName}
          />
        )}
        <RegionSelect
          table={table}
          label={t('addParty.region')}
          anywhere={t('addParty.anywhere')}
          value={region}
          onChange={setRegion}
        />
        <Button type="submit" variant="primary" size="large">
          {t('addParty.lay')}
        </Button>
      </form>
    </Overlay>
  )
}
