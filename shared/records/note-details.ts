import * as z from 'zod/mini'
import { INTEREST_SORTS, type NoteKind } from './note-kind.ts'

/** In characters. */
export const DETAIL_CHARS = { source: 120, owner: 60 } as const

/** A day as `2026-05-12` that is on the calendar. */
function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

const line = (mostChars: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(mostChars))
/** Anybody may have put anything under a name: what does not fit is as good as absent. */
const ifFits = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined)

const Details = z.object({
  /** Whose interest it is. */
  sort: ifFits(z.enum(INTEREST_SORTS)),
  /** Where a fact comes from. */
  source: ifFits(line(DETAIL_CHARS.source)),
  /** Who does an action: record id of a party, or a name. */
  owner: ifFits(line(DETAIL_CHARS.owner)),
  /** The day on which an action is done, as `2026-05-12`. */
  due: ifFits(z.string().check(z.refine(isDay))),
})
export type NoteDetails = z.infer<typeof Details>
export type NoteDetail = keyof NoteDetails

const OF_KIND: Partial<Record<NoteKind, readonly NoteDetail[]>> = {
  interest: ['sort'],
  fact: ['source'],
  action: ['owner', 'due'],
}

/** What can be told of notes of a kind besides their words. */
export const detailsFor = (kind: NoteKind): readonly NoteDetail[] => OF_KIND[kind] ?? []

/** What is told of a note of that kind. What was told while it was of another kind waits in its record. */
export function readDetails(kind: NoteKind, meta: unknown): NoteDetails {
  const names = detailsFor(kind)
  if (names.length === 0) return {}
  const read = Details.safeParse(meta)
  if (!read.success) return {}
  return Object.fromEntries(names.flatMap((name) => (read.data[name] === undefined ? [] : [[name, read.data[name]]])))
}
