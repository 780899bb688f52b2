import type { RegionKind } from '../records/region.ts'
import type { FigureRegion } from './drawing.ts'
import type { Tones } from './hues.ts'
import type { TemplateRegion } from './region-schema.ts'

type Parts = Omit<FigureRegion, 'outline' | 'invitation' | 'sentence'>

/** What a region of a figure has from its template, whatever its form. */
export const regionParts = (region: TemplateRegion, kind: RegionKind, tones: Tones): Parts => ({
  key: region.key,
  kind,
  slot: region.slot,
  partySlot: region.partySlot ?? null,
  domain: region.domain ?? null,
  label: region.label,
  question: region.question ?? { nl: '', en: '' },
  takes: region.takes ?? [],
  party: null,
  except: [],
  tones,
})
