import { describe, expect, test } from 'vitest'
import { buildDossier } from '../../../shared/dossier/build.ts'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import { boardSchema } from '../../../shared/records/schema.ts'
import { aCard, aNote, aParty, aRegion, aSentence, aSheet } from '../../support/records.ts'

const sheet = aSheet('circle', { x: 100, y: 50 })
const left = aRegion(sheet, 'left', { slot: 'opgave.kern', index: 'a1' })
const right = aRegion(sheet, 'right', { slot: 'opgave.krachten', x: 300, index: 'a2' })
const hub = aRegion(sheet, 'hub', { slot: 'opgave.zin', kind: 'hub', y: 600, index: 'a3' })
const plate = [sheet, left, right, hub]

/** Slot by slot, the ids of the notes that lie there, and those that lie in none. */
const notesBySlot = (records: readonly BoardRecord[]) => {
  const { regions, loose } = buildDossier(records)
  const short = (answers: readonly { noteId: string }[]) => answers.map(({ noteId }) => noteId.slice('shape:'.length))
  return { ...Object.fromEntries(regions.map((region) => [region.slot, short(region.answers)])), loose: short(loose) }
}

test('the records of the factories are records that a board can hold', () => {
  const records = [...plate, aNote('n'), aCard('c', aParty('ggz').id), aParty('ggz'), aSentence('opgave.zin', 'Samen')]
  for (const record of records) {
    expect(() => boardSchema.validateRecord(null as never, record as never, 'tests', null)).not.toThrow()
  }
})

describe('an answer', () => {
  test('belongs to the region under its centre, and to each where regions overlap', () => {
    const notes = [aNote('one', { at: [200, 100] }), aNote('both', { at: [450, 100] }), aNote('none', { at: [5, 5] })]
    expect(notesBySlot([...plate, ...notes])).toEqual({
      'opgave.kern': ['one', 'both'],
      'opgave.krachten': ['both'],
      'opgave.zin': [],
      loose: ['none'],
    })
  })

  test('does not belong to a region that gives way to another that holds it', () => {
    const core = aRegion(sheet, 'core', { slot: 'samenstelling.kern', x: 300, w: 100, h: 100, index: 'a4' })
    const givesWay = { ...left, props: { ...left.props, except: ['core'] } }
    const found = notesBySlot([sheet, givesWay, right, core, aNote('n', { at: [450, 100] })])
    expect(found).toEqual({ 'opgave.kern': [], 'opgave.krachten': ['n'], 'samenstelling.kern': ['n'], loose: [] })
  })

  test('is found through its parents, moved and turned as they are', () => {
    const turned = aSheet('circle', { x: 1000, y: 0, rotation: Math.PI / 2 })
    const onSheet = aNote('on-sheet', { at: [100, 100], parentId: turned.id })
    const onPage = aNote('on-page', { at: [900, 100] })
    const orphan = aNote('orphan', { at: [100, 100], parentId: 'shape:gone' })
    expect(notesBySlot([turned, left, onSheet, onPage, orphan])).toEqual({
      'opgave.kern': ['on-page', 'on-sheet'],
      loose: ['orphan'],
    })
  })

  test('is placed by its centre, however far it has grown or been scaled', () => {
    const grown = aNote('grown', { x: 100, y: 400, growY: 100 })
    const scaled = aNote('scaled', { x: 200, y: 380, scale: 3 })
    expect(notesBySlot([...plate, grown, scaled])).toMatchObject({ 'opgave.kern': [], loose: ['grown', 'scaled'] })
  })

  test('carries its words, its author and the party that it speaks for', () => {
    const note = aNote('n', {
      at: [200, 100],
      text: 'Mensen kunnen weg\nmaar er is geen woning',
      by: 'p1',
      party: 'party:ggz',
    })
    expect(buildDossier([...plate, note]).regions[0]?.answers).toEqual([
      {
        noteId: 'shape:n',
        text: 'Mensen kunnen weg\nmaar er is geen woning',
        by: 'p1',
        party: 'party:ggz',
        kind: 'note',
      },
    ])
  })

  test('in a region is read in rows, from left to right', () => {
    const notes = [
      aNote('d', { at: [120, 300] }),
      aNote('b', { at: [250, 90] }),
      aNote('c', { at: [390, 110] }),
      aNote('a', { at: [150, 105] }),
    ]
    expect(notesBySlot([...plate, ...notes])).toMatchObject({ 'opgave.kern': ['a', 'b', 'c', 'd'] })
  })

  test('that lies on a shared sentence is kept among the loose ones', () => {
    const found = notesBySlot([...plate, aNote('n', { at: [200, 800] })])
    expect(found).toMatchObject({ 'opgave.zin': [], loose: ['n'] })
  })
})

describe('a shared sentence', () => {
  test('shows in every region of its scope that has its slot', () => {
    const other = aSheet('other', { x: 3000, scope: 'casus' })
    const banner = aRegion(other, 'banner', { slot: 'opgave.zin', kind: 'banner' })
    const records = [
      ...plate,
      other,
      banner,
      aSentence('opgave.zin', 'Een huis'),
      aSentence('opgave.zin', 'Een plan', 'casus'),
    ]
    expect(buildDossier(records).regions.map(({ sentence }) => sentence)).toEqual([null, null, 'Een huis', 'Een plan'])
  })

  test('is empty while nobody wrote it', () => {
    expect(buildDossier(plate).regions.at(-1)?.sentence).toBe('')
  })
})

describe('a party', () => {
  const map = aSheet('map', { template: 'stakeholder-map' })
  const place = (key: string, x: number, slot: string, domain: 'casus' | 'institutioneel' | null = null) =>
    aRegion(map, key, { slot, domain, x, w: 100, h: 100, index: `a${x / 100 + 1}` })
  const rings = [
    place('kern', 0, 'samenstelling.kern', 'casus'),
    place('ring2', 100, 'samenstelling.ring2', 'institutioneel'),
    place('rand', 200, 'samenstelling.rand'),
    place('tray', 300, 'samenstelling.ontbreekt'),
  ]
  const ggz = aParty('ggz')
  const statusWith = (...xs: number[]) => {
    const cards = xs.map((x, index) => aCard(`card-${index}`, ggz.id, { at: [x, 50] }))
    const { ring, core, missing, domains } = buildDossier([map, ...rings, ggz, ...cards]).parties[0] ?? {}
    return { ring, core, missing, domains }
  }

  test('stands in the innermost ring where one of its cards lies', () => {
    expect(statusWith(250, 150)).toEqual({ ring: 'ring2', core: false, missing: false, domains: ['institutioneel'] })
    expect(statusWith(250, 50)).toEqual({ ring: 'kern', core: true, missing: false, domains: ['casus'] })
  })

  test('is missing only when no card of it lies anywhere else', () => {
    expect(statusWith(350)).toEqual({ ring: null, core: false, missing: true, domains: [] })
    expect(statusWith(350, 250)).toMatchObject({ ring: 'rand', missing: false })
    expect(statusWith(900)).toMatchObject({ ring: null, missing: false })
  })

  test('is placed by the slot that a region keeps for parties', () => {
    const core = aRegion(map, 'core', { slot: 'kern.systeem', partySlot: 'samenstelling.kern' })
    const card = aCard('card', ggz.id, { at: [50, 50] })
    expect(buildDossier([map, core, ggz, card]).parties[0]).toMatchObject({ ring: 'kern', core: true })
  })

  test('comes in the order of the seats, with its cards and the number of its notes', () => {
    const bewoner = aParty('bewoner')
    const records = [ggz, bewoner, map, ...rings, aCard('c', ggz.id, { at: [150, 50] }), aNote('n', { party: ggz.id })]
    expect(buildDossier(records).parties).toEqual([
      expect.objectContaining({ id: bewoner.id, seat: 4, cards: [], notes: 0, ring: null }),
      expect.objectContaining({ id: ggz.id, seat: 9, cards: ['shape:c'], notes: 1, ring: 'ring2' }),
    ])
  })

  test('is named once in each region where its cards lie, and no more when it is gone', () => {
    const cards = [aCard('c1', ggz.id, { at: [150, 40] }), aCard('c2', ggz.id, { at: [150, 60] })]
    const partiesIn = (records: readonly BoardRecord[]) => buildDossier(records).regions.map(({ parties }) => parties)
    expect(partiesIn([map, ...rings, ggz, ...cards])).toEqual([[], [ggz.id], [], []])
    expect(partiesIn([map, ...rings, ...cards])).toEqual([[], [], [], []])
  })
})

test('plates come in the order in which they lie on the table, their regions in the order of the plate', () => {
  const second = aSheet('a-second', { x: 4000 })
  const first = aSheet('z-first', { x: 0, y: 30 })
  const below = aSheet('below', { x: 0, y: 5000 })
  const records = [below, second, first].flatMap((each) => [
    each,
    aRegion(each, 'two', { index: 'a2' }),
    aRegion(each, 'one', { index: 'a1' }),
  ])
  const seen = buildDossier(records).regions.map(({ sheetId, slot }) => `${sheetId.slice('shape:'.length)} ${slot}`)
  expect(seen).toEqual(['z-first one', 'z-first two', 'a-second one', 'a-second two', 'below one', 'below two'])
})
