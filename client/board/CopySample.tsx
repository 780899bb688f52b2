import type { FormEvent } from 'react'
import type { Locale } from '../../shared/api/boards.ts'
import { KeyField } from '../home/KeyField.tsx'
import { useNewTable } from '../home/use-new-table.ts'
import { useTableName } from '../home/use-table-name.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { TextField } from '../ui/TextField.tsx'
import { Overlay } from './Overlay.tsx'
import './copy-sample.css'

/** Makes a table of one's own with all that lies on the sample. */
export function CopySample({ locale, onClose }: { locale: Locale; onClose(): void }) {
  const { t } = useTranslation(['board', 'home', 'common'])
  const name = useTableName()
  const { make, isBusy, mishap, key } = useNewTable()

  const copy = (event: FormEvent) => {
    event.preventDefault()
    const title = name.ask()
    if (title) void make({ title, from: 'sample', locale })
  }
  return (
    <Overlay title={t('sample.copy')} onClose={onClose} unsent={name.field.value.trim() !== ''}>
      <form className="copy-sample" onSubmit={copy} noValidate>
        <p>{t('sample.purpose')}</p>
        <TextField {...name.field} />
        {key && <KeyField {...key} />}
        <Button type="submit" variant="primary" wide aria-busy={isBusy}>
          {t(isBusy ? 'home:new.busy' : 'sample.make')}
        </Button>
        {mishap && <Banner sign="error">{t(`common:problem.${mishap}`)}</Banner>}
      </form>
    </Overlay>
  )
}
