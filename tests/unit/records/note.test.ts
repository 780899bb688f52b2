import { expect, test } from 'vitest'
import { NOTE_MAX_GROWTH, noteBox, noteGrowth } from '../../../shared/records/note.ts'

const heightOf = (lines: number) => noteBox({ scale: 1, growY: noteGrowth(lines) }).h

test('an empty note and one of a single line are 72 high, one of two lines 108', () => {
  expect([0, 1, 2, 3].map(heightOf)).toEqual([72, 72, 108, 132])
})

test('a note is cut at six lines', () => {
  expect(noteBox({ scale: 1, growY: NOTE_MAX_GROWTH })).toEqual({ w: 176, h: heightOf(6) })
})

test('scale makes a note larger as a whole', () => {
  expect(noteBox({ scale: 2, growY: 36 })).toEqual({ w: 352, h: 216 })
})
