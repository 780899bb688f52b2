import { Lock, LockOpen, Plus } from 'lucide-react'
import { useState } from 'react'
import * as routes from '../../shared/api/routes.ts'
import { can } from '../../shared/roles.ts'
import { useTableValue } from '../canvas/hooks.ts'
import type { SheetView, Table } from '../canvas/table.ts'
import { call } from '../net/api.ts'
import { COVERS, coverById } from '../plates/covers.ts'
import { Thumbnail } from '../plates/Thumbnail.tsx'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { useToast } from '../ui/Toast.tsx'
import './plates-panel.css'
import { inLanguage } from './in-language.ts'
import { sheetTitles } from './region-choices.ts'

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
        <Thumbnail cover={coverById(sheet.template)} />
        <span>{title}</span>
      </button>
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

function AddSheet({ table, onDone }: { table: Table; onDone(): void }) {
  const { t, language } = useTranslation('board')
  const toast = useToast()
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle')
  const add = async (template: string, title: string) => {
    if (state === 'busy') return
    setState('busy')
    try {
      const { sheetId } = await call(routes.addSheet, { params: { id: table.board.id }, body: { template } })
      table.goTo(sheetId)
    } catch {
      return setState('failed')
    }
    toast(t('plates.added', { title }))
    onDone()
  }
  return (
    <>
      <h3>{t('plates.add')}</h3>
      {state === 'failed' && (
        <p className="plates-failed" role="alert">
          {t('plates.addFailed')}
        </p>
      )}
      <ul>
        {COVERS.map((cover) => {
          const title = inLanguage(cover.title, language)
          return (
            <li key={cover.id} className="plates-row">
              <button
                type="button"
                className="plates-go"
                aria-disabled={state === 'busy'}
                aria-label={t('plates.addOne', { title })}
                onClick={() => void add(cover.id, title)}
              >
                <Thumbnail cover={cover} />
                <span>{title}</span>
                <Plus className="plates-plus" size={20} strokeWidth={1.9} aria-hidden="true" />
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
