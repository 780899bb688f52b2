import { HUES, type Hue } from '../../../shared/templates/hues.ts'
import { PLATE_ICONS } from '../../plates/plate-icons.ts'
import { useTranslation } from '../../ui/i18n.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { PairField } from './PairField.tsx'
import type { PlateForm } from './plate-form.ts'

/** Signs that say something on any plate. */
const ICONS = [
  'shapes',
  'pencil',
  'star',
  'target',
  'flag',
  'map-pin',
  'house',
  'user-round',
  'heart-handshake',
  'handshake',
  'lightbulb',
  'message-circle',
  'eye',
  'compass',
  'puzzle',
  'trees',
  'clock',
  'signpost',
] as const

interface AboutPlateProps {
  form: Omit<PlateForm, 'id'>
  /** What is missing, once somebody has tried to save. */
  error: string | null
  onChange(part: Partial<PlateForm>): void
}

/** What the plate is called, what it is for, and how it looks in lists. */
export function AboutPlate({ form, error, onChange }: AboutPlateProps) {
  const { t } = useTranslation('plates')
  const { title, purpose, help, hue, icon } = form
  const Sign = PLATE_ICONS[icon]
  const isNameless = title.nl.trim() === ''
  const pairs = (half: 'nl' | 'en') => (
    <>
      <PairField
        label={t('name')}
        half={half}
        value={title}
        maxLength={60}
        isFirst={half === 'nl'}
        error={half === 'nl' && isNameless && error !== null ? error : undefined}
        onChange={(value) => onChange({ title: value })}
      />
      <PairField
        label={t('for')}
        half={half}
        value={purpose}
        maxLength={100}
        onChange={(value) => onChange({ purpose: value })}
      />
      <PairField
        label={t('help')}
        half={half}
        value={help}
        maxLength={400}
        isLong
        onChange={(value) => onChange({ help: value })}
      />
    </>
  )
  return (
    <fieldset className="own-plate-part">
      <legend>{t('about')}</legend>
      {pairs('nl')}
      <div className="own-plate-look">
        <SelectField label={t('hue')} value={hue} onChange={(value) => onChange({ hue: value as Hue | 'ink' })}>
          {([...HUES, 'ink'] as const).map((each) => (
            <option key={each} value={each}>
              {t(`hues.${each}`)}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={t('icon')}
          value={icon}
          lead={Sign && <Sign size={22} strokeWidth={1.9} aria-hidden="true" />}
          onChange={(value) => onChange({ icon: value })}
        >
          {!ICONS.some((each) => each === icon) && <option value={icon}>{t('iconOf')}</option>}
          {ICONS.map((each) => (
            <option key={each} value={each}>
              {t(`icons.${each}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <details>
        <summary>{t('english')}</summary>
        {pairs('en')}
      </details>
    </fieldset>
  )
}
