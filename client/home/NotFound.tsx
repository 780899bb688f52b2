import { Empty } from '../ui/Empty.tsx'
import { useTranslation } from '../ui/i18n.ts'

/** An address that leads nowhere. */
export default function NotFound() {
  const { t } = useTranslation('common')
  return (
    <main>
      <title>{t('notFound.title')}</title>
      <Empty page sign="door" title={t('notFound.title')} body={t('notFound.body')}>
        <a className="button button-primary button-medium" href="/">
          {t('notFound.back')}
        </a>
      </Empty>
    </main>
  )
}
