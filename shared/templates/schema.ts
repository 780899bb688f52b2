import * as z from 'zod/mini'
import { TemplateIdSchema } from '../api/boards.ts'
import { DOMAINS } from '../records/domains.ts'
import { HUES } from './hues.ts'
import { SLOTS } from './slots.ts'

const Words = z.strictObject({
  nl: z.string().check(z.minLength(1)),
  en: z.string().check(z.minLength(1)),
})

const Hue = z.enum(HUES)
const Domain = z.enum(DOMAINS)
const Slot = z.enum(SLOTS)
/** Names a region within its template. */
const Key = z.string().check(z.regex(/^[a-z][a-z0-9.-]{0,40}$/))
/** Name of a Lucide icon. */
const Icon = z.string().check(z.regex(/^[a-z][a-z0-9-]+$/))

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
}
const Region = z.strictObject(region)

/** A region with one shared sentence; `caption` stands above the sentence once it is written. */
const Sentence = z.strictObject({ ...region, caption: Words })

/** Eight fields round a ring in four quadrants, clockwise from the top right; the hub holds a sentence. */
const FieldsRoundRing = z.strictObject({
  kind: z.literal('fields-round-ring'),
  quadrants: z.tuple([Words, Words, Words, Words]),
  fields: z.array(Region).check(z.length(8)),
  hub: Sentence,
})

const Lobe = z.strictObject({ ...region, hue: Hue, strip: Sentence })

/** Three lobes that overlap round a core, upper left, upper right and bottom, under a banner. */
const Lobes = z.strictObject({
  kind: z.literal('lobes'),
  banner: Sentence,
  lobes: z.tuple([Lobe, Lobe, Lobe]),
  core: Region,
  /** Where two lobes meet: the upper two, the left one with the bottom, the right one with the bottom. */
  overlaps: z.tuple([Region, Region, Region]),
})

const Sector = z.strictObject({ domain: Domain, label: Words, icon: Icon })

/** Three rings round a hub, from the inside out, each cut in three sectors: left, right and bottom; a tray beside them. */
const Rings = z.strictObject({
  kind: z.literal('rings'),
  hub: Sentence,
  rings: z.tuple([Region, Region, Region]),
  sectors: z.tuple([Sector, Sector, Sector]),
  tray: Region,
})

/** A plate as data: what it says and asks, in both languages. Its form follows from the kind of figure. */
export const TemplateSchema = z.strictObject({
  id: TemplateIdSchema,
  /** Number in the catalogue; stands at the foot of an empty plate. */
  number: z.string().check(z.regex(/^[A-C]\d{2}$/)),
  /** Place in lists, from 1. */
  order: z.int(),
  title: Words,
  /** What a group uses the plate for, in one line. */
  purpose: Words,
  source: Words,
  /** Says which step of the method the plate serves; an overview has ink. */
  hue: z.enum([...HUES, 'ink']),
  icon: Icon,
  figure: z.discriminatedUnion('kind', [FieldsRoundRing, Lobes, Rings]),
})
export type Template = z.infer<typeof TemplateSchema>

export type TemplateRegion = z.infer<typeof Region>
type FigureOf<K extends Template['figure']['kind']> = Extract<Template['figure'], { kind: K }>
export type FieldsRoundRingData = FigureOf<'fields-round-ring'>
export type LobesData = FigureOf<'lobes'>
export type RingsData = FigureOf<'rings'>
