import * as z from 'zod/mini'
import { HUES } from '../hues.ts'
import { Pictogram } from '../pictogram.ts'
import { Field, Icon, Key, Picture, Region, Sentence, Words } from '../region-schema.ts'

const Share = z.number().check(z.gte(0.2), z.lte(5))
/** How wide it is among those beside it; 1 by default. */
const size = { width: z.optional(Share), hue: z.optional(z.enum(HUES)) }

/** One shared sentence over the whole width. */
const Banner = z.strictObject({ part: z.literal('banner'), ...size, sentence: Sentence })

/** The names of the two ends of an axis, the low one first. */
const Axis = z.strictObject({ name: Words, low: Words, high: Words })

/**
 * Fields of one size in rows: cards, quadrants, columns, layers, a list. `between` draws signs from each to the next;
 * `axes` says what lies to the right and what on top.
 */
const Cells = z.strictObject({
  part: z.literal('cells'),
  ...size,
  /** Over all of them. */
  heading: z.optional(Words),
  columns: z.int().check(z.gte(1), z.lte(8)),
  cells: z.array(Field).check(z.minLength(1), z.maxLength(16)),
  isNumbered: z.optional(z.boolean()),
  between: z.optional(z.union([z.literal('arrow'), z.array(z.enum(['=', '×', '+', '↔'])).check(z.minLength(1))])),
  axes: z.optional(z.strictObject({ across: Axis, up: Axis })),
})

/** The hue of a column's head is that of its cells. */
const Head = z.strictObject({
  label: Words,
  note: z.optional(Words),
  icon: z.optional(Icon),
  pictogram: Picture,
  hue: z.optional(z.enum(HUES)),
})

/** Rows under heads. What is printed in a cell stands in its `lines`; its label is read aloud and stands in lists. */
const Matrix = z.strictObject({
  part: z.literal('matrix'),
  ...size,
  corner: z.optional(Words),
  heads: z.array(Head).check(z.minLength(1), z.maxLength(7)),
  rows: z
    .array(z.strictObject({ head: Head, cells: z.array(Field).check(z.minLength(1), z.maxLength(7)) }))
    .check(z.minLength(1), z.maxLength(9)),
})

/** A plate with a place for each party has at least so many; those without a party wait for one. */
const leastPlaces = z.int().check(z.gte(1), z.lte(8))

/** A row for each party, with a cell under each head. `examples` are printed for parties of the palette, by the key of the cell. */
const PartyRows = z.strictObject({
  part: z.literal('party-rows'),
  ...size,
  leastPlaces,
  corner: z.optional(Words),
  heads: z.array(Head).check(z.minLength(1), z.maxLength(7)),
  cells: z.array(Field).check(z.minLength(1), z.maxLength(7)),
  examples: z.optional(z.record(Key, z.record(Key, z.array(Words).check(z.minLength(1), z.maxLength(4))))),
})

/** A pillar for each party, with a cell on each level. */
const Pillars = z.strictObject({
  part: z.literal('pillars'),
  ...size,
  leastPlaces,
  levels: z.array(z.strictObject({ head: Head, cell: Field })).check(z.minLength(1), z.maxLength(7)),
})

/** Rows with a pole at either end; where a card lies between them is its answer. */
const Scales = z.strictObject({
  part: z.literal('scales'),
  ...size,
  left: z.optional(Words),
  right: z.optional(Words),
  blocks: z
    .array(
      z.strictObject({
        label: Words,
        rows: z
          .array(
            z.strictObject({
              region: Region,
              left: Words,
              right: Words,
              /** One at each pole. */
              pictograms: z.optional(z.tuple([Pictogram, Pictogram])),
            }),
          )
          .check(z.minLength(1), z.maxLength(6)),
      }),
    )
    .check(z.minLength(1), z.maxLength(4)),
})

/** A dark ring of words round a hub, each with its field outside, clockwise from twelve. */
const Ring = z.strictObject({
  part: z.literal('ring'),
  ...size,
  sectors: z.array(Field).check(z.minLength(3), z.maxLength(8)),
  hub: z.union([Sentence, Region]),
})

/** Boxes on spokes round a hub. */
const Star = z.strictObject({
  part: z.literal('star'),
  ...size,
  seats: z.array(Field).check(z.minLength(2), z.maxLength(8)),
  hub: z.union([Sentence, Region]),
})

/** Stations of a road in the order in which they are passed; from four on it turns and comes back in a second row. */
const Path = z.strictObject({
  part: z.literal('path'),
  ...size,
  stations: z
    .array(z.strictObject({ ...Field.shape, hue: z.optional(z.enum(HUES)) }))
    .check(z.minLength(2), z.maxLength(9)),
  /** From the last one one begins anew. */
  isLoop: z.optional(z.boolean()),
})

/** Steps that rise to the right. */
const Stairs = z.strictObject({
  part: z.literal('stairs'),
  ...size,
  steps: z.array(Field).check(z.minLength(2), z.maxLength(6)),
  axes: z.optional(z.strictObject({ across: Words, up: Words })),
})

/** From wide to narrow, from the left to the right. */
const Funnel = z.strictObject({
  part: z.literal('funnel'),
  ...size,
  stages: z.array(Field).check(z.minLength(2), z.maxLength(5)),
})

/** Two banks and the bridge between them. */
const Bridge = z.strictObject({
  part: z.literal('bridge'),
  ...size,
  left: Field,
  middle: Field,
  right: Field,
})

/** A petal for each party round a hub, each cut in bands from the inside out; the last one is the most personal. */
const Petals = z.strictObject({
  part: z.literal('petals'),
  ...size,
  leastPlaces,
  bands: z.tuple([Region, Region, Region]),
  hub: Sentence,
})

/** A table with a shared sentence, and at either side the boxes of the parties that sit at it. */
const Table = z.strictObject({
  part: z.literal('table'),
  ...size,
  leastPlaces,
  seat: Field,
  hub: Sentence,
})

const Part = z.discriminatedUnion('part', [
  Banner,
  Cells,
  Matrix,
  PartyRows,
  Pillars,
  Scales,
  Ring,
  Star,
  Path,
  Stairs,
  Funnel,
  Bridge,
  Petals,
  Table,
])

/** Parts in rows; each row has its share of the height, a row of one banner only what it needs. */
export const Stack = z.strictObject({
  kind: z.literal('stack'),
  rows: z
    .array(z.strictObject({ height: z.optional(Share), parts: z.array(Part).check(z.minLength(1), z.maxLength(4)) }))
    .check(z.minLength(1), z.maxLength(6)),
})

export type StackData = z.infer<typeof Stack>
export type PartData = z.infer<typeof Part>
export type PartOf<P extends PartData['part']> = Extract<PartData, { part: P }>
export type HeadData = z.infer<typeof Head>
