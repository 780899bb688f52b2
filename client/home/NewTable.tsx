import { type FormEvent, useRef, useState } from 'react'
import * as routes from '../../shared/api/routes.ts'
import { LIMITS } from '../../shared/limits.ts'
import { call, type Mishap, mishapOf } from '../net/api.ts'
import { COVERS } from '../plates/covers.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { TextField } from '../ui/TextField.tsx'
import { PlateChoice } from './PlateChoice.tsx'
import { rememberTable } from './recent-tables.ts'

/** Choose what lies on the table, give it a name, and go there. */
export function NewTable({ isOnline }: { isOnline: boolean }) {
  const { t, language: locale } = useTranslation(['home', 'common'])
  const [plates, setPlates] = useState<readonly string[]>(() => COVERS.slice(0, 1).map(({ id }) => id))
  const [title, setTitle] = useState('')
  const [key, setKey] = useState('')
  const [asksKey, setAsksKey] = useState(false)
  const [isNameless, setNameless] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [mishap, setMishap] = useState<Mishap | null>(null)
  const nameField = useRef<HTMLInputElement>(null)

  const make = async (event: FormEvent) => {
    event.preventDefault()
    const name = title.trim()
    setNameless(name === '')
    if (name === '') return nameField.current?.focus()
    if (isBusy) return
    setBusy(true)
    setMishap(null)
    try {
      const made = await call(routes.createBoard, {
        body: { title: name, templates: [...plates], locale },
        ...(asksKey && key && { bearer: key }),
      })
      rememberTable({ id: made.id, title: name, role: 'facilitator', at: Date.now(), template: plates[0] })
      window.location.assign(made.links.facilitator)
    } catch (error) {
      const why = mishapOf(error)
      // The first time it is a question, not a mistake.
      if (why === 'organiser-key-needed' && !asksKey) setAsksKey(true)
      else setMishap(why)
      setBusy(false)
    }
  }

  return (
    <form className="new-table" onSubmit={make} noValidate>
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
        {asksKey && (
          <TextField
            label={t('new.key')}
            help={t('new.keyHelp')}
            type="password"
            autoComplete="off"
            autoFocus
            value={key}
            onChange={setKey}
          />
        )}
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
