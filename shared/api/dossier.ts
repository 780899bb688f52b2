import * as z from 'zod/mini'
import { DOMAINS } from '../records/domains.ts'
import { RELATION_KINDS } from '../records/relation-kinds.ts'

export const Bilingual = z.object({ nl: z.string(), en: z.string() })
const Domain = z.enum(DOMAINS)

/** One note as an answer. `by` and `party` are null where nobody signed. */
const AnswerSchema = z.object({
  noteId: z.string(),
  text: z.string(),
  by: z.nullable(z.string()),
  party: z.nullable(z.string()),
})
export type Answer = z.infer<typeof AnswerSchema>

/** A region with what lies in it, in reading order. `sentence` is set for regions that show one shared sentence. */
const RegionAnswersSchema = z.object({
  regionId: z.string(),
  sheetId: z.string(),
  template: z.string(),
  scope: z.string(),
  slot: z.string(),
  domain: z.nullable(Domain),
  label: Bilingual,
  question: Bilingual,
  sentence: z.nullable(z.string()),
  answers: z.array(AnswerSchema),
  /** Record ids of the parties whose cards lie here. */
  parties: z.array(z.string()),
})
export type RegionAnswers = z.infer<typeof RegionAnswersSchema>

export const RINGS = ['kern', 'ring2', 'rand'] as const

/** A party and what its cards' places say. `ring` is the innermost one where cards differ. */
const DossierPartySchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  icon: z.string(),
  seat: z.number(),
  ring: z.nullable(z.enum(RINGS)),
  domains: z.array(Domain),
  core: z.boolean(),
  missing: z.boolean(),
  cards: z.array(z.string()),
  /** How many notes carry this party's mark. */
  notes: z.number(),
})
export type DossierParty = z.infer<typeof DossierPartySchema>

const RelationEndSchema = z.object({ type: z.enum(['party', 'note']), id: z.string() })
export type RelationEnd = z.infer<typeof RelationEndSchema>

/** What an arrow says of the two that it joins. `id` is the arrow's; a card stands for its party. */
const RelationSchema = z.object({
  id: z.string(),
  kind: z.enum(RELATION_KINDS),
  from: RelationEndSchema,
  to: RelationEndSchema,
})
export type Relation = z.infer<typeof RelationSchema>

/** All that is derived from a board. `loose` are notes that lie in no region. */
export const DossierSchema = z.object({
  regions: z.array(RegionAnswersSchema),
  parties: z.array(DossierPartySchema),
  relations: z.array(RelationSchema),
  loose: z.array(AnswerSchema),
})
export type Dossier = z.infer<typeof DossierSchema>
