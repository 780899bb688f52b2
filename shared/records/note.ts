import type { TLNoteShape } from '@tldraw/tlschema'

/** An empty note of scale 1, in canvas units. A note has one width and grows downwards with its text. */
export const NOTE_SIZE = { w: 176, h: 72 } as const

/** Size, line height and weight of a note's text, and the white round it. */
export const NOTE_TEXT = { size: 20, line: 24, weight: 500, padding: 11 } as const

/** All notes look alike, whatever tldraw's styles were set to for drawing. */
export const NOTE_LOOK = {
  color: 'yellow',
  labelColor: 'black',
  size: 's',
  font: 'sans',
  fontSizeAdjustment: 0,
  align: 'start',
  verticalAlign: 'start',
} as const satisfies Partial<TLNoteShape['props']>

/** What is longer than this is cut until the note is opened. */
export const NOTE_MAX_LINES = 6

/** Room between the text and the foot with the mark, from the second line on. */
const FOOT_GAP = 12

/** How much taller than an empty note a note with so many lines is, before its scale: one line fits in the empty note. */
export const noteGrowth = (lines: number): number => (lines <= 1 ? 0 : FOOT_GAP + NOTE_TEXT.line * (lines - 1))

/** The most that a note grows on the table, whatever it holds. */
export const NOTE_MAX_GROWTH = noteGrowth(NOTE_MAX_LINES)

/** The size of a note as everybody sees it while it is not open. */
export const noteBox = ({ scale, growY }: Pick<TLNoteShape['props'], 'scale' | 'growY'>): { w: number; h: number } => ({
  w: NOTE_SIZE.w * scale,
  h: (NOTE_SIZE.h + growY) * scale,
})
