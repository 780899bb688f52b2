import { describe, expect, test } from 'vitest'
import { buildDossier } from '../../../shared/dossier/build.ts'
import { readLayout } from '../../../shared/dossier/layout.ts'
import { relationKindsOnSheets } from '../../../shared/dossier/relations.ts'
import { relationKindOf } from '../../../shared/records/relation-kinds.ts'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import { aBinding, aCard, aNote, anArrow, aParty, aRegion, aRelation, aSheet } from '../../support/records.ts'

const [gemeente, ggz] = [aParty('gemeente'), aParty('ggz')]
const laid = [gemeente, ggz, aCard('one', gemeente.id), aCard('two', ggz.id), aNote('note')]

const relationsIn = (records: readonly BoardRecord[]) => buildDossier(records).relations

describe('a relation', () => {
  test('is an arrow of a kind between two cards or notes; a card stands for its party', () => {
    const arrows = [...aRelation('a', 'supplies', 'one', 'two'), ...aRelation('b', 'clashes', 'note', 'one')]
    expect(relationsIn([...laid, ...arrows])).toEqual([
      {
        id: 'shape:a',
        kind: 'supplies',
        from: { type: 'party', id: gemeente.id },
        to: { type: 'party', id: ggz.id },
      },
      {
        id: 'shape:b',
        kind: 'clashes',
        from: { type: 'note', id: 'shape:note' },
        to: { type: 'party', id: gemeente.id },
      },
    ])
  })

  test.each([
    ['a plain arrow', [anArrow('a'), aBinding('a', 'one', 'start'), aBinding('a', 'two')]],
    ['an arrow that is loose at one end', [anArrow('a', { relation: 'supplies' }), aBinding('a', 'two')]],
    ['an arrow to something that is gone', aRelation('a', 'supplies', 'one', 'gone')],
    ['an arrow to a plate', [aSheet('sheet'), ...aRelation('a', 'supplies', 'one', 'sheet')]],
    [
      'an arrow to a card of no party',
      [aCard('stray', aParty('bewoner').id), ...aRelation('a', 'clashes', 'one', 'stray')],
    ],
    ['an arrow from a party to itself', [aCard('again', gemeente.id), ...aRelation('a', 'supplies', 'one', 'again')]],
    ['what ties an arrow that is not there', [aBinding('a', 'one', 'start'), aBinding('a', 'two')]],
  ])('is not %s', (_, arrow) => {
    expect(relationsIn([...laid, ...arrow])).toEqual([])
  })

  test.each([undefined, null, 7, '', 'Supplies', '__proto__', 'constructor', ['supplies'], { kind: 'supplies' }])(
    'of kind %j is a plain arrow',
    (relation) => {
      expect(relationKindOf({ relation })).toBeUndefined()
      const arrow = { ...anArrow('a'), meta: { relation: relation as string } }
      const ties = [aBinding('a', 'one', 'start'), aBinding('a', 'two')]
      expect(relationsIn([...laid, arrow, ...ties])).toEqual([])
    },
  )

  test('with one end tied twice goes to the first by id', () => {
    const arrow = [...aRelation('a', 'supplies', 'one', 'two'), aBinding('a', 'note')]
    for (const records of [arrow, arrow.toReversed()])
      expect(relationsIn([...laid, ...records])).toMatchObject([{ to: { type: 'note', id: 'shape:note' } }])
  })
})

test('a legend names the kinds of the plate, once each and in their own order', () => {
  const sheets = [aSheet('s'), aSheet('other', { x: 2000 })] as const
  const regions = sheets.map((sheet) => aRegion(sheet, 'field'))
  const cards = [
    aCard('one', gemeente.id, { at: [100, 100] }),
    aCard('two', ggz.id, { at: [300, 300] }),
    aCard('there', ggz.id, { at: [2100, 100] }),
    aCard('beside', ggz.id, { at: [1500, 100] }),
  ]
  const arrows = [
    ...aRelation('a', 'mandates', 'one', 'two'),
    ...aRelation('b', 'connects', 'two', 'one'),
    ...aRelation('c', 'connects', 'one', 'two'),
    ...aRelation('d', 'teaches', 'there', 'beside'),
    ...aRelation('e', 'clashes', 'one', 'gone'),
  ]
  const records: BoardRecord[] = [gemeente, ggz, ...sheets, ...regions, ...cards, ...arrows]
  const found = relationKindsOnSheets(readLayout(records), new Map(records.map((record) => [record.id, record])))
  expect(Object.fromEntries(found)).toEqual({ 'shape:s': ['connects', 'mandates'], 'shape:other': ['teaches'] })
})
