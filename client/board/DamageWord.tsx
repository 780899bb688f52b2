import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Board } from '../../shared/api/boards.ts'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import './save-banner.css'

/** Says that part of what was stored of this table is lost, until that is closed on this device. */
export function DamageWord({ board: { id, damaged } }: { board: Board }) {
  const { t } = useTranslation('board')
  const [seen, setSeen] = useState(() => seenOn(id))
  const isShown = damaged !== undefined && seen !== damaged.since
  const close = () => {
    if (damaged === undefined) return
    setSeen(damaged.since)
    markSeen(id, damaged.since)
  }
  return (
    <div role="status">
      {isShown && (
        <div className="save-banner" data-tone="warning">
          <TriangleAlert size={20} strokeWidth={1.9} aria-hidden="true" />
          <p>{t('damaged.words')}</p>
          <Button size="small" variant="quiet" onClick={close}>
            {t('damaged.close')}
          </Button>
        </div>
      )}
    </div>
  )
}

const keyOf = (boardId: string) => `opgavetafel.damage.${boardId}`

/** Which damage was closed on this device, by when it was found. */
function seenOn(boardId: string): number | null {
  try {
    return Number(localStorage.getItem(keyOf(boardId)))
  } catch {
    return null
  }
}

function markSeen(boardId: string, since: number): void {
  try {
    localStorage.setItem(keyOf(boardId), String(since))
  } catch {
    // Without storage it is said again next time.
  }
}
