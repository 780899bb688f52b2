import * as z from 'zod/mini'
import { DOMAINS } from '../records/domains.ts'
import { ITEM_KINDS } from './item-kinds.ts'
import { Pictogram } from './pictogram.ts'
import { SLOTS } from './slots.ts'

/** Longer than any plate of ours needs, and short enough to be drawn. */
const WORDS_CHARS = 500
/** No control characters, no halves of letters, and nothing that turns the direction of what stands after it. */
const PRINTED = /^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u
const printed = z
  .string()
  .check(
    z.regex(/\S/),
    z.maxLength(WORDS_CHARS),
    z.regex(PRINTED, { error: 'This has characters that cannot be printed.' }),
  )

export const Words = z.strictObject({ nl: printed, en: printed })

export const Domain = z.enum(DOMAINS)

/** A canonical slot, or one of a template's own, which starts with its id. */
const Slot = z.union([z.enum(SLOTS), z.string().check(z.regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/), z.maxLength(80))])

/** Names a region within its template. */
export const Key = z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{0,40}$/))

/** Name of a Lucide icon. */
export const Icon = z.string().check(z.regex(/^[a-z][a-z0-9-]+$/))

/** The picture that residents see in place of the icon. */
export const Picture = z.optional(Pictogram)

const region = {
  key: Key,
  slot: Slot,
  /** The slot of party cards that lie here, where it differs from that of notes. */
  partySlot: z.optional(Slot),
  domain: z.optional(Domain),
  label: Words,
  /** The key question. */
  question: z.optional(Words),
  icon: Icon,
  pictogram: Picture,
  /** What is asked for here, the first before all. */
  takes: z.optional(z.array(z.enum(ITEM_KINDS)).check(z.minLength(1))),
}
export const Region = z.strictObject(region)

/** A region that prints a few lines of its own: steps, examples, what to look for. */
export const Field = z.strictObject({
  ...region,
  lines: z.optional(z.array(Words).check(z.minLength(1), z.maxLength(12))),
})

/** A region with one shared sentence; `caption` stands above the sentence once it is written. */
export const Sentence = z.strictObject({ ...region, caption: Words })

export type TemplateRegion = z.infer<typeof Region>
export type FieldData = z.infer<typeof Field>
export type SentenceData = z.infer<typeof Sentence>
