import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildDossier } from '../../../shared/dossier/build.ts'
import { layoutReader, readLayout } from '../../../shared/dossier/layout.ts'
import type { RegionShape } from '../../../shared/records/region.ts'
import { RELATION_KINDS } from '../../../shared/records/relation-kinds.ts'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import { aBinding, aCard, aNote, anArrow, aParty, aRegion, aSentence, aSheet } from '../../support/records.ts'

const coordinate = fc.integer({ min: 0, max: 900 })
const partyKey = fc.constantFrom('gemeente', 'ggz', 'bewoner')
const box = fc.record({
  x: coordinate,
  y: coordinate,
  w: fc.integer({ min: 50, max: 500 }),
  h: fc.integer({ min: 50, max: 500 }),
})

/** An arrow between a note or card and another, of which some are not there; either end may be tied more than once. */
const arrow = fc.record({
  relation: fc.option(fc.constantFrom(...RELATION_KINDS, 'newer'), { nil: undefined }),
  ties: fc.uniqueArray(
    fc.record({
      to: fc.constantFrom('n0', 'n1', 'n2', 'c0', 'c1', 'c2', 'sheet'),
      terminal: fc.constantFrom('start' as const, 'end' as const),
    }),
    { maxLength: 4, selector: ({ to, terminal }) => `${to} ${terminal}` },
  ),
})

/** A table with one sheet at the page's corner, overlapping regions on it, and notes and cards strewn over it. */
const table = fc
  .record({
    boxes: fc.array(box, { maxLength: 6 }),
    notes: fc.array(
      fc.record({ at: fc.tuple(coordinate, coordinate), party: fc.option(partyKey, { nil: undefined }) }),
      {
        maxLength: 25,
      },
    ),
    cards: fc.array(fc.record({ at: fc.tuple(coordinate, coordinate), party: partyKey }), { maxLength: 8 }),
    arrows: fc.array(arrow, { maxLength: 6 }),
  })
  .map(({ boxes, notes, cards, arrows }) => {
    const sheet = aSheet('sheet')
    const regions = boxes.map((place, index) => aRegion(sheet, `r${index}`, { ...place, index: `a${index}` }))
    const laid = notes.map(({ at, party }, index) => aNote(`n${index}`, { at, party: party && aParty(party).id }))
    const placed = cards.map(({ at, party }, index) => aCard(`c${index}`, aParty(party).id, { at }))
    const parties = ['gemeente', 'ggz', 'bewoner'].map((key) => aParty(key))
    const tied = arrows.flatMap(({ relation, ties }, index) => [
      anArrow(`a${index}`, { relation }),
      ...ties.map(({ to, terminal }) => aBinding(`a${index}`, to, terminal)),
    ])
    const records: BoardRecord[] = [
      sheet,
      ...regions,
      ...laid,
      ...placed,
      ...parties,
      ...tied,
      aSentence('opgave.zin', 'Samen'),
    ]
    return { records, regions, laid }
  })

const holds = ({ x, y, props }: RegionShape, cx: number, cy: number): boolean =>
  cx > x && cx < x + props.w && cy > y && cy < y + props.h
const onEdge = ({ x, y, props }: RegionShape, cx: number, cy: number): boolean =>
  (cx === x || cx === x + props.w || cy === y || cy === y + props.h) && !holds({ x, y, props } as RegionShape, cx, cy)

test('the order of the records changes nothing', () => {
  const shuffled = table.chain(({ records }) =>
    fc.record({
      records: fc.constant(records),
      other: fc.shuffledSubarray(records, { minLength: records.length, maxLength: records.length }),
    }),
  )
  fc.assert(
    fc.property(shuffled, ({ records, other }) => {
      expect(buildDossier(other)).toEqual(buildDossier(records))
    }),
  )
})

test('every note is in exactly the regions that hold its centre, or among the loose ones', () => {
  fc.assert(
    fc.property(table, ({ records, regions, laid }) => {
      const { regions: found, loose } = buildDossier(records)
      for (const note of laid) {
        const [cx, cy] = [note.x + 88, note.y + 36]
        if (regions.some((region) => onEdge(region, cx, cy))) continue
        const expected = regions.filter((region) => holds(region, cx, cy)).map(({ id }) => id)
        const actual = found.filter(({ answers }) => answers.some(({ noteId }) => noteId === note.id))
        expect(actual.map(({ regionId }) => regionId)).toEqual(expected)
        expect(loose.some(({ noteId }) => noteId === note.id)).toBe(expected.length === 0)
      }
    }),
  )
})

test('every party counts the notes that carry its mark', () => {
  fc.assert(
    fc.property(table, ({ records, laid }) => {
      for (const { id, notes } of buildDossier(records).parties) {
        expect(notes).toBe(laid.filter((note) => note.meta.party === id).length)
      }
    }),
  )
})

test('what is read again after a change is what is read from scratch', () => {
  const edits = fc.array(
    fc.record({
      at: fc.nat(),
      to: fc.tuple(coordinate, coordinate),
      act: fc.constantFrom('move', 'remove', 'copy', 'turn'),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(table, edits, ({ records }, list) => {
      const readAgain = layoutReader()
      let now = records
      for (const [step, { at, to, act }] of list.entries()) {
        const index = at % now.length
        const record = now[index]
        if (record?.typeName !== 'shape') continue
        const moved = { ...record, x: to[0], y: to[1] } as BoardRecord
        const turned = { ...record, rotation: to[0] / 100 } as BoardRecord
        if (act === 'move') now = now.with(index, moved)
        if (act === 'turn') now = now.with(index, turned)
        if (act === 'remove') now = now.toSpliced(index, 1)
        if (act === 'copy') now = [...now, { ...moved, id: `${record.id}-${step}` } as BoardRecord]
        expect(readAgain(now)).toEqual(readLayout(now))
      }
    }),
  )
})

/** Two plates of one scope that ask the same, a third of another scope, and notes and cards strewn over all of them. */
const plates = fc
  .record({
    notes: fc.array(fc.tuple(fc.integer({ min: 0, max: 3_600 }), fc.integer({ min: 0, max: 900 })), { maxLength: 30 }),
    cards: fc.array(fc.record({ at: fc.tuple(fc.integer({ min: 0, max: 3_600 }), coordinate), party: partyKey }), {
      maxLength: 6,
    }),
  })
  .map(({ notes, cards }): BoardRecord[] => {
    const sheets = [0, 1_200, 2_400].map((x, at) => aSheet(`s${at}`, { x, scope: at === 2 ? 'casus' : 'table' }))
    const regions = sheets.flatMap((sheet) => [
      aRegion(sheet, 'kern', { slot: 'opgave.kern', w: 500, h: 500, index: 'a1' }),
      aRegion(sheet, 'ring', { slot: 'samenstelling.ring2', x: 500, w: 500, h: 1_000, index: 'a2' }),
    ])
    return [
      ...sheets,
      ...regions,
      ...notes.map((at, index) => aNote(`n${index}`, { at })),
      ...cards.map(({ at, party }, index) => aCard(`c${index}`, aParty(party).id, { at })),
      ...['gemeente', 'ggz', 'bewoner'].map((key) => aParty(key)),
    ]
  })

test('the same slot in two plates of one scope holds the same, whatever lies where', () => {
  fc.assert(
    fc.property(plates, (records) => {
      const { regions, parties } = buildDossier(records)
      const notesIn = (region: (typeof regions)[number]) =>
        region.answers.length + region.elsewhere.notes.reduce((sum, { notes }) => sum + notes, 0)
      const partiesIn = ({ parties: here, elsewhere }: (typeof regions)[number]) =>
        [...new Set([...here, ...elsewhere.parties])].toSorted()
      const same = (slot: string) => regions.filter((region) => region.slot === slot && region.scope === 'table')
      const [first, second] = same('opgave.kern')
      expect(first && notesIn(first)).toBe(second && notesIn(second))
      // A party that has a card elsewhere on the sheet has its place there.
      const [one, other] = same('samenstelling.ring2')
      const placed = new Set(parties.filter(({ cards }) => cards.length === 1).map(({ id }) => id))
      const once = (list: string[] = []) => list.filter((id) => placed.has(id))
      expect(once(one && partiesIn(one))).toEqual(once(other && partiesIn(other)))
    }),
  )
})
