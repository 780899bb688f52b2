import { type FormEvent, useState } from 'react'
import type { DossierParty } from '../../../shared/api/dossier.ts'
import { withoutSoftHyphens } from '../../../shared/i18n/soft-hyphens.ts'
import { LIMITS } from '../../../shared/limits.ts'
import { partyName } from '../../../shared/parties/party-name.ts'
import { LEVELS, TRIO } from '../../../shared/records/party-parts.ts'
import { useTableValue } from '../../canvas/hooks.ts'
import type { PartyChanges, Table } from '../../canvas/table.ts'
import { Button } from '../../ui/Button.tsx'
import { useTranslation } from '../../ui/i18n.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Overlay } from '../Overlay.tsx'
import { ColourChoice } from './ColourChoice.tsx'
import { IconChoice } from './IconChoice.tsx'
import './party-dialog.css'
import { RemoveParty } from './RemoveParty.tsx'

interface PartyDialogProps {
  table: Table
  partyId: string
  onClose(): void
}

/** All that can be said of one party. It closes when somebody takes the party from the table meanwhile. */
export function PartyDialog({ table, partyId, onClose }: PartyDialogProps) {
  const { parties } = useTableValue(table, 'dossier')
  const [isRemoving, setRemoving] = useState(false)
  const party = parties.find(({ id }) => id === partyId)
  if (!party) return null
  return isRemoving ? (
    <RemoveParty table={table} party={party} onBack={() => setRemoving(false)} onClose={onClose} />
  ) : (
    <PartyForm table={table} party={party} onRemove={() => setRemoving(true)} onClose={onClose} />
  )
}

interface PartyFormProps {
  table: Table
  party: DossierParty
  onRemove(): void
  onClose(): void
}

const MANDATES = { unknown: null, yes: true, no: false } as const
type Mandate = keyof typeof MANDATES

function PartyForm({ table, party, onRemove, onClose }: PartyFormProps) {
  const { t, language } = useTranslation('dossier')
  const rights = useTableValue(table, 'rights')
  const called = withoutSoftHyphens(partyName(party, language))
  const [name, setName] = useState(called)
  const [changes, setChanges] = useState<PartyChanges>({})
  const [isMissing, setMissing] = useState(false)
  const now = { ...party, ...changes }
  const change = (more: PartyChanges) => setChanges({ ...changes, ...more })
  const mandate = (Object.keys(MANDATES) as Mandate[]).find((key) => MANDATES[key] === now.mandate) ?? 'unknown'

  const save = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return setMissing(true)
    const all = { ...changes, ...(name.trim() !== called && { name: name.trim() }) }
    if (Object.keys(all).length > 0) table.changeParty(party.id, all)
    onClose()
  }
  const isChanged = name !== called || Object.keys(changes).length > 0
  return (
    <Overlay title={called} onClose={onClose} unsent={isChanged}>
      <form className="party-form" onSubmit={save} noValidate>
        <p className="party-form-note">{t('party.everywhere')}</p>
        <TextField
          data-first-focus
          label={t('party.name')}
          value={name}
          maxLength={LIMITS.partyNameChars}
          error={isMissing && name.trim() === '' ? t('addParty.ownNeeded') : undefined}
          onChange={setName}
        />
        <IconChoice icon={now.icon} seat={now.seat} onChange={(icon) => change({ icon })} />
        <ColourChoice table={table} party={party} seat={now.seat} onChange={(seat) => change({ seat })} />
        <fieldset className="party-levels">
          <legend>{t('party.levels')}</legend>
          {LEVELS.map((level) => (
            <label key={level}>
              <input
                type="checkbox"
                checked={now.levels.includes(level)}
                onChange={(event) =>
                  change({
                    levels: LEVELS.filter((each) =>
                      each === level ? event.target.checked : now.levels.includes(each),
                    ),
                  })
                }
              />
              <span>
                <b>{t(`party.level.${level}`)}</b> {t(`party.levelHelp.${level}`)}
              </span>
            </label>
          ))}
        </fieldset>
        <SelectField
          label={t('party.mandate')}
          value={mandate}
          onChange={(value) => change({ mandate: MANDATES[value as Mandate] })}
        >
          {(Object.keys(MANDATES) as Mandate[]).map((key) => (
            <option key={key} value={key}>
              {t(`party.mandates.${key}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('party.trio')}
          help={t('party.trioHelp')}
          value={now.trio ?? ''}
          onChange={(value) => change({ trio: TRIO.find((role) => role === value) ?? null })}
        >
          <option value="">{t('party.noTrio')}</option>
          {TRIO.map((role) => (
            <option key={role} value={role}>
              {t(`party.trios.${role}`)}
            </option>
          ))}
        </SelectField>
        <div className="party-form-foot">
          <Button type="submit" variant="primary" size="large">
            {t('party.save')}
          </Button>
          {rights.deleteAll && (
            <Button variant="danger" onClick={onRemove}>
              {t('party.remove')}
            </Button>
          )}
        </div>
      </form>
    </Overlay>
  )
}
