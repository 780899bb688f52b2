import { readFile } from 'node:fs/promises'
import * as z from 'zod/mini'
import { TemplateIdSchema } from '../../shared/api/boards.ts'
import { PARTY_PALETTE } from '../../shared/parties/palette.ts'
import { NOTE_KINDS } from '../../shared/records/note-kind.ts'
import { LEVELS } from '../../shared/records/party-parts.ts'
import { RELATION_KINDS } from '../../shared/records/relation-kinds.ts'

/** More does not stay legible on a note that is read from across a table. */
export const SAMPLE_NOTE_CHARS = 60

const Bilingual = z.strictObject({ nl: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) })
/** The sample's parties are named by their key in the palette. */
const PartyKey = z.enum(PARTY_PALETTE.map(({ key }) => key))
const noteText = z.string().check(z.minLength(1), z.maxLength(SAMPLE_NOTE_CHARS))

const NoteSchema = z.strictObject({
  /** The party that signs it. */
  by: PartyKey,
  nl: noteText,
  en: noteText,
  /** Where it is another kind than its region suggests. */
  kind: z.optional(z.enum(NOTE_KINDS)),
})
export type SampleNote = z.infer<typeof NoteSchema>

const CardSchema = z.strictObject({
  party: PartyKey,
  /** How far to the right in its region it lies, from 0 to 1, where that says something. */
  at: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
})
export type SampleCard = z.infer<typeof CardSchema>

/** Regions are named by their key; those of a place for a party as `<party>.<key>`. */
const PlateSchema = z.strictObject({
  template: TemplateIdSchema,
  cards: z.record(z.string(), z.array(CardSchema)),
  notes: z.record(z.string(), z.array(NoteSchema)),
})
export type SamplePlate = z.infer<typeof PlateSchema>

const RelationSchema = z.strictObject({
  kind: z.enum(RELATION_KINDS),
  /** The Dutch texts of the two notes. */
  from: z.string(),
  to: z.string(),
})
export type SampleRelation = z.infer<typeof RelationSchema>

const SampleSchema = z.strictObject({
  title: Bilingual,
  parties: z.array(
    z.strictObject({
      kind: PartyKey,
      /** Its own name; without it that of the palette. */
      name: z.optional(Bilingual),
      levels: z.array(z.enum(LEVELS)),
      mandate: z.nullable(z.boolean()),
    }),
  ),
  /** The shared sentences, by slot. */
  sentences: z.record(z.string(), Bilingual),
  /** The plates as they lie on the table: a row for each step of the method. */
  rows: z.array(z.array(PlateSchema)),
  relations: z.array(RelationSchema),
})
export type SampleContent = z.infer<typeof SampleSchema>

/** The sample's content cannot be used. The message is meant for the operator. */
export class SampleError extends Error {}

export function parseSample(data: unknown): SampleContent {
  const { data: content, error } = SampleSchema.safeParse(data, { error: z.locales.en().localeError })
  if (error) throw new SampleError(`The sample table cannot be used:\n${z.prettifyError(error)}`, { cause: error })
  return content
}

export async function loadSample(): Promise<SampleContent> {
  const file = new URL('uitstroming.json', import.meta.url)
  return parseSample(JSON.parse(await readFile(file, 'utf8')))
}
