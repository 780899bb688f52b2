import type { NoteKind } from '../../shared/records/note-kind.ts'
import { KindIcon } from '../notes/KindIcon.tsx'
import { useTranslation } from '../ui/i18n.ts'
import './kind-choice.css'
import { Overlay } from './Overlay.tsx'
import { allKinds } from './offered-kinds.ts'

interface KindChoiceProps {
  /** What is chosen now, or null where notes differ. */
  kind: NoteKind | null
  /** What the place asks for; these come first. */
  asks: readonly NoteKind[]
  onChoose(kind: NoteKind): void
  onClose(): void
}

/** All kinds that a note can have. */
export function KindChoice({ kind, asks, onChoose, onClose }: KindChoiceProps) {
  const { t } = useTranslation('board')
  return (
    <Overlay title={t('noteBar.choose')} onClose={onClose}>
      <ul className="kind-choice">
        {allKinds(asks).map((each) => (
          <li key={each}>
            <button type="button" aria-pressed={each === kind} onClick={() => onChoose(each)}>
              <KindIcon kind={each} size={22} />
              {t(`kind.${each}`)}
            </button>
          </li>
        ))}
      </ul>
    </Overlay>
  )
}
