import * as z from 'zod/mini'
import { DOMAINS } from '../records/domains.ts'
import { INTEREST_SORTS, NOTE_KINDS } from '../records/note-kind.ts'
import { LEVELS, TRIO } from '../records/party-parts.ts'
import { RELATION_KINDS } from '../records/relation-kinds.ts'

export const Bilingual = z.object({ nl: z.string(), en: z.string() })
const Domain = z.enum(DOMAINS)

/**
 * One note as an answer. `by` and `party` are null where nobody signed. Its kind is the one that somebody chose, or what its
 * place asks for; what is told besides depends on the kind and on whether anybody told it.
 */
const AnswerSchema = z.object({
  noteId: z.string(),
  text: z.string(),
  by: z.nullable(z.string()),
  party: z.nullable(z.string()),
  kind: z.enum(NOTE_KINDS),
  /** Of an interest: whose it is. */
  sort: z.optional(z.enum(INTEREST_SORTS)),
  /** Of a fact: where it comes from. */
  source: z.optional(z.string()),
  /** Of an action: record id of the party that does it, or a name; and the day on which it is done, as `2026-05-12`. */
  owner: z.optional(z.string()),
  due: z.optional(z.string()),
})
export type Answer = z.infer<typeof AnswerSchema>

/** What other plates add to a region: the same slot in one scope is the same information. */
const ElsewhereSchema = z.object({
  /** Parties that belong here though no card of theirs lies on this sheet. */
  parties: z.array(z.string()),
  /** Where notes on the same lie, and how many. */
  notes: z.array(z.object({ regionId: z.string(), notes: z.number() })),
})
export type Elsewhere = z.infer<typeof ElsewhereSchema>

/** A region with what lies in it, in reading order. `sentence` is set for regions that show one shared sentence. */
const RegionAnswersSchema = z.object({
  regionId: z.string(),
  sheetId: z.string(),
  template: z.string(),
  scope: z.string(),
  slot: z.string(),
  domain: z.nullable(Domain),
  /** Record id of the party that it is about, on plates that have a place for each. */
  party: z.nullable(z.string()),
  label: Bilingual,
  question: Bilingual,
  sentence: z.nullable(z.string()),
  answers: z.array(AnswerSchema),
  /** Record ids of the parties whose cards lie here. */
  parties: z.array(z.string()),
  elsewhere: ElsewhereSchema,
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
  /** On which levels it takes part: as was said, and as places say. */
  levels: z.array(z.enum(LEVELS)),
  /** Whether those at the table may decide for it; null as long as nobody has said so. */
  mandate: z.nullable(z.boolean()),
  trio: z.nullable(z.enum(TRIO)),
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
