import { ITEM_KINDS, type ItemKind } from '../templates/item-kinds.ts'

/** What a region may ask for that is no note: it is a card, a picture, or a sign that people set on something. */
const NO_NOTES = ['picture', 'vote', 'party', 'stance', 'score'] as const

/** What a note can be. `note` is a plain one. */
export type NoteKind = Exclude<ItemKind, (typeof NO_NOTES)[number]>

const noNotes: ReadonlySet<unknown> = new Set(NO_NOTES)
export const NOTE_KINDS: readonly NoteKind[] = ITEM_KINDS.filter((kind): kind is NoteKind => !noNotes.has(kind))

const known: ReadonlySet<unknown> = new Set(NOTE_KINDS)
export const isNoteKind = (value: unknown): value is NoteKind => known.has(value)

/** Whose interest it is. */
export const INTEREST_SORTS = ['collective', 'organisation', 'individual'] as const
export type InterestSort = (typeof INTEREST_SORTS)[number]

/** The kind that somebody chose for a note; undefined where nobody did, or where something else stands there. */
export const chosenKind = ({ kind }: Readonly<Record<string, unknown>>): NoteKind | undefined =>
  isNoteKind(kind) ? kind : undefined
