import { type ParticipantsMay, ParticipantsMaySchema } from '../../shared/participants-may.ts'
import { useTranslation } from '../ui/i18n.ts'
import { SelectField } from '../ui/SelectField.tsx'

interface ParticipantsMayChoiceProps {
  value: ParticipantsMay
  onChange(value: ParticipantsMay): void
}

/** What the gespreksleider lets participants do with what lies on the table. */
export function ParticipantsMayChoice({ value, onChange }: ParticipantsMayChoiceProps) {
  const { t } = useTranslation('share')
  return (
    <SelectField
      label={t('participantsMay.label')}
      help={t('participantsMay.help')}
      value={value}
      onChange={(chosen) => onChange(ParticipantsMaySchema.parse(chosen))}
    >
      {ParticipantsMaySchema.options.map((option) => (
        <option key={option} value={option}>
          {t(`participantsMay.${option}`)}
        </option>
      ))}
    </SelectField>
  )
}
