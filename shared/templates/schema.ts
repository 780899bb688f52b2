import * as z from 'zod/mini'
import { TemplateIdSchema } from '../api/boards.ts'
import { Free } from './free-schema.ts'
import { HUES } from './hues.ts'
import { Stack } from './parts/schema.ts'
import { Domain, Icon, Picture, Region, Sentence, Words } from './region-schema.ts'
import { SESSIONS } from './sessions.ts'
import { isCanonical } from './slots.ts'
import { slotsIn } from './slots-in.ts'

const Hue = z.enum(HUES)

/** Eight fields round a ring in four quadrants, clockwise from the top right; the hub holds a sentence. */
const FieldsRoundRing = z.strictObject({
  kind: z.literal('fields-round-ring'),
  quadrants: z.tuple([Words, Words, Words, Words]),
  fields: z.array(Region).check(z.length(8)),
  hub: Sentence,
})

const Lobe = z.strictObject({ ...Region.shape, hue: Hue, strip: Sentence })

/** Three lobes that overlap round a core, upper left, upper right and bottom, under a banner. */
const Lobes = z.strictObject({
  kind: z.literal('lobes'),
  banner: Sentence,
  lobes: z.tuple([Lobe, Lobe, Lobe]),
  core: Region,
  /** Where two lobes meet: the upper two, the left one with the bottom, the right one with the bottom. */
  overlaps: z.tuple([Region, Region, Region]),
})

const Sector = z.strictObject({ domain: Domain, label: Words, icon: Icon, pictogram: Picture })

/** Three rings round a hub, from the inside out, each cut in three sectors: left, right and bottom; a tray beside them. */
const Rings = z.strictObject({
  kind: z.literal('rings'),
  hub: Sentence,
  rings: z.tuple([Region, Region, Region]),
  sectors: z.tuple([Sector, Sector, Sector]),
  tray: Region,
})

/** A step of the wheel with the fields of its two questions. */
const WheelStep = z.strictObject({
  label: Words,
  note: Words,
  icon: Icon,
  pictogram: Picture,
  hue: Hue,
  fields: z.tuple([Region, Region]),
})

/** Four steps in a ring round a hub, clockwise from twelve. */
const Wheel = z.strictObject({
  kind: z.literal('wheel'),
  steps: z.tuple([WheelStep, WheelStep, WheelStep, WheelStep]),
  hub: Region,
})

/** From the fewest to the most. */
const Range = z.tuple([z.int().check(z.gte(1)), z.int().check(z.lte(600))])

/** Slots of a template's own begin with its id, so that no two templates ever mean different things by one name. */
const hasOwnSlots = ({ id, figure }: { id: string; figure: unknown }): boolean =>
  [...slotsIn(figure)].every((slot) => isCanonical(slot) || slot.startsWith(`${id}.`))

/** A plate as data: what it says and asks, in both languages. Its form follows from the kind of figure. */
export const TemplateSchema = z
  .strictObject({
    id: TemplateIdSchema,
    /** Number in the catalogue, which is also its place in lists; stands at the foot of an empty plate. E is for own ones. */
    number: z.string().check(z.regex(/^([A-C]\d{2}[a-c]?|E\d{2,4})$/)),
    title: Words,
    /** What a group uses the plate for, in one line. */
    purpose: Words,
    /** How it is used, in a few lines of our own. */
    help: Words,
    minutes: Range,
    people: Range,
    source: Words,
    /** Whether the source has no such drawing any more, or never had: the form is ours. */
    isReconstruction: z.boolean(),
    /** Whether it works with pictures and hardly any text. */
    isForResidents: z.boolean(),
    /** The step of the route that it belongs to, 1 to 6; none for what serves all of them. */
    guide: z.optional(z.int().check(z.gte(1), z.lte(6))),
    sessions: z.array(z.enum(SESSIONS)).check(z.minLength(1)),
    /** Says which step of the method the plate serves; an overview has ink. */
    hue: z.enum([...HUES, 'ink']),
    icon: Icon,
    pictogram: Picture,
    figure: z.discriminatedUnion('kind', [FieldsRoundRing, Wheel, Lobes, Rings, Stack, Free]),
  })
  .check(z.refine(hasOwnSlots, { error: 'A slot is neither canonical nor begins with the id of the template.' }))
export type Template = z.infer<typeof TemplateSchema>

type FigureOf<K extends Template['figure']['kind']> = Extract<Template['figure'], { kind: K }>
export type FieldsRoundRingData = FigureOf<'fields-round-ring'>
export type WheelData = FigureOf<'wheel'>
export type LobesData = FigureOf<'lobes'>
export type RingsData = FigureOf<'rings'>
