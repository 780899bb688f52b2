import { useEffect, useRef } from 'react'
import { useTableValue } from '../canvas/hooks.ts'
import type { Table } from '../canvas/table.ts'
import { useTranslation } from '../ui/i18n.ts'
import { useToast } from '../ui/Toast.tsx'

/** Who drags on at something that is not theirs hears it once; so long (ms) there is no second word. */
const SILENT_MS = 4_000

/** Says in one line why the server has put back what this user did: the canvas shows it already. */
export function PutBackWord({ table }: { table: Table }) {
  const { t } = useTranslation('board')
  const toast = useToast()
  const putBack = useTableValue(table, 'putBack')
  const saidAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    if (putBack === null || performance.now() - saidAt.current < SILENT_MS) return
    saidAt.current = performance.now()
    toast(t(`putBack.${putBack.reason}`))
  }, [putBack, t, toast])
  return null
}
