import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer } from '../../../shared/api/dossier.ts'
import { DossierSchema } from '../../../shared/api/dossier.ts'
import { buildDossier } from '../../../shared/dossier/build.ts'
import { isNoteKind, NOTE_KINDS } from '../../../shared/records/note-kind.ts'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import { ITEM_KINDS } from '../../../shared/templates/item-kinds.ts'
import { aNote, aRegion, aSheet } from '../../support/records.ts'

const coordinate = fc.integer({ min: 0, max: 900 })
const point = fc.tuple(coordinate, coordinate)
const takes = fc.array(fc.oneof(fc.constantFrom(...ITEM_KINDS), fc.string()), { maxLength: 4 })
const box = fc.record({ x: coordinate, y: coordinate, w: fc.constant(300), h: fc.constant(300), takes })
const plate = fc.array(box, { maxLength: 6 }).map((boxes) => {
  const sheet = aSheet('sheet')
  return [sheet, ...boxes.map((props, at) => aRegion(sheet, `r${at}`, { ...props, index: `a${at}` }))]
})

const answersOn = (records: readonly BoardRecord[]): Map<string, Answer> => {
  const { regions, loose } = buildDossier(records)
  return new Map([...regions.flatMap(({ answers }) => answers), ...loose].map((answer) => [answer.noteId, answer]))
}

test('untouched notes in one place are of one kind, whatever lay there before them and whoever laid them', () => {
  fc.assert(
    fc.property(plate, point, point, fc.string(), (records, at, before, by) => {
      const moved = { ...aNote('moved', { at: before, by }), x: at[0] - 88, y: at[1] - 36 }
      const answers = answersOn([...records, moved, aNote('new', { at, text: 'Iets' })])
      expect(answers.get('shape:moved')?.kind).toBe(answers.get('shape:new')?.kind)
    }),
  )
})

test('a chosen kind stays wherever the note goes', () => {
  fc.assert(
    fc.property(plate, fc.array(point, { minLength: 1 }), fc.constantFrom(...NOTE_KINDS), (records, points, kind) => {
      for (const at of points)
        expect(answersOn([...records, aNote('n', { at, meta: { kind } })]).get('shape:n')?.kind).toBe(kind)
    }),
  )
})

test('whatever stands beside a note, its answer is one that can be sent, and what cannot be a choice changes nothing', () => {
  const meta = fc.record(
    { kind: fc.jsonValue(), sort: fc.jsonValue(), source: fc.jsonValue(), owner: fc.jsonValue(), due: fc.jsonValue() },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(plate, point, meta, (records, at, hostile) => {
      const dossier = buildDossier([...records, aNote('n', { at, meta: hostile as never })])
      expect(DossierSchema.safeParse(dossier).success).toBe(true)
      fc.pre(!isNoteKind(hostile.kind))
      const untouched = answersOn([...records, aNote('n', { at })]).get('shape:n')
      expect(answersOn([...records, aNote('n', { at, meta: hostile as never })]).get('shape:n')?.kind).toBe(
        untouched?.kind,
      )
    }),
  )
})
