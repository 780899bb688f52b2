import {
  Download,
  Ellipsis,
  Keyboard,
  Languages,
  LayoutPanelTop,
  LogOut,
  Maximize,
  PencilRuler,
  Share2,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import { can } from '../../shared/roles.ts'
import type { Table } from '../canvas/table.ts'
import { Button } from '../ui/Button.tsx'
import { changeLanguage, useTranslation } from '../ui/i18n.ts'
import { Menu, MenuItem, MenuRule } from '../ui/Menu.tsx'

export interface BoardMenuProps {
  table: Table
  /** The canvas has no room for the zoom buttons. */
  hasZoom: boolean
  /** The bar has no room for sharing, and there is no rail for the plates. */
  isPhone: boolean
  onPlates(): void
  onOwnPlate(): void
  onKeys(): void
  onShare(): void
  onLeave(): void
}

const ICON = { size: 20, strokeWidth: 1.9, 'aria-hidden': true } as const

/** What is needed now and then, and, where it is narrow, what has no room elsewhere. */
export function BoardMenu({ table, hasZoom, isPhone, onPlates, onOwnPlate, onKeys, onShare, onLeave }: BoardMenuProps) {
  const { t, language } = useTranslation('board')
  const other = language === 'nl' ? 'en' : 'nl'
  return (
    <Menu
      trigger={
        <Button variant="quiet" icon aria-label={t('top.more')}>
          <Ellipsis {...ICON} />
        </Button>
      }
    >
      {isPhone && (
        <>
          {!table.board.isSample && (
            <MenuItem onSelect={onShare}>
              <Share2 {...ICON} /> {t('top.share')}
            </MenuItem>
          )}
          <MenuItem onSelect={onPlates}>
            <LayoutPanelTop {...ICON} /> {t('plates.rail')}
          </MenuItem>
        </>
      )}
      {hasZoom && (
        <>
          <MenuItem onSelect={() => table.zoomIn()}>
            <ZoomIn {...ICON} /> {t('menu.zoomIn')}
          </MenuItem>
          <MenuItem onSelect={() => table.zoomOut()}>
            <ZoomOut {...ICON} /> {t('menu.zoomOut')}
          </MenuItem>
          <MenuItem onSelect={() => table.showAll()}>
            <Maximize {...ICON} /> {t('menu.showAll')}
          </MenuItem>
          <MenuRule />
        </>
      )}
      <MenuItem onSelect={() => void changeLanguage(other)}>
        <Languages {...ICON} /> <span lang={other}>{t('menu.language')}</span>
      </MenuItem>
      {can(table.board.role, 'plates.keep') && (
        <MenuItem onSelect={onOwnPlate}>
          <PencilRuler {...ICON} /> {t('menu.ownPlate')}
        </MenuItem>
      )}
      <MenuItem onSelect={onKeys}>
        <Keyboard {...ICON} /> {t('menu.keys')}
      </MenuItem>
      <MenuItem onSelect={() => table.saveCopy()}>
        <Download {...ICON} /> {t('menu.copy')}
      </MenuItem>
      <MenuItem onSelect={onLeave}>
        <LogOut {...ICON} /> {t('menu.leave')}
      </MenuItem>
    </Menu>
  )
}
