import { Check, CloudOff, LoaderCircle, type LucideIcon, RefreshCw, TriangleAlert } from 'lucide-react'
import type { SaveState } from '../canvas/table.ts'
import { useTranslation } from '../ui/i18n.ts'
import { Popover } from '../ui/Popover.tsx'
import type { SaveSign } from './save-truth.ts'
import { explainSave, signWord } from './save-words.ts'
import './saved-badge.css'

const SIGNS: Record<SaveSign, LucideIcon> = {
  connecting: LoaderCircle,
  saved: Check,
  saving: LoaderCircle,
  offline: CloudOff,
  refused: TriangleAlert,
  otherVersion: RefreshCw,
}

/** Says in word, sign and colour whether the work is safe; pressed, it explains. On phones the sign stands alone. */
export function SavedBadge({ save, sign }: { save: SaveState; sign: SaveSign }) {
  const { t, language } = useTranslation('board')
  const Icon = SIGNS[sign]
  const word = signWord(sign, save, t)
  const { head, body } = explainSave(save, t, language)
  return (
    <Popover
      label={word}
      trigger={
        <button type="button" className="saved-badge" data-sign={sign} aria-label={word}>
          <Icon size={16} strokeWidth={1.9} aria-hidden="true" />
          <span className="saved-badge-word">{word}</span>
        </button>
      }
    >
      <div className="saved-why">
        <b>{head}</b>
        <p>{body}</p>
      </div>
    </Popover>
  )
}
