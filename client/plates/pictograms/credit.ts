import type { Bilingual } from '../../../shared/records/region.ts'

/** Stands wherever the pictures are shown, as their licence asks. */
export const PICTURES_CREDIT: Bilingual = {
  nl: 'Pictogrammen: OpenMoji, CC BY-SA 4.0',
  en: 'Pictograms: OpenMoji, CC BY-SA 4.0',
}

export const PICTURES_LICENCE = 'https://creativecommons.org/licenses/by-sa/4.0/'
