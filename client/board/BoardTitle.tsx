import { Check, Pencil, X } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import * as routes from '../../shared/api/routes.ts'
import { LIMITS } from '../../shared/limits.ts'
import { can } from '../../shared/roles.ts'
import { useTableValue } from '../canvas/hooks.ts'
import type { Table } from '../canvas/table.ts'
import { call } from '../net/api.ts'
import { Button } from '../ui/Button.tsx'
import { useTranslation } from '../ui/i18n.ts'
import './board-title.css'

/** The name of the table; the gespreksleider can change it in place. */
export function BoardTitle({ table }: { table: Table }) {
  const { t } = useTranslation(['board', 'common'])
  const { board } = table
  const title = useTableValue(table, 'title')
  const [draft, setDraft] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)

  const stop = () => {
    setDraft(null)
    setFailed(false)
    requestAnimationFrame(() => opener.current?.focus())
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const next = draft?.trim() ?? ''
    if (next === '' || next === title) return stop()
    try {
      await call(routes.changeBoard, { params: { id: board.id }, body: { title: next } })
      stop()
    } catch {
      setFailed(true)
    }
  }
  if (draft === null) {
    return (
      <div className="board-title">
        <title>{`${title} · ${t('common:name')}`}</title>
        <h1 dir="auto">{title}</h1>
        {can(board.role, 'board.settings') && (
          <Button ref={opener} variant="quiet" icon aria-label={t('top.rename')} onClick={() => setDraft(title)}>
            <Pencil size={18} strokeWidth={1.9} aria-hidden="true" />
          </Button>
        )}
      </div>
    )
  }
  return (
    <form className="board-title" onSubmit={(event) => void save(event)}>
      <input
        // The reader asked to write here.
        // biome-ignore lint/a11y/noAutofocus: the button that had the focus is gone.
        autoFocus
        dir="auto"
        aria-label={t('top.title')}
        aria-invalid={failed}
        maxLength={LIMITS.titleChars}
        value={draft}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && stop()}
      />
      <Button type="submit" variant="quiet" icon aria-label={t('top.saveTitle')}>
        <Check size={18} strokeWidth={1.9} aria-hidden="true" />
      </Button>
      <Button variant="quiet" icon aria-label={t('top.cancelTitle')} onClick={stop}>
        <X size={18} strokeWidth={1.9} aria-hidden="true" />
      </Button>
      {failed && (
        <p className="board-title-failed" role="alert">
          {t('top.titleFailed')}
        </p>
      )}
    </form>
  )
}
