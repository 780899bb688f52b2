import type { Dossier } from '../api/dossier.ts'
import type { BoardRecord } from '../records/schema.ts'
import { answersByRegion, looseAnswers } from './answers.ts'
import { elsewhereOf } from './elsewhere.ts'
import { type Layout, readLayout } from './layout.ts'
import { partiesOf } from './parties.ts'
import { relationsOf } from './relations.ts'

const NOTHING = { parties: [], notes: [] }

/** Derives the dossier from the records of a table. The same records give the same dossier, in whatever order they come. */
export function buildDossier(records: readonly BoardRecord[], layout: Layout = readLayout(records)): Dossier {
  const byId = new Map<string, BoardRecord>(records.map((record) => [record.id, record]))
  const regions = answersByRegion(layout, byId)
  const parties = partiesOf(layout, regions, records)
  const elsewhere = elsewhereOf(regions, layout, parties)
  return {
    regions: regions.map((region) => ({ ...region, elsewhere: elsewhere.get(region.regionId) ?? NOTHING })),
    parties,
    relations: relationsOf(byId),
    loose: looseAnswers(layout),
  }
}
