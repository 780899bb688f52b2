import type { TLRecord, TLShape, TLShapeId } from 'tldraw'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { recordsMap } from '../../../shared/records/doc.ts'
import { aPeer, type Peer, seededUpdate } from '../../support/peers.ts'

const PAGE = 'page:page'

function aTable(maxRecords?: number): Peer {
  const peer = aPeer(seededUpdate(), undefined, maxRecords)
  onTestFinished(() => peer.stop())
  return peer
}

/** Another's program writes straight into the document, all in one update. */
function layAll({ doc }: Peer, records: Record<string, Record<string, unknown>>): void {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  for (const [id, entries] of Object.entries(records)) recordsMap(other).set(id, new Y.Map(Object.entries(entries)))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
}
const lay = (peer: Peer, id: string, entries: Record<string, unknown>) => layAll(peer, { [id]: entries })

const group = (parent: string) => ({ t: ['shape', 'group'], at: [0, 0, parent, 'a1'] })
const arrow = { t: ['shape', 'arrow'], at: [0, 0, PAGE, 'a1'], 'p.start': { x: 0, y: 0 }, 'p.end': { x: 9, y: 0 } }
const note = { t: ['shape', 'note'], at: [0, 0, PAGE, 'a1'] }
const tie = (fromId: string, toId: string) => ({
  t: ['binding', 'arrow'],
  fromId,
  toId,
  'p.terminal': 'end',
  'p.normalizedAnchor': { x: 0.5, y: 0.5 },
})
const shows = ({ store }: Peer, id: string) => store.has(id as TLRecord['id'])
const asideAt = ({ setAside }: Peer) => setAside.map(({ id }) => id)

test('CNV8 one record that cannot be read is set aside and reported; the rest of the same update shows', () => {
  const table = aTable()
  layAll(table, { 'shape:bad': { ...group(PAGE), at: ['NaN', 0, PAGE, 'a1'] }, 'shape:good': group(PAGE) })
  expect([shows(table, 'shape:good'), shows(table, 'shape:bad'), asideAt(table)]).toEqual([true, false, ['shape:bad']])
  lay(table, 'shape:bad', group(PAGE))
  expect([shows(table, 'shape:bad'), asideAt(table)]).toEqual([true, []])
})

test('CNV8 what was set aside is named no longer once its user has taken it away, or put it right', () => {
  const table = aTable()
  const bad = { 'p.color': 'no colour' }
  lay(table, 'shape:a', note)
  lay(table, 'shape:b', note)
  layAll(table, { 'shape:a': { ...note, ...bad }, 'shape:b': { ...note, ...bad } })
  expect(asideAt(table)).toEqual(['shape:a', 'shape:b'])
  table.act((store) => store.remove(['shape:a' as TLShapeId]))
  table.act((store) => {
    store.update('shape:b' as TLShapeId, (now) => ({ ...now, props: { ...now.props, color: 'red' } }) as TLShape)
  })
  expect(asideAt(table)).toEqual([])
})

test('LIM6 CNV8 what comes after as many records as fit is set aside; what is on the table goes on changing', () => {
  const table = aTable(4)
  for (const id of ['shape:a', 'shape:b', 'shape:c']) lay(table, id, note)
  expect([shows(table, 'shape:b'), shows(table, 'shape:c'), asideAt(table)]).toEqual([true, false, ['shape:c']])
  lay(table, 'shape:a', { ...note, 'p.color': 'red' })
  expect(table.store.get('shape:a' as TLShapeId)).toMatchObject({ props: { color: 'red' } })
  table.act((store) => store.remove(['shape:b' as TLShapeId]))
  lay(table, 'shape:d', note)
  expect([shows(table, 'shape:d'), asideAt(table)]).toEqual([true, ['shape:c']])
})

test('the canvas never sees two things that lie in each other, and sees both when one is taken out', () => {
  const table = aTable()
  lay(table, 'shape:a', group('shape:b'))
  lay(table, 'shape:b', group('shape:a'))
  expect([shows(table, 'shape:b'), asideAt(table)]).toEqual([false, ['shape:b']])
  lay(table, 'shape:a', group(PAGE))
  expect([shows(table, 'shape:a'), shows(table, 'shape:b'), asideAt(table)]).toEqual([true, true, []])
})

test('CNV11 what ties an arrow waits for the other end without a word, and is set aside if that is an arrow too', () => {
  const table = aTable()
  lay(table, 'shape:a', arrow)
  lay(table, 'binding:good', tie('shape:a', 'shape:later'))
  lay(table, 'binding:bad', tie('shape:a', 'shape:arrow'))
  expect([shows(table, 'binding:good'), asideAt(table)]).toEqual([false, []])
  lay(table, 'shape:later', note)
  lay(table, 'shape:arrow', arrow)
  expect([shows(table, 'binding:good'), shows(table, 'binding:bad')]).toEqual([true, false])
  expect(asideAt(table)).toEqual(['binding:bad'])
})
