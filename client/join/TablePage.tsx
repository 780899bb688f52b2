import { lazy, useCallback, useEffect, useRef, useState } from 'react'
import * as routes from '../../shared/api/routes.ts'
import { rememberTable } from '../home/recent-tables.ts'
import { call } from '../net/api.ts'
import { useTranslation } from '../ui/i18n.ts'
import { Spinner } from '../ui/Spinner.tsx'
import { type Entry, secretIn, tryToEnter } from './enter-table.ts'
import { JoinForm } from './JoinForm.tsx'
import { NoEntry } from './NoEntry.tsx'

const SeatedTable = lazy(() => import('../board/SeatedTable.tsx'))

const ASK_AGAIN_MS = 3_000
/** Answers that are none: the server is out of reach, or something else answered in its place. */
const UNDECIDED = new Set<string>(['no-connection', 'internal'])

/** `/t/:boardId`: the table for who sits at it, the way in for who does not. */
export default function TablePage({ boardId }: { boardId: string }) {
  const { t } = useTranslation('join')
  const [entry, setEntry] = useState<Entry | null>(null)
  const asking = useRef<AbortController>(undefined)
  const isSeated = useRef(false)
  const enter = useCallback(async () => {
    asking.current?.abort()
    const asked = new AbortController()
    asking.current = asked
    const next = await tryToEnter(boardId, secretIn(window.location.hash), asked.signal)
    if (asked.signal.aborted) return
    // Nothing was decided: whoever sits stays, and is asked about again.
    if (next.at === 'out' && isSeated.current && UNDECIDED.has(next.mishap)) {
      setTimeout(() => asked.signal.aborted || void enter(), ASK_AGAIN_MS)
      return
    }
    isSeated.current = next.at === 'seated'
    if (next.at === 'seated') {
      const { id, title, role, isSample } = next.board
      // Home leads to the sample anyway.
      if (!isSample) rememberTable({ id, title, role, at: Date.now() })
      forgetSecret()
    }
    setEntry(next)
  }, [boardId])
  useEffect(() => {
    void enter()
    // Another link to this table, pasted over the address, changes nothing but what stands behind the #.
    const anew = () => void enter()
    window.addEventListener('hashchange', anew)
    return () => {
      window.removeEventListener('hashchange', anew)
      asking.current?.abort()
    }
  }, [enter])

  if (entry === null) return <Spinner label={t('entering')} />
  switch (entry.at) {
    case 'out':
      return <NoEntry mishap={entry.mishap} onRetry={() => void enter()} />
    case 'invited':
      return (
        <JoinForm
          invitation={entry.invitation}
          by={entry.by}
          onSeated={() => {
            forgetSecret()
            void enter()
          }}
        />
      )
    case 'seated': {
      const { role } = entry.board
      // A facilitator who gave up the only seat could never come back to a table whose link was not kept.
      const leave = async () => {
        if (role !== 'facilitator') await call(routes.leave, { params: { id: boardId } }).catch(() => undefined)
        window.location.assign('/')
      }
      return <SeatedTable board={entry.board} onSeatChanged={() => void enter()} onLeave={() => void leave()} />
    }
    default:
      return entry satisfies never
  }
}

/** Takes the secret out of the address, the history and the sight of who looks along. */
function forgetSecret() {
  if (window.location.hash !== '') window.history.replaceState(null, '', window.location.pathname)
}
