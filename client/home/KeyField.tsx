import { useTranslation } from '../ui/i18n.ts'
import { TextField } from '../ui/TextField.tsx'

/** Asks for the organiser's key. */
export function KeyField(field: { value: string; onChange(key: string): void }) {
  const { t } = useTranslation('home')
  return (
    <TextField label={t('new.key')} help={t('new.keyHelp')} type="password" autoComplete="off" autoFocus {...field} />
  )
}
