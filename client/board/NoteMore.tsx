import { type FormEvent, useId, useState } from 'react'
import type { DossierParty } from '../../shared/api/dossier.ts'
import { withoutSoftHyphens } from '../../shared/i18n/soft-hyphens.ts'
import { partyName } from '../../shared/parties/party-name.ts'
import { DETAIL_CHARS, detailsFor, type NoteDetails } from '../../shared/records/note-details.ts'
import { INTEREST_SORTS, type InterestSort } from '../../shared/records/note-kind.ts'
import { useTableValue } from '../canvas/hooks.ts'
import type { ChosenNotes, Table } from '../canvas/table.ts'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { SelectField } from '../ui/SelectField.tsx'
import { TextField } from '../ui/TextField.tsx'
import './note-more.css'
import { Overlay } from './Overlay.tsx'

interface NoteMoreProps {
  table: Table
  chosen: ChosenNotes
  onClose(): void
}

/** Tells more of one note: whose interest, from where, by whom and when. What is left empty is told no longer. */
export function NoteMore({ table, chosen, onClose }: NoteMoreProps) {
  const { t, language } = useTranslation('board')
  const { parties } = useTableValue(table, 'dossier')
  const [{ ids, kind, details: before }] = useState(chosen)
  const nameOf = (party: DossierParty) => withoutSoftHyphens(partyName(party, language))
  const [sort, setSort] = useState<string>(before.sort ?? '')
  const [source, setSource] = useState(before.source ?? '')
  const [owner, setOwner] = useState(() => {
    const party = parties.find(({ id }) => id === before.owner)
    return party ? nameOf(party) : (before.owner ?? '')
  })
  const [due, setDue] = useState(before.due ?? '')
  const list = useId()
  const isChanged = useChanged([sort, source, owner, due].join('\n'))
  const wanted = kind === null ? [] : detailsFor(kind)

  const save = (event: FormEvent) => {
    event.preventDefault()
    const party = parties.find((each) => nameOf(each).toLowerCase() === owner.trim().toLowerCase())
    const all: NoteDetails = {
      sort: INTEREST_SORTS.find((each): each is InterestSort => each === sort),
      source: source.trim() || undefined,
      // A party goes by its record, so that everybody reads its name of that day in their own language.
      owner: party?.id ?? (owner.trim() || undefined),
      due: due || undefined,
    }
    const [id] = ids
    if (id !== undefined) table.tellMore(id, Object.fromEntries(wanted.map((name) => [name, all[name]])))
    onClose()
  }
  return (
    <Overlay title={t('noteMore.title')} onClose={onClose} unsent={isChanged}>
      <form className="note-more" onSubmit={save} noValidate>
        {wanted.includes('sort') && (
          <SelectField label={t('noteMore.sort')} value={sort} onChange={setSort} data-first-focus>
            <option value="">{t('noteMore.noSort')}</option>
            {INTEREST_SORTS.map((each) => (
              <option key={each} value={each}>
                {t(`sort.${each}`)}
              </option>
            ))}
          </SelectField>
        )}
        {wanted.includes('source') && (
          <TextField
            label={t('noteMore.source')}
            help={t('noteMore.sourceHelp')}
            value={source}
            onChange={setSource}
            maxLength={DETAIL_CHARS.source}
            dir="auto"
            data-first-focus
          />
        )}
        {wanted.includes('owner') && (
          <>
            <TextField
              label={t('noteMore.owner')}
              help={t('noteMore.ownerHelp')}
              value={owner}
              onChange={setOwner}
              maxLength={DETAIL_CHARS.owner}
              list={list}
              dir="auto"
              data-first-focus
            />
            <datalist id={list}>
              {parties.map((party) => (
                <option key={party.id} value={nameOf(party)} />
              ))}
            </datalist>
          </>
        )}
        {wanted.includes('due') && (
          <TextField
            label={t('noteMore.due')}
            type="date"
            min="2000-01-01"
            max="2099-12-31"
            value={due}
            onChange={setDue}
          />
        )}
        <Button type="submit" variant="primary" size="large">
          {t('noteMore.save')}
        </Button>
      </form>
    </Overlay>
  )
}

/** Whether something is no longer what it was when it first came. */
function useChanged(value: string): boolean {
  const [first] = useState(value)
  return value !== first
}
