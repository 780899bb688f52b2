import { useCallback, useEffect, useState } from 'react'
import { CodeSchema } from '../../shared/api/boards.ts'
import type { Invitation } from '../../shared/api/invitations.ts'
import * as routes from '../../shared/api/routes.ts'
import { call, type Mishap, mishapOf } from '../net/api.ts'
import { Spinner } from '../ui/Spinner.tsx'
import { JoinForm } from './JoinForm.tsx'
import { NoEntry } from './NoEntry.tsx'

type State = { at: 'asking' } | { at: 'invited'; invitation: Invitation } | { at: 'out'; mishap: Mishap | null }

/** `/mee/:code`: six digits from a screen or a QR code lead to a table. */
export default function CodePage({ code }: { code: string }) {
  const [state, setState] = useState<State>({ at: 'asking' })
  const ask = useCallback(
    async (signal?: AbortSignal) => {
      if (code === '') return setState({ at: 'out', mishap: null })
      if (!CodeSchema.safeParse(code).success) return setState({ at: 'out', mishap: 'no-entry' })
      setState({ at: 'asking' })
      try {
        const invitation = await call(routes.readInvitation, { body: { code }, signal })
        setState({ at: 'invited', invitation })
      } catch (error) {
        if (!signal?.aborted) setState({ at: 'out', mishap: mishapOf(error) })
      }
    },
    [code],
  )
  useEffect(() => {
    const leaving = new AbortController()
    void ask(leaving.signal)
    return () => leaving.abort()
  }, [ask])
  switch (state.at) {
    case 'asking':
      return <Spinner />
    case 'out':
      return <NoEntry mishap={state.mishap} onRetry={() => void ask()} />
    case 'invited': {
      const { invitation } = state
      return (
        <JoinForm
          invitation={invitation}
          by={{ code }}
          onSeated={() => window.location.replace(`/t/${invitation.boardId}`)}
        />
      )
    }
    default:
      return state satisfies never
  }
}
