import type { Dossier } from '../api/dossier.ts'
import type { BoardRecord } from '../records/schema.ts'
import { answersByRegion, looseAnswers } from './answers.ts'
import { type Layout, readLayout } from './layout.ts'
import { partiesOf } from './parties.ts'
import { relationsOf } from './relations.ts'

/** Derives the dossier from the records of a table. The same records give the same dossier, in whatever order they come. */
export function buildDossier(records: readonly BoardRecord[], layout: Layout = readLayout(records)): Dossier {
  const byId = new Map<string, BoardRecord>(records.map((record) => [record.id, record]))
  return {
    regions: answersByRegion(layout, byId),
    parties: partiesOf(layout, records),
    relations: relationsOf(byId),
    loose: looseAnswers(layout),
  }
}
