import './ui/tokens.css'
import './ui/fonts.css'
import './ui/base.css'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'
import { startI18n } from './ui/i18n.ts'
import { Spinner } from './ui/Spinner.tsx'

const HomePage = lazy(() => import('./home/HomePage.tsx'))
const CodePage = lazy(() => import('./join/CodePage.tsx'))
const TablePage = lazy(() => import('./join/TablePage.tsx'))
const NotFound = lazy(() => import('./home/NotFound.tsx'))

function pageAt(path: string) {
  const [, first, second, ...rest] = path.replace(/\/$/, '').split('/')
  if (!first) return <HomePage />
  if (second && rest.length === 0) {
    if (first === 'mee') return <CodePage code={decodeURIComponent(second)} />
    if (first === 't') return <TablePage boardId={decodeURIComponent(second)} />
  }
  if (first === 'mee' && !second) return <CodePage code="" />
  return <NotFound />
}

const root = document.getElementById('root')
if (!root) throw new Error('The page has no root element.')
startI18n()
createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <Suspense fallback={<Spinner />}>{pageAt(window.location.pathname)}</Suspense>
    </ErrorBoundary>
  </StrictMode>,
)
