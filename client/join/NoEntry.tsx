import type { Mishap } from '../net/api.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { CodeEntry } from './CodeEntry.tsx'
import { JoinFrame } from './JoinFrame.tsx'
import { TablePicture } from './TablePicture.tsx'

interface NoEntryProps {
  /** Why the table stays shut; null when somebody just comes to type a code. */
  mishap: Mishap | null
  onRetry(): void
}

/** A table that did not open. Wrong, renewed and closed look alike; a new code is always the way on. */
export function NoEntry({ mishap, onRetry }: NoEntryProps) {
  const { t } = useTranslation(['join', 'common'])
  const isRefused =
    mishap === 'no-entry' || mishap === 'not-found' || mishap === 'not-signed-in' || mishap === 'invalid-input'
  const title = mishap === null ? t('code.title') : isRefused ? t('code.wrong') : t('code.later')
  return (
    <JoinFrame title={title} picture={<TablePicture people={null} you={t('you')} words="" />}>
      <div className="join-form">
        <h1 className="join-title">{title}</h1>
        <div className="join-no-entry">
          {mishap === null ? (
            <p>{t('code.help')}</p>
          ) : (
            <Banner sign="error">{isRefused ? t('code.wrongHelp') : t(`common:problem.${mishap}`)}</Banner>
          )}
          {mishap !== null && !isRefused ? (
            <Button variant="primary" size="large" onClick={onRetry}>
              {t('common:retry')}
            </Button>
          ) : (
            <CodeEntry
              label={t('code.label')}
              submit={t('code.submit')}
              onCode={(code) => window.location.assign(`/mee/${code}`)}
            />
          )}
        </div>
      </div>
    </JoinFrame>
  )
}
