import { type FormEvent, useRef, useState } from 'react'
import { LIMITS } from '../../shared/limits.ts'
import { COVERS } from '../plates/covers.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { TextField } from '../ui/TextField.tsx'
import { KeyField } from './KeyField.tsx'
import { PlateChoice } from './PlateChoice.tsx'
import { useNewTable } from './use-new-table.ts'

/** Choose what lies on the table, give it a name, and go there. */
export function NewTable({ isOnline }: { isOnline: boolean }) {
  const { t, language: locale } = useTranslation(['home', 'common'])
  const [plates, setPlates] = useState<readonly string[]>(() => COVERS.slice(0, 1).map(({ id }) => id))
  const [title, setTitle] = useState('')
  const [isNameless, setNameless] = useState(false)
  const { make, isBusy, mishap, key } = useNewTable()
  const nameField = useRef<HTMLInputElement>(null)

  const lay = (event: FormEvent) => {
    event.preventDefault()
    const name = title.trim()
    setNameless(name === '')
    if (name === '') return nameField.current?.focus()
    void make({ title: name, templates: [...plates], locale })
  }

  return (
    <form className="new-table" onSubmit={lay} noValidate>
      <PlateChoice locale={locale} chosen={plates} onChoose={setPlates} />
      <div className="new-table-name">
        <TextField
          ref={nameField}
          label={t('new.name')}
          help={t('new.nameHelp')}
          error={isNameless ? t('new.nameMissing') : undefined}
          value={title}
          maxLength={LIMITS.titleChars}
          onChange={(next) => {
            setTitle(next)
            setNameless(false)
          }}
        />
        {key && <KeyField {...key} />}
        <Button
          type="submit"
          variant="primary"
          size="large"
          aria-busy={isBusy}
          reason={isOnline ? undefined : t('new.offline')}
        >
          {t(isBusy ? 'new.busy' : 'new.make')}
        </Button>
      </div>
      {mishap && <Banner sign="error">{t(`common:problem.${mishap}`)}</Banner>}
    </form>
  )
}
