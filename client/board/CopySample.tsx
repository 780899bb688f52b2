import { type FormEvent, useRef, useState } from 'react'
import type { Locale } from '../../shared/api/boards.ts'
import { LIMITS } from '../../shared/limits.ts'
import { KeyField } from '../home/KeyField.tsx'
import { useNewTable } from '../home/use-new-table.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { TextField } from '../ui/TextField.tsx'
import { Overlay } from './Overlay.tsx'
import './copy-sample.css'

/** Makes a table of one's own with all that lies on the sample. */
export function CopySample({ locale, onClose }: { locale: Locale; onClose(): void }) {
  const { t } = useTranslation(['board', 'home', 'common'])
  const [title, setTitle] = useState('')
  const [isNameless, setNameless] = useState(false)
  const { make, isBusy, mishap, key } = useNewTable()
  const nameField = useRef<HTMLInputElement>(null)

  const copy = (event: FormEvent) => {
    event.preventDefault()
    const name = title.trim()
    setNameless(name === '')
    if (name === '') return nameField.current?.focus()
    void make({ title: name, from: 'sample', locale })
  }
  return (
    <Overlay title={t('sample.copy')} onClose={onClose} unsent={title.trim() !== ''}>
      <form className="copy-sample" onSubmit={copy} noValidate>
        <p>{t('sample.purpose')}</p>
        <TextField
          ref={nameField}
          label={t('home:new.name')}
          error={isNameless ? t('home:new.nameMissing') : undefined}
          value={title}
          maxLength={LIMITS.titleChars}
          onChange={(next) => {
            setTitle(next)
            setNameless(false)
          }}
        />
        {key && <KeyField {...key} />}
        <Button type="submit" variant="primary" wide aria-busy={isBusy}>
          {t(isBusy ? 'home:new.busy' : 'sample.make')}
        </Button>
        {mishap && <Banner sign="error">{t(`common:problem.${mishap}`)}</Banner>}
      </form>
    </Overlay>
  )
}
