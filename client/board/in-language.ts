import type { Locale } from '../../shared/api/boards.ts'
import type { Bilingual } from '../../shared/records/region.ts'

/** The reader's half of a text of the plates. `language` is the one that i18next resolved. */
export const inLanguage = (text: Bilingual, language: string): string => text[localeOf(language)]

export const localeOf = (language: string): Locale => (language.startsWith('en') ? 'en' : 'nl')
