import { useTranslation } from '../ui/i18n.ts'
import { Logo } from '../ui/Logo.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import './table-loading.css'

/** The table while its plates and cards are on their way: its name is there at once. */
export function TableLoading({ title }: { title: string }) {
  const { t } = useTranslation('board')
  return (
    <div className="table-loading">
      <header className="table-loading-bar">
        <Logo size={34} />
        <h1 dir="auto">{title}</h1>
      </header>
      <main>
        <Spinner label={t('loading')} />
      </main>
    </div>
  )
}
