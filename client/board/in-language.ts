import type { Locale } from '../../shared/api/boards.ts'
import { withoutSoftHyphens } from '../../shared/i18n/soft-hyphens.ts'
import type { Bilingual } from '../../shared/records/region.ts'

/** The reader's half of a text of the plates, as the chrome shows it. */
export const inLanguage = (text: Bilingual, locale: Locale): string => withoutSoftHyphens(text[locale])
