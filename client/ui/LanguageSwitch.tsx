import { Languages } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LocaleSchema } from '../../shared/api/boards.ts'
import './language-switch.css'

/** Each language by its own name, no flags. The device's own list, so that it weighs nothing. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('common')
  return (
    <label className="language-switch">
      <Languages size={20} strokeWidth={1.9} aria-hidden="true" />
      <span className="visually-hidden">{t('language.label')}</span>
      <select value={i18n.resolvedLanguage} onChange={(event) => void i18n.changeLanguage(event.target.value)}>
        {LocaleSchema.options.map((language) => (
          <option key={language} value={language} lang={language}>
            {t(`language.${language}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
