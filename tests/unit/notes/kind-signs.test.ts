import { expect, test } from 'vitest'
import { KIND_PATHS } from '../../../client/notes/kind-paths.ts'
import en from '../../../shared/i18n/en/board.json' with { type: 'json' }
import nl from '../../../shared/i18n/nl/board.json' with { type: 'json' }
import { NOTE_SIZE, NOTE_TEXT } from '../../../shared/records/note.ts'
import { NOTE_KINDS } from '../../../shared/records/note-kind.ts'
import { textWidth } from '../../../shared/templates/text-width.ts'

test('every kind has a sign and a word of its own in both languages', () => {
  for (const named of [KIND_PATHS, nl.kind, en.kind]) {
    expect(Object.keys(named).sort()).toEqual([...NOTE_KINDS].sort())
    expect(new Set(Object.values(named)).size).toBe(NOTE_KINDS.length)
  }
})

test('the word of each kind has room at the foot of a note, between its sign and the mark of a party', () => {
  const [sign, mark, gap, between] = [19, 20, 6, 4]
  const room = NOTE_SIZE.w - 2 * NOTE_TEXT.padding - sign - gap - mark - between
  for (const kind of NOTE_KINDS.filter((kind) => kind !== 'note'))
    for (const word of [nl.kind[kind], en.kind[kind]]) expect(textWidth(word, 16, 600), word).toBeLessThan(room)
})
