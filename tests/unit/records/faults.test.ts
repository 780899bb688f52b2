import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { type BoardId, millis } from '../../../shared/ids.ts'
import { LIMITS } from '../../../shared/limits.ts'
import { initDoc, readBoard, recordsMap } from '../../../shared/records/doc.ts'

type Entries = Record<string, unknown>

function aTable(records: Record<string, Entries>): Y.Doc {
  const doc = new Y.Doc()
  initDoc(doc, { boardId: 'aaaaaaaaaaaa' as BoardId, created: millis(0), title: 'Proef' })
  for (const [id, entries] of Object.entries(records)) recordsMap(doc).set(id, new Y.Map(Object.entries(entries)))
  return doc
}

const asideOf = (records: Record<string, Entries>): string[] =>
  readBoard(aTable({ 'shape:good': note(), ...records })).setAside.map(({ id }) => id)

const PAGE = 'page:page'
const shape = (type: string, more: Entries = {}, parent = PAGE): Entries => ({
  t: ['shape', type],
  at: [0, 0, parent, 'a1'],
  ...more,
})
const note = (more: Entries = {}, parent = PAGE): Entries => shape('note', more, parent)
const arrow = (parent = PAGE) => shape('arrow', { 'p.start': { x: 0, y: 0 }, 'p.end': { x: 9, y: 0 } }, parent)
const tie = (fromId: string, toId: string): Entries => ({
  t: ['binding', 'arrow'],
  fromId,
  toId,
  'p.terminal': 'end',
  'p.normalizedAnchor': { x: 0.5, y: 0.5 },
})
const region = (outline: number[]): Entries =>
  shape('region', {
    wh: [100, 100],
    'p.kind': 'field',
    'p.key': 'k',
    'p.slot': 's',
    'p.label': { nl: 'a', en: 'a' },
    'p.question': { nl: '', en: '' },
    'p.outline': outline,
  })
const textOf = (chars: number) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x'.repeat(chars) }] }],
})
const points = (count: number) => Array.from({ length: count }, (_, at) => ({ x: at % 90, y: 1, z: 0.5 }))

test.each<[string, Entries]>([
  ['lies too far out', { ...note(), at: [1e308, 0, PAGE, 'a1'] }],
  ['is of a scale that nobody can read', note({ 'p.scale': 1e-9 })],
  ['is larger than a table', shape('geo', { wh: [1e8, 1], 'p.geo': 'cloud' })],
  ['has a name that goes on and on', shape('frame', { wh: [9, 9], 'p.name': 'n'.repeat(1e6) })],
  ['holds a text that goes on and on', note({ 'p.richText': textOf(200_000) })],
  ['is a stroke without points', shape('draw')],
  ['is a stroke with a part without points', shape('highlight', { 'p.segments': [{ type: 'free', points: [] }] })],
  ['is a stroke of far too many points', shape('draw', { 'p.segments': [{ type: 'free', points: points(30_000) }] })],
  ['is a line of one point', shape('line', { 'p.points': { a: { id: 'a', index: 'a1', x: 0, y: 0 } } })],
  ['is a region without an outline', region([])],
  ['is a region of half a corner', region([1, 2, 3, 4, 5, 6, 7])],
  ['is a region of a million corners', region(Array.from({ length: 1_000_000 }, (_, at) => at % 100))],
  ['lies in itself', note({}, 'shape:bad')],
])('a record that %s is set aside alone', (_, entries) => {
  expect(asideOf({ 'shape:bad': entries })).toEqual(['shape:bad'])
})

test('a table has one page, and parties of some length and number', () => {
  const bad = {
    'page:two': { t: ['page'], name: 'x', index: 'a0' },
    'party:long': { t: ['party'], name: 'n'.repeat(1_000), icon: 'tag', seat: 1 },
    'party:far': { t: ['party'], name: 'n', icon: 'tag', seat: 1e12 },
  }
  expect(asideOf(bad)).toEqual(['page:two', 'party:far', 'party:long'])
})

test('things that lie in each other are set aside, and show again when one is taken out', () => {
  const doc = aTable({ 'shape:a': shape('group', {}, 'shape:b'), 'shape:b': shape('group', {}, 'shape:a') })
  expect(readBoard(doc).setAside.map(({ id }) => id)).toEqual(['shape:a', 'shape:b'])
  recordsMap(doc).get('shape:a')?.set('at', [0, 0, PAGE, 'a1'])
  expect(readBoard(doc).setAside).toEqual([])
})

test('what lies deeper in others than a hand would lay it is set aside', () => {
  const nest = Array.from({ length: 3_000 }, (_, at) => [
    `shape:g${at}`,
    shape('group', {}, at === 0 ? PAGE : `shape:g${at - 1}`),
  ])
  expect(asideOf(Object.fromEntries(nest)).length).toBe(3_000 - 51)
})

test('arrows are tied to things, not to arrows, to themselves or to the group that they lie in', () => {
  const records = {
    'shape:a': arrow(),
    'shape:b': arrow(),
    'shape:g': shape('group'),
    'shape:in': arrow('shape:g'),
    'binding:good': tie('shape:a', 'shape:good'),
    'binding:arrow': tie('shape:a', 'shape:b'),
    'binding:itself': tie('shape:a', 'shape:a'),
    'binding:group': tie('shape:in', 'shape:g'),
    'binding:note': tie('shape:good', 'shape:good'),
  }
  expect(asideOf(records)).toEqual(['binding:arrow', 'binding:group', 'binding:itself', 'binding:note'])
})

test('LIM6 a table shows as many things as it may hold, and names the rest', () => {
  const notes = Array.from({ length: LIMITS.records }, (_, at) => [`shape:n${at}`, note()])
  expect(asideOf(Object.fromEntries(notes)).length).toBe(3)
})

test('a tie to what is not there is no fault: it may come, or has just been taken away', () => {
  const doc = aTable({ 'shape:a': arrow(), 'binding:loose': tie('shape:a', 'shape:nowhere') })
  const { records, setAside } = readBoard(doc)
  expect([setAside, records.some(({ id }) => id === 'binding:loose')]).toEqual([[], false])
})
