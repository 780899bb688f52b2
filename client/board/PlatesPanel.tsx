import { Lock, LockOpen, Plus } from 'lucide-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import * as routes from '../../shared/api/routes.ts'
import { SHEET_SIZES, type SheetSize } from '../../shared/records/sheet.ts'
import { can } from '../../shared/roles.ts'
import { coverOf } from '../../shared/templates/cover.ts'
import { useTableValue } from '../canvas/hooks.ts'
import type { SheetView, Table } from '../canvas/table.ts'
import { call } from '../net/api.ts'
import { PLATE_ICONS } from '../plates/plate-icons.ts'
import { Thumbnail } from '../plates/Thumbnail.tsx'
import { templateById } from '../plates/templates.ts'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { Spinner } from '../ui/Spinner.tsx'
import { useToast } from '../ui/Toast.tsx'
import './plates-panel.css'
import { inLanguage } from './in-language.ts'
import { sheetTitles } from './region-choices.ts'

const Gallery = lazy(() => import('./gallery/Gallery.tsx'))

/** The plates on the table, to go to, and, for the gespreksleider, those that can be laid. */
export function PlatesPanel({ table, onDone }: { table: Table; onDone(): void }) {
  const { t, language } = useTranslation('board')
  const sheets = useTableValue(table, 'sheets')
  const titles = sheetTitles(sheets, language)
  const mayAdd = can(table.board.role, 'sheets.add')
  return (
    <div className="plates">
      {sheets.length === 0 ? (
        <p className="plates-empty">
          <b>{t('plates.empty')}</b> {t(mayAdd ? 'plates.emptyFacilitator' : 'plates.emptyBody')}
        </p>
      ) : (
        <ul>
          {sheets.map((sheet) => (
            <SheetRow key={sheet.id} table={table} sheet={sheet} title={titles.get(sheet.id) ?? ''} onDone={onDone} />
          ))}
        </ul>
      )}
      {mayAdd && <AddSheet table={table} onDone={onDone} />}
    </div>
  )
}

interface SheetRowProps {
  table: Table
  sheet: SheetView
  title: string
  onDone(): void
}

function SheetRow({ table, sheet, title, onDone }: SheetRowProps) {
  const { t } = useTranslation('board')
  const Icon = sheet.locked ? LockOpen : Lock
  const template = templateById(sheet.template)
  const cover = useMemo(() => template && coverOf(template), [template])
  return (
    <li className="plates-row">
      <button
        type="button"
        className="plates-go"
        aria-label={t('plates.goTo', { title })}
        onClick={() => {
          table.goTo(sheet.id)
          onDone()
        }}
      >
        <Thumbnail cover={cover} glyph={cover && PLATE_ICONS[cover.icon]} />
        <span>{title}</span>
      </button>
      {can(table.board.role, 'sheets.add') && <SizeChoice table={table} sheet={sheet} title={title} />}
      {can(table.board.role, 'sheets.add') && (
        <Button
          size="small"
          variant="quiet"
          aria-label={t(sheet.locked ? 'plates.unlockOne' : 'plates.lockOne', { title })}
          onClick={() => table.setSheetLocked(sheet.id, !sheet.locked)}
        >
          <Icon size={16} strokeWidth={1.9} aria-hidden="true" />
          {t(sheet.locked ? 'plates.unlock' : 'plates.lock')}
        </Button>
      )}
    </li>
  )
}

/** How much paper a plate gets: larger where there are many notes. */
function SizeChoice({ table, sheet, title }: Omit<SheetRowProps, 'onDone'>) {
  const { t } = useTranslation('board')
  return (
    <select
      className="input plates-size"
      aria-label={t('plates.size', { title })}
      value={sheet.size}
      onChange={(event) => table.setSheetSize(sheet.id, event.target.value as SheetSize)}
    >
      {SHEET_SIZES.map((size) => (
        <option key={size} value={size}>
          {t(`plates.sizes.${size}`)}
        </option>
      ))}
    </select>
  )
}

/** Opens the gallery, which is loaded only then. */
function AddSheet({ table, onDone }: { table: Table; onDone(): void }) {
  const { t, language } = useTranslation('board')
  const toast = useToast()
  const [isOpen, setOpen] = useState(false)
  const lay = async (template: string) => {
    const { sheetId } = await call(routes.addSheet, { params: { id: table.board.id }, body: { template } })
    table.goTo(sheetId)
    const title = templateById(template)?.title
    if (title) toast(t('plates.added', { title: inLanguage(title, language) }))
    onDone()
  }
  return (
    <>
      <Button variant="primary" className="plates-add" onClick={() => setOpen(true)}>
        <Plus size={20} strokeWidth={1.9} aria-hidden="true" />
        {t('plates.add')}
      </Button>
      {isOpen && (
        <Suspense fallback={<Spinner label={t('gallery.loading')} />}>
          <Gallery onLay={lay} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
