import { type FormEvent, useId, useState } from 'react'
import type { RegionAnswers } from '../../shared/api/dossier.ts'
import { useTableValue } from '../canvas/hooks.ts'
import type { Table } from '../canvas/table.ts'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { Overlay } from './Overlay.tsx'
import './sentence-dialog.css'
import { inLanguage } from './in-language.ts'

/** What fits a hub at the smallest letter that may be used there. */
const SENTENCE_CHARS = 160

interface SentenceDialogProps {
  table: Table
  /** The region whose shared sentence is written; the dialog is shut while there is none. */
  regionId: string | null
  onClose(): void
}

/** Writes the sentence that all plates of one scope share. */
export function SentenceDialog({ table, regionId, onClose }: SentenceDialogProps) {
  const { regions } = useTableValue(table, 'dossier')
  const rights = useTableValue(table, 'rights')
  const region = regions.find((each) => each.regionId === regionId && each.sentence !== null)
  if (region === undefined || !rights.changeAll) return null
  return <SentenceForm key={region.regionId} table={table} region={region} onClose={onClose} />
}

interface SentenceFormProps {
  table: Table
  region: RegionAnswers
  onClose(): void
}

function SentenceForm({ table, region, onClose }: SentenceFormProps) {
  const { t, language } = useTranslation('dossier')
  const theirs = region.sentence ?? ''
  const [before, setBefore] = useState(theirs)
  const [text, setText] = useState(theirs)
  const field = useId()
  const question = inLanguage(region.question, language)
  // While nothing is written here, the field follows the others.
  if (theirs !== before && text === before) {
    setBefore(theirs)
    setText(theirs)
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== theirs) table.setSentence({ scope: region.scope, slot: region.slot, text: text.trim() })
    onClose()
  }
  return (
    <Overlay title={inLanguage(region.label, language)} onClose={onClose} unsent={text !== before}>
      <form className="sentence" onSubmit={save}>
        <label htmlFor={field}>{question === '' ? t('sentence.label') : question}</label>
        <p id={`${field}-help`}>{t('sentence.help')}</p>
        <textarea
          data-first-focus
          id={field}
          dir="auto"
          rows={4}
          maxLength={SENTENCE_CHARS}
          value={text}
          aria-describedby={`${field}-help ${field}-left`}
          onChange={(event) => setText(event.target.value)}
        />
        <p id={`${field}-left`} className="sentence-left">
          {t('sentence.left', { count: SENTENCE_CHARS - text.length })}
        </p>
        {theirs !== before && (
          <div className="sentence-theirs" role="status">
            <p>{t('sentence.changed')}</p>
            <p dir="auto">
              <b>{theirs}</b>
            </p>
            <Button
              size="small"
              onClick={() => {
                setBefore(theirs)
                setText(theirs)
              }}
            >
              {t('sentence.takeTheirs')}
            </Button>
          </div>
        )}
        <Button type="submit" variant="primary" size="large">
          {t('sentence.save')}
        </Button>
      </form>
    </Overlay>
  )
}
