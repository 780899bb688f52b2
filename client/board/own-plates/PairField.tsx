import { Field } from '../../ui/Field.tsx'
import { useTranslation } from '../../ui/i18n.ts'
import { TextField } from '../../ui/TextField.tsx'
import type { Pair } from './plate-form.ts'

interface PairFieldProps {
  label: string
  value: Pair
  maxLength: number
  /** Which half is written here. */
  half: 'nl' | 'en'
  error?: string | undefined
  /** Several lines. */
  isLong?: boolean
  isFirst?: boolean
  onChange(value: Pair): void
}

/** One half of a text in both languages. */
export function PairField({ label, value, maxLength, half, error, isLong, isFirst, onChange }: PairFieldProps) {
  const { t } = useTranslation('plates')
  const name = half === 'nl' ? label : t('inEnglish', { field: label })
  const common = { dir: 'auto', maxLength, lang: half, ...(isFirst && { 'data-first-focus': '' }) } as const
  const change = (text: string) => onChange({ ...value, [half]: text })
  if (!isLong) return <TextField label={name} value={value[half]} error={error} onChange={change} {...common} />
  return (
    <Field label={name}>
      {(wiring) => (
        <textarea
          {...common}
          {...wiring}
          className="input own-plate-long"
          rows={4}
          value={value[half]}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  )
}
