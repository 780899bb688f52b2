import { Languages } from 'lucide-react'
import { LocaleSchema } from '../../shared/api/boards.ts'
import { changeLanguage, useTranslation } from './i18n.ts'
import './language-switch.css'

/** Each language by its own name, no flags. The device's own list, so that it weighs nothing. */
export function LanguageSwitch() {
  const { t, language } = useTranslation('common')
  return (
    <label className="language-switch">
      <Languages size={20} strokeWidth={1.9} aria-hidden="true" />
      <span className="visually-hidden">{t('language.label')}</span>
      <select value={language} onChange={(event) => void changeLanguage(LocaleSchema.parse(event.target.value))}>
        {LocaleSchema.options.map((each) => (
          <option key={each} value={each} lang={each}>
            {t(`language.${each}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
