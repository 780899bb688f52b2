import type { Locale } from '../../shared/api/boards.ts'
import type { Bilingual } from '../../shared/records/region.ts'

/** The reader's half of a text of the plates. */
export const inLanguage = (text: Bilingual, locale: Locale): string => text[locale]

/** The language that i18next settled on, as one of ours. */
export const localeOf = (language: string | undefined): Locale => (language === 'en' ? 'en' : 'nl')
