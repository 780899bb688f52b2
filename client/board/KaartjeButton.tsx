import { Lock, StickyNotePlus } from 'lucide-react'
import { useTranslation } from '../ui/i18n.ts'
import './kaartje-button.css'

interface KaartjeButtonProps {
  /** Why no card can be laid now, in words; null when it can. */
  reason: string | null
  /** `keyboard` when the button was pressed without a pointer. */
  onPress(by: 'pointer' | 'keyboard'): void
  onRefused(reason: string): void
}

/** The one amber button: lays a card. */
export function KaartjeButton({ reason, onPress, onRefused }: KaartjeButtonProps) {
  const { t } = useTranslation('board')
  const Icon = reason === null ? StickyNotePlus : Lock
  return (
    <button
      type="button"
      className="kaartje"
      aria-disabled={reason !== null}
      aria-description={reason ?? undefined}
      aria-keyshortcuts={t('note.key')}
      // A click that no pointer made has no clicks to count.
      onClick={(event) => (reason === null ? onPress(event.detail === 0 ? 'keyboard' : 'pointer') : onRefused(reason))}
    >
      <Icon size={26} strokeWidth={1.9} aria-hidden="true" />
      <span>{t('note.button')}</span>
      <span className="kaartje-key" aria-hidden="true">
        {t('note.key')}
      </span>
    </button>
  )
}
