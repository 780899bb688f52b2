import type { Locale } from './api/boards.ts'

/** Where the sample table is found, in each language. */
export const SAMPLE_PATHS: Readonly<Record<Locale, string>> = { nl: '/voorbeeld', en: '/example' }
