import { Component, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Empty } from './Empty.tsx'
import { useTranslation } from './i18n.ts'

/** Keeps a page that breaks from turning blank: says so, and offers the one way on. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }
  static getDerivedStateFromError() {
    return { hasFailed: true }
  }
  override render() {
    return this.state.hasFailed ? <Crash /> : this.props.children
  }
}

function Crash() {
  const { t } = useTranslation('common', { waits: false })
  return (
    <main>
      <Empty page title={t('crash.title')} body={t('crash.body')}>
        <Button variant="primary" onClick={() => window.location.reload()}>
          {t('crash.reload')}
        </Button>
      </Empty>
    </main>
  )
}
