import { useTranslation } from '../ui/i18n.ts'
import { Logo } from '../ui/Logo.tsx'
import { Spinner } from '../ui/Spinner.tsx'
import './table-loading.css'

/** Less than this is in before anybody has read how much it is. */
const TELLING_BYTES = 300_000

const inMegabytes = (bytes: number, language: string): string =>
  new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(bytes / 1e6)

/** The table while its plates and cards are on their way: its name is there at once. */
export function TableLoading({ title, bytes }: { title: string; bytes: number }) {
  const { t, language } = useTranslation('board')
  return (
    <div className="table-loading">
      <header className="table-loading-bar">
        <Logo size={34} />
        <h1 dir="auto">{title}</h1>
      </header>
      <main>
        <Spinner
          isComing={bytes >= TELLING_BYTES}
          label={bytes < TELLING_BYTES ? t('loading') : t('loadingBytes', { size: inMegabytes(bytes, language) })}
        />
      </main>
    </div>
  )
}
