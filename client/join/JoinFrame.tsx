import type { ReactNode } from 'react'
import { useTranslation } from '../ui/i18n.ts'
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { Logo } from '../ui/Logo.tsx'
import './join-frame.css'

/** The way in: what is asked on one side, on a wide screen the table seen from above on the other. */
export function JoinFrame({ title, picture, children }: { title: string; picture: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('common')
  return (
    <div className="join">
      <title>{`${title} · ${t('name')}`}</title>
      <div className="join-side">
        <header className="join-top">
          <a className="join-home" href="/" aria-label={t('home')}>
            <Logo size={38} />
            <span>{t('name')}</span>
          </a>
          <LanguageSwitch />
        </header>
        <main className="join-main">{children}</main>
      </div>
      <div className="join-picture">{picture}</div>
    </div>
  )
}
