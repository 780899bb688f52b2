import { Minus, Plus } from 'lucide-react'
import { useTableValue } from '../canvas/hooks.ts'
import type { Table } from '../canvas/table.ts'
import { useTranslation } from '../ui/i18n.ts'
import './zoom-control.css'

/** Nearer, farther, or all in view; the figure between them is how near the reader looks now. */
export function ZoomControl({ table }: { table: Table }) {
  const { t } = useTranslation('board')
  const percent = Math.round(useTableValue(table, 'zoom') * 100)
  return (
    <fieldset className="zoom-control" aria-label={t('zoom.title')}>
      <button type="button" aria-label={t('zoom.out')} onClick={() => table.zoomOut()}>
        <Minus size={18} strokeWidth={1.9} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="zoom-percent"
        aria-label={t('zoom.all', { percent })}
        onClick={() => table.showAll()}
      >
        {percent}%
      </button>
      <button type="button" aria-label={t('zoom.in')} onClick={() => table.zoomIn()}>
        <Plus size={18} strokeWidth={1.9} aria-hidden="true" />
      </button>
    </fieldset>
  )
}
