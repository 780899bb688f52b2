import { StickyNote } from 'lucide-react'
import { useTableValue } from '../canvas/hooks.ts'
import type { Table } from '../canvas/table.ts'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import './save-banner.css'

/** So many characters tell a person which of their notes is meant. */
const SHOWN_CHARS = 60

/** Offers back, one by one, what was written here on things that others took away meanwhile. */
export function LostNotes({ table }: { table: Table }) {
  const { t } = useTranslation('board')
  const [note] = useTableValue(table, 'lost')
  const rights = useTableValue(table, 'rights')
  return (
    <div role="status">
      {note && (
        <div className="save-banner" data-tone="info">
          <StickyNote size={20} strokeWidth={1.9} aria-hidden="true" />
          <p>{t('lost.one', { words: shortened(note.words) })}</p>
          {rights.add && (
            <Button size="small" onClick={() => table.layLost(note.id)}>
              {t('lost.lay')}
            </Button>
          )}
          <Button size="small" variant="quiet" onClick={() => table.dropLost(note.id)}>
            {t('lost.drop')}
          </Button>
        </div>
      )}
    </div>
  )
}

const shortened = (words: string): string => (words.length > SHOWN_CHARS ? `${words.slice(0, SHOWN_CHARS)}…` : words)
