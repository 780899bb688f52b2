import { describe, expect, test } from 'vitest'
import { buildDossier } from '../../../shared/dossier/build.ts'
import { readLayout } from '../../../shared/dossier/layout.ts'
import { suggestionsIn } from '../../../shared/dossier/suggestion.ts'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import { aNote, aRegion, aSheet } from '../../support/records.ts'

const sheet = aSheet('circle')
const region = (key: string, takes: string[], place: Partial<Parameters<typeof aRegion>[2]> = {}) =>
  aRegion(sheet, key, { takes, ...place })
const note = (meta = {}, at: [number, number] = [200, 200]) => aNote('n', { at, meta })

/** The answer that the one note on the table is. */
function answerOn(...records: BoardRecord[]) {
  const { regions, loose } = buildDossier([sheet, ...records])
  const [answer] = [...regions.flatMap(({ answers }) => answers), ...loose]
  if (!answer) throw new Error('no note')
  return answer
}

describe('the kind of a note', () => {
  test('is the first that its place asks for, of those that a note can be', () => {
    expect(answerOn(region('a', ['strength', 'fact']), note()).kind).toBe('strength')
    expect(answerOn(region('a', ['vote', 'party', 'score', 'stance', 'picture', 'story']), note()).kind).toBe('story')
  })

  test('is plain where nothing is asked for that a note can be, and beside all places', () => {
    expect(answerOn(region('a', ['party']), note()).kind).toBe('note')
    expect(answerOn(region('a', ['fact']), note({}, [700, 700])).kind).toBe('note')
    expect(answerOn(region('a', ['treasure', '', '__proto__']), note()).kind).toBe('note')
  })

  test('is what somebody chose, wherever it lies', () => {
    expect(answerOn(region('a', ['strength']), note({ kind: 'fact' })).kind).toBe('fact')
    expect(answerOn(note({ kind: 'fact' })).kind).toBe('fact')
    expect(answerOn(region('a', ['strength']), note({ kind: 'note' })).kind).toBe('note')
  })

  test.each(['party', 'FACT', 'fact ', 'constructor', 7, null, ['fact'], { kind: 'fact' }])(
    'that stands as %j is no choice',
    (kind) => {
      expect(answerOn(region('a', ['strength']), note({ kind })).kind).toBe('strength')
    },
  )

  test('where places overlap follows the first of them in reading order that asks for notes', () => {
    const [first, second] = [region('a', ['party'], { index: 'a1' }), region('b', ['risk'], { index: 'a2' })]
    const third = region('c', ['idea'], { index: 'a3' })
    expect(answerOn(third, second, first, note()).kind).toBe('risk')
  })

  test('is not asked for by a shared sentence', () => {
    expect(answerOn(region('a', ['ambition'], { kind: 'hub' }), note()).kind).toBe('note')
  })
})

describe('what is told of a note', () => {
  const told = (meta: object) => {
    const { noteId: _id, text: _text, by: _by, party: _party, ...rest } = answerOn(note({ ...meta }))
    return rest
  }

  test('belongs to its kind: a source to a fact, who and when to an action, whose to an interest', () => {
    const all = { source: ' GGD 2025 ', owner: 'party:ggz', due: '2026-05-12', sort: 'individual' }
    expect(told({ kind: 'fact', ...all })).toEqual({ kind: 'fact', source: 'GGD 2025' })
    expect(told({ kind: 'action', ...all })).toEqual({ kind: 'action', owner: 'party:ggz', due: '2026-05-12' })
    expect(told({ kind: 'interest', ...all })).toEqual({ kind: 'interest', sort: 'individual' })
    expect(told({ kind: 'story', ...all })).toEqual({ kind: 'story' })
  })

  test.each([
    { kind: 'fact', source: '' },
    { kind: 'fact', source: '   ' },
    { kind: 'fact', source: 'x'.repeat(121) },
    { kind: 'fact', source: 5 },
    { kind: 'fact', source: { toString: 'x' } },
    { kind: 'action', owner: 'x'.repeat(61) },
    { kind: 'action', owner: ['party:ggz'] },
    { kind: 'action', due: '2026-02-30' },
    { kind: 'action', due: '2026-13-01' },
    { kind: 'action', due: '12-05-2026' },
    { kind: 'action', due: '2026-05-12T10:00' },
    { kind: 'action', due: 20260512 },
    { kind: 'interest', sort: 'everybody' },
    { kind: 'interest', sort: true },
  ])('is not told where it does not fit: %j', (meta) => {
    expect(told(meta)).toEqual({ kind: meta.kind })
  })

  test('one thing that does not fit takes nothing else away', () => {
    expect(told({ kind: 'action', owner: 'Wijkteam', due: 'soon' })).toEqual({ kind: 'action', owner: 'Wijkteam' })
  })

  test('an interest is of whom its place is for, whatever was chosen', () => {
    const answerIn = (key: string, meta = {}) => answerOn(region(key, ['interest']), note(meta)).sort
    expect(answerIn('petal-1.collectief')).toBe('collective')
    expect(answerIn('petal-1.organisatie')).toBe('organisation')
    expect(answerIn('individueel', { sort: 'collective' })).toBe('individual')
    expect(answerIn('belangen', { sort: 'collective' })).toBe('collective')
    expect(answerIn('belangen')).toBeUndefined()
  })
})

test('what places ask for is the same object for all notes in them, so that who listens hears of changes only', () => {
  const records = [sheet, region('a', ['risk']), aNote('a', { at: [50, 50] }), aNote('b', { at: [90, 90] })]
  const [one, other] = [suggestionsIn(readLayout(records)), suggestionsIn(readLayout([...records]))]
  expect(one.size).toBe(2)
  expect(new Set([...one.values(), ...other.values()]).size).toBe(1)
})
