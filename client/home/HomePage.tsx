import { useState, useSyncExternalStore } from 'react'
import { CodeEntry } from '../join/CodeEntry.tsx'
import { Banner } from '../ui/Banner.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { Logo } from '../ui/Logo.tsx'
import { NewTable } from './NewTable.tsx'
import { RecentTables } from './RecentTables.tsx'
import { forgetTable, recentTables } from './recent-tables.ts'
import { SampleLink } from './SampleLink.tsx'
import './home.css'

function watchNetwork(changed: () => void) {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** `/`: sit down with a code, lay a new table, or go back to one. */
export default function HomePage() {
  // The words of the code's field come along, not after.
  const { t } = useTranslation(['home', 'common', 'join'])
  const isOnline = useSyncExternalStore(watchNetwork, () => navigator.onLine)
  const [recent, setRecent] = useState(recentTables)
  return (
    <div className="home">
      <title>{t('common:name')}</title>
      <header className="home-top">
        <span className="home-name">
          <Logo size={42} />
          {t('common:name')}
        </span>
        <LanguageSwitch />
      </header>
      <main className="home-main">
        {!isOnline && (
          <div className="home-offline">
            <Banner sign="warning">{t('offline')}</Banner>
          </div>
        )}
        <div className="home-hero">
          <div>
            <h1>{t('hero')}</h1>
            <p>{t('heroBody')}</p>
          </div>
          <SampleLink />
        </div>
        <section className="home-code" aria-labelledby="home-code-title">
          <h2 id="home-code-title">{t('code.title')}</h2>
          <CodeEntry
            label={t('code.label')}
            submit={t('code.submit')}
            onCode={(code) => window.location.assign(`/mee/${code}`)}
          />
        </section>
        <section className="home-new" aria-labelledby="home-new-title">
          <h2 id="home-new-title">{t('new.title')}</h2>
          <NewTable isOnline={isOnline} />
        </section>
        <section className="home-recent" aria-labelledby="home-recent-title">
          <h2 id="home-recent-title">{t('recent.title')}</h2>
          <RecentTables tables={recent} onForget={(id) => setRecent(forgetTable(id))} />
        </section>
      </main>
    </div>
  )
}
