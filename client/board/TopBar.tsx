import { Share2 } from 'lucide-react'
import type { SaveState } from '../canvas/table.ts'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { Logo } from '../ui/Logo.tsx'
import { BoardMenu, type BoardMenuProps } from './BoardMenu.tsx'
import { BoardTitle } from './BoardTitle.tsx'
import { PeopleStack } from './PeopleStack.tsx'
import { SavedBadge } from './SavedBadge.tsx'
import type { SaveSign } from './save-truth.ts'
import './top-bar.css'

interface TopBarProps extends BoardMenuProps {
  save: SaveState
  sign: SaveSign
  onPeople(): void
}

/** What the table is called, whether its work is safe, who is here, and how others get in. */
export function TopBar({ save, sign, onPeople, ...menu }: TopBarProps) {
  const { t } = useTranslation('board')
  const { table, onShare } = menu
  return (
    <div className="top-bar">
      <a className="top-bar-home" href="/" aria-label={t('top.home')}>
        <Logo size={34} />
      </a>
      <BoardTitle table={table} />
      <SavedBadge save={save} sign={sign} />
      <div className="top-bar-end">
        <PeopleStack table={table} onOpen={onPeople} />
        <span className="top-bar-rule" aria-hidden="true" />
        {!table.board.isSample && (
          <Button variant="primary" className="top-bar-share" onClick={onShare}>
            <Share2 size={18} strokeWidth={1.9} aria-hidden="true" />
            {t('top.share')}
          </Button>
        )}
        <BoardMenu {...menu} />
      </div>
    </div>
  )
}
