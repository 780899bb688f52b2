import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { checkUpdate } from '../../../server/sync/check-update.ts'
import type { Writer } from '../../../server/sync/guard/rules.ts'
import { LiveDocument } from '../../../server/sync/live-document.ts'
import { type RecordMap, readBoard, recordsMap, writeRecords } from '../../../shared/records/doc.ts'
import { effort } from '../../support/effort.ts'
import { seededUpdate } from '../../support/peers.ts'
import { createRandom, type Random } from '../../support/random.ts'
import { aBinding, aNote, anArrow } from '../../support/records.ts'

const WRITER: Writer = { role: 'participant', participantId: 'p', party: null }

/** A server's document on which any number of people write, each on a replica that has not heard of the others. */
function aTable(records: object[]) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seededUpdate())
  writeRecords(doc, records as never)
  const live = new LiveDocument(doc, 0, () => undefined)
  return {
    doc,
    /** All at once and unseen by each other, as in one window of the server. */
    together(...deeds: ((doc: Y.Doc) => void)[]) {
      const state = Y.encodeStateAsUpdate(doc)
      for (const deed of deeds) {
        const replica = new Y.Doc()
        Y.applyUpdate(replica, state)
        const before = Y.encodeStateVector(replica)
        replica.transact(() => deed(replica))
        const update = Y.encodeStateAsUpdate(replica, before)
        live.expect(update, checkUpdate(update))
        live.take({ updates: [update], from: WRITER }, 'everything')
      }
      return live.collect()
    },
  }
}

const mapOf = (doc: Y.Doc, id: string): RecordMap => recordsMap(doc).get(`shape:${id}`) as RecordMap
const placeOf = (doc: Y.Doc, id: string) => (mapOf(doc, id).get('at') as unknown[]).slice(2)
const layIn =
  (id: string, parent: string, index = 'a5') =>
  (doc: Y.Doc) =>
    void mapOf(doc, id).set('at', [1, 1, parent, index])
const remove = (id: string) => (doc: Y.Doc) => void recordsMap(doc).delete(`shape:${id}`)

test('REP1 what ties to something that is gone goes too', () => {
  const { doc, together } = aTable([
    aNote('n', { index: 'a1' }),
    anArrow('pijl', { index: 'a2' }),
    aNote('ver', { index: 'a3' }),
  ])
  together((replica) => writeRecords(replica, [aBinding('pijl', 'n')] as never), remove('n'))
  expect([...recordsMap(doc).keys()].filter((id) => id.startsWith('binding:'))).toEqual([])
  expect(mapOf(doc, 'pijl').get('t')).toEqual(['shape', 'arrow'])
})

test('REP2 what lies in something that is gone comes to lie on the page', () => {
  const { doc, together } = aTable([aNote('kader', { index: 'a1' }), aNote('n', { index: 'a2' })])
  together(layIn('n', 'shape:kader'), remove('kader'))
  expect(placeOf(doc, 'n')).toEqual(['page:page', 'a5'])
})

test('REP3 of what two have laid in each other, the greatest id comes to lie on the page', () => {
  const { doc, together } = aTable([aNote('a', { index: 'a1' }), aNote('b', { index: 'a2' })])
  together(layIn('a', 'shape:b'), layIn('b', 'shape:a'))
  expect(placeOf(doc, 'b')[0]).toBe('page:page')
  expect(placeOf(doc, 'a')[0]).toBe('shape:b')
  expect(readBoard(doc).setAside).toEqual([])
})

test('REP4 of two at one index the lowest id keeps it, unless the other is locked; the other gets the next free one', () => {
  const locked = { ...aNote('z', { index: 'a1' }), meta: { lock: 'facilitator' } }
  const { doc, together } = aTable([locked, aNote('a', { index: 'a2' }), aNote('b', { index: 'a3' })])
  together(layIn('a', 'page:page', 'a1'), layIn('b', 'page:page', 'a1'))
  expect(placeOf(doc, 'z')).toEqual(['page:page', 'a1'])
  const indexes = ['z', 'a', 'b'].map((id) => String(placeOf(doc, id)[1]))
  expect(new Set(indexes).size).toBe(3)
  expect(indexes.every((index) => index >= 'a1')).toBe(true)
})

const IDS = ['a', 'b', 'c', 'd', 'e']
const NESTING: ((random: Random) => (doc: Y.Doc) => void)[] = [
  (random) => layIn(random.pick(IDS) ?? 'a', `shape:${random.pick(IDS)}`, `a${1 + random.upTo(3)}`),
  (random) => layIn(random.pick(IDS) ?? 'a', 'page:page', `a${1 + random.upTo(3)}`),
  (random) => remove(random.pick(IDS) ?? 'a'),
  (random) => (doc) =>
    writeRecords(doc, [aNote(random.pick(IDS) ?? 'a', { index: `a${1 + random.upTo(3)}` })] as never),
  (random) => (doc) => writeRecords(doc, [anArrow('pijl', {}), aBinding('pijl', random.pick(IDS) ?? 'a')] as never),
]

test('REP1 REP2 REP3 REP4 whatever people do at once, everything that is left can be shown', () => {
  for (const seed of effort.seeds.slice(0, Math.ceil(effort.seeds.length / 10))) {
    const random = createRandom(seed)
    const { doc, together } = aTable(IDS.map((id, at) => aNote(id, { index: `a${at + 1}` })))
    for (let step = 0; step < 25; step++) {
      const deeds = Array.from({ length: 3 }, () => random.pick(NESTING)?.(random) ?? (() => {}))
      together(...deeds.map((deed) => (replica: Y.Doc) => tryTo(() => deed(replica))))
      const { setAside, records } = readBoard(doc)
      expect(setAside, `seed ${seed}, step ${step}`).toEqual([])
      const places = records.flatMap((record) =>
        record.typeName === 'shape' ? [`${record.parentId} ${record.index}`] : [],
      )
      expect(new Set(places).size, `seed ${seed}, step ${step}`).toBe(places.length)
    }
  }
})

/** What is gone can be neither moved nor removed. */
function tryTo(task: () => void): void {
  try {
    task()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
}
