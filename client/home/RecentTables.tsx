import { X } from 'lucide-react'
import { coverById, glyphOf } from '../plates/covers.ts'
import { Thumbnail } from '../plates/Thumbnail.tsx'
import { Button } from '../ui/Button.tsx'
import { Empty } from '../ui/Empty.tsx'
import { useTranslation } from '../ui/i18n.ts'
import { Logo } from '../ui/Logo.tsx'
import type { RecentTable } from './recent-tables.ts'
import { sayWhen } from './say-when.ts'
import './recent-tables.css'

interface RecentTablesProps {
  tables: readonly RecentTable[]
  onForget(id: string): void
}

/** The tables this device has been at. The server is not asked: whether the seat still holds shows on going there. */
export function RecentTables({ tables, onForget }: RecentTablesProps) {
  const { t, language } = useTranslation('home')
  if (tables.length === 0) {
    return (
      <div className="recent-none">
        <Empty title={t('recent.none')} body={t('recent.noneBody')} />
      </div>
    )
  }
  const now = new Date()
  return (
    <ul className="recent">
      {tables.map(({ id, title, role, at, template }) => {
        const cover = template === undefined ? undefined : coverById(template)
        const when = sayWhen(new Date(at), now, language)
        return (
          <li key={id}>
            <a href={`/t/${id}`}>
              <span className="recent-picture" aria-hidden="true">
                {cover ? <Thumbnail cover={cover} glyph={glyphOf(cover)} /> : <Logo size={32} />}
              </span>
              <span className="recent-words">
                <span className="recent-title">{title}</span>
                <span className="recent-meta">
                  {t('recent.meta', {
                    when: when.isToday ? t('recent.today', when) : when.day,
                    role: t(`recent.${role}`),
                  })}
                </span>
              </span>
            </a>
            <Button
              variant="quiet"
              icon
              size="small"
              aria-label={t('recent.forget', { title })}
              onClick={() => onForget(id)}
            >
              <X size={16} strokeWidth={1.9} aria-hidden="true" />
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
