import type { Locale } from '../../shared/api/boards.ts'
import { withoutSoftHyphens } from '../../shared/i18n/soft-hyphens.ts'
import type { Bilingual } from '../../shared/records/region.ts'

/** The reader's half of a text of the plates, as the chrome shows it. */
export const inLanguage = (text: Bilingual, locale: Locale): string => withoutSoftHyphens(text[locale])

/** The language that i18next settled on, as one of ours. */
export const localeOf = (language: string | undefined): Locale => (language === 'en' ? 'en' : 'nl')
