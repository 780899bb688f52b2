import { useCallback, useEffect, useState } from 'react'
import type { Template } from '../../../shared/templates/schema.ts'
import { ownPlates } from '../own-plates/own-plates.ts'

interface OwnPlates {
  /** Undefined until they have come. */
  plates: readonly Template[] | undefined
  hasFailed: boolean
  /** Asks for them anew. */
  refresh(): void
}

/** The plates that people made on this server. */
export function useOwnPlates(): OwnPlates {
  const [plates, setPlates] = useState<readonly Template[]>()
  const [hasFailed, setFailed] = useState(false)
  const refresh = useCallback(() => {
    ownPlates().then(
      (found) => {
        setFailed(false)
        setPlates(found)
      },
      () => setFailed(true),
    )
  }, [])
  useEffect(refresh, [refresh])
  return { plates, hasFailed, refresh }
}
