import { type FormEvent, useId, useRef, useState } from 'react'
import { partyName } from '../../shared/parties/party-name.ts'
import { useTableValue } from '../canvas/hooks.ts'
import type { Table } from '../canvas/table.ts'
import { PartyTile } from '../parties/PartyTile.tsx'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import './new-note.css'
import { WithBold } from '../ui/WithBold.tsx'
import { Overlay } from './Overlay.tsx'
import { RegionSelect } from './RegionSelect.tsx'
import { regionLabels } from './region-choices.ts'
import { useRegionWords } from './use-region-words.ts'

/** A card is read from across a table; longer thoughts are more cards. */
const NOTE_CHARS = 280

interface NewNoteProps {
  table: Table
  /** The region that is chosen to begin with, or empty for none. */
  regionId: string
  onClose(): void
  /** Says in words where the card lies now. */
  onLaid(message: string): void
}

/** Writes a card and lays it in a region, without a pointer and without seeing the board. */
export function NewNote({ table, regionId, onClose, onLaid }: NewNoteProps) {
  const { t, language } = useTranslation('board')
  const [text, setText] = useState('')
  const [region, setRegion] = useState(regionId)
  const [isMissing, setMissing] = useState(false)
  const field = useId()
  const paper = useRef<HTMLTextAreaElement>(null)
  const { parties } = useTableValue(table, 'dossier')
  const sheets = useTableValue(table, 'sheets')
  const words = useRegionWords(table)
  const own = parties.find((party) => party.id === table.board.party)

  const lay = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') {
      setMissing(true)
      paper.current?.focus()
      return
    }
    table.addNote({ text: text.trim(), ...(region === '' ? {} : { regionId: region }) })
    const sheet = sheets.find(({ regions }) => regions.some(({ id }) => id === region))
    const label = sheet && regionLabels(sheet.regions, words).get(region)
    onLaid(label === undefined ? t('note.laidLoose') : t('note.laid', { region: label }))
    onClose()
  }
  return (
    <Overlay title={t('note.title')} onClose={onClose} unsent={text.trim() !== ''}>
      <form className="new-note" onSubmit={lay} noValidate>
        <label htmlFor={field}>{t('note.text')}</label>
        {isMissing && text.trim() === '' && (
          <p className="new-note-missing" id={`${field}-missing`}>
            {t('note.empty')}
          </p>
        )}
        <textarea
          ref={paper}
          data-first-focus
          id={field}
          className="new-note-paper"
          dir="auto"
          rows={4}
          maxLength={NOTE_CHARS}
          value={text}
          aria-invalid={isMissing && text.trim() === ''}
          aria-describedby={isMissing ? `${field}-missing` : undefined}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) lay(event)
          }}
        />
        <RegionSelect
          table={table}
          label={t('note.region')}
          anywhere={t('note.anywhere')}
          value={region}
          onChange={setRegion}
        />
        <p className="new-note-party">
          {own ? (
            <>
              <PartyTile icon={own.icon} seat={own.seat} />
              <span>
                <WithBold text={t('note.onBehalf', { party: partyName(own, language) })} />
              </span>
            </>
          ) : (
            t('note.forNobody')
          )}
        </p>
        <Button type="submit" variant="accent" size="large" wide>
          {t('note.lay')}
        </Button>
      </form>
    </Overlay>
  )
}
