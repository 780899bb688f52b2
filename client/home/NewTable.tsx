import { type FormEvent, useState } from 'react'
import { COVERS } from '../plates/covers.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { TextField } from '../ui/TextField.tsx'
import { KeyField } from './KeyField.tsx'
import { PlateChoice } from './PlateChoice.tsx'
import { useNewTable } from './use-new-table.ts'
import { useTableName } from './use-table-name.ts'

/** Choose what lies on the table, give it a name, and go there. */
export function NewTable({ isOnline }: { isOnline: boolean }) {
  const { t, language: locale } = useTranslation(['home', 'common'])
  const [plates, setPlates] = useState<readonly string[]>(() => COVERS.slice(0, 1).map(({ id }) => id))
  const name = useTableName()
  const { make, isBusy, mishap, key } = useNewTable()

  const lay = (event: FormEvent) => {
    event.preventDefault()
    const title = name.ask()
    if (title) void make({ title, templates: [...plates], locale })
  }

  return (
    <form className="new-table" onSubmit={lay} noValidate>
      <PlateChoice locale={locale} chosen={plates} onChoose={setPlates} />
      <div className="new-table-name">
        <TextField {...name.field} help={t('new.nameHelp')} />
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
