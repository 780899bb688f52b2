import { useState } from 'react'
import type { CreateBoard } from '../../shared/api/boards.ts'
import type { Mishap } from '../net/api.ts'

export interface NewTableMaking {
  /** Makes the table and goes there. */
  make(wanted: CreateBoard): Promise<void>
  isBusy: boolean
  mishap: Mishap | null
  /** The organiser's key, once the server has asked for it. */
  key: { value: string; onChange(key: string): void } | null
}

/** Making a table, with the question for the key where the server wants one. */
export function useNewTable(): NewTableMaking {
  const [key, setKey] = useState('')
  const [asksKey, setAsksKey] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [mishap, setMishap] = useState<Mishap | null>(null)

  const make = async (wanted: CreateBoard) => {
    if (isBusy) return
    setBusy(true)
    setMishap(null)
    // Comes when it is needed, so that home is there sooner. Where it does not come, nothing else would.
    const why = await import('./make-table.ts').then(
      ({ makeTable }) => makeTable(wanted, key),
      () => 'no-connection' as const,
    )
    if (why === null) return
    // The first time it is a question, not a mistake.
    if (why === 'organiser-key-needed' && !asksKey) setAsksKey(true)
    else setMishap(why)
    setBusy(false)
  }
  return { make, isBusy, mishap, key: asksKey ? { value: key, onChange: setKey } : null }
}
