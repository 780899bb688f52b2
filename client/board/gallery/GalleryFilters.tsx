import { SESSIONS } from '../../../shared/templates/sessions.ts'
import { TEMPLATES } from '../../plates/all-templates.ts'
import { useTranslation } from '../../ui/i18n.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { PlateQuery, Session } from './find-plates.ts'

const GUIDES = [1, 2, 3, 4, 5, 6] as const

interface GalleryFiltersProps {
  query: PlateQuery
  onChange(query: PlateQuery): void
}

/** The six steps of the route as a path, the way of meeting, and words. */
export function GalleryFilters({ query, onChange }: GalleryFiltersProps) {
  const { t } = useTranslation('board')
  const step = (guide: number | undefined, label: string, count: number) => (
    <button
      key={guide ?? 'all'}
      type="button"
      className="gallery-step"
      aria-pressed={query.guide === guide}
      onClick={() => onChange({ ...query, guide })}
    >
      {guide !== undefined && <span className="gallery-number">{guide}</span>}
      {label} <span className="gallery-count">{count}</span>
    </button>
  )
  return (
    <>
      <div className="gallery-fields">
        <TextField
          label={t('gallery.search')}
          type="search"
          value={query.words}
          maxLength={80}
          onChange={(words) => onChange({ ...query, words })}
        />
        <SelectField
          label={t('gallery.session')}
          value={query.session ?? ''}
          onChange={(session) => onChange({ ...query, session: session === '' ? undefined : (session as Session) })}
        >
          <option value="">{t('gallery.anySession')}</option>
          {SESSIONS.map((session) => (
            <option key={session} value={session}>
              {t(`gallery.sessions.${session}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <fieldset className="gallery-route" aria-label={t('gallery.route')}>
        {step(undefined, t('gallery.all'), TEMPLATES.length)}
        {GUIDES.map((guide) =>
          step(guide, t(`gallery.guides.${guide}`), TEMPLATES.filter((template) => template.guide === guide).length),
        )}
        <label className="gallery-little">
          <input
            type="checkbox"
            checked={query.withLittleText}
            onChange={(event) => onChange({ ...query, withLittleText: event.target.checked })}
          />
          {t('gallery.littleText')}
        </label>
      </fieldset>
    </>
  )
}
