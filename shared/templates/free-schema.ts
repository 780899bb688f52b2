import * as z from 'zod/mini'
import { A1 } from './paper.ts'
import { Region, Words } from './region-schema.ts'

/** The smallest region in which a note lies with white round it. */
export const SMALLEST_AREA = { w: 220, h: 180 } as const
/** Letters of words that somebody placed: from what can be read on A1 to a heading. */
export const LETTER = { smallest: 18, largest: 96 } as const
export const MOST = { areas: 40, words: 60, lines: 60, linePoints: 24 } as const

const Across = z.number().check(z.gte(A1.content.x), z.lte(A1.end.x))
const Down = z.number().check(z.gte(A1.content.y), z.lte(A1.end.y))

const Area = z.strictObject({
  ...Region.shape,
  shape: z.enum(['box', 'ellipse']),
  x: Across,
  y: Down,
  w: z.number().check(z.gte(SMALLEST_AREA.w), z.lte(A1.content.w)),
  h: z.number().check(z.gte(SMALLEST_AREA.h), z.lte(A1.content.h)),
})

const PlacedWords = z.strictObject({
  text: Words,
  /** The left end of the first line, and the top. */
  x: Across,
  y: Down,
  size: z.number().check(z.gte(LETTER.smallest), z.lte(LETTER.largest)),
})

const PlacedLine = z.strictObject({
  points: z.array(z.strictObject({ x: Across, y: Down })).check(z.minLength(2), z.maxLength(MOST.linePoints)),
  /** Whether it points to its last point. */
  isArrow: z.boolean(),
})

/** Regions, words and lines where somebody has drawn them, in canvas units from the corner of the sheet. */
export const Free = z.strictObject({
  kind: z.literal('free'),
  areas: z.array(Area).check(z.minLength(1), z.maxLength(MOST.areas)),
  words: z.array(PlacedWords).check(z.maxLength(MOST.words)),
  lines: z.array(PlacedLine).check(z.maxLength(MOST.lines)),
})

export type FreeData = z.infer<typeof Free>
export type FreeArea = FreeData['areas'][number]
export type FreeWords = FreeData['words'][number]
