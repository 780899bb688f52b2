import fc from 'fast-check'
import { defaultShapeUtils } from 'tldraw'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type BoardId, millis } from '../../../shared/ids.ts'
import { DEFAULTS } from '../../../shared/records/defaults.ts'
import { initDoc, makeRecordMap, parseRecord, readBoard, readRecord, recordsMap } from '../../../shared/records/doc.ts'
import { fromEntries, type LooseRecord, toEntries } from '../../../shared/records/layout.ts'
import { packSegments, unpackSegments } from '../../../shared/records/strokes.ts'
import { aNote } from '../../support/records.ts'

/** A shape with the props that tldraw itself gives a new one of its kind. */
const aShape = (type: string, props: object): LooseRecord => ({
  id: `shape:${type}`,
  typeName: 'shape',
  type,
  x: 10,
  y: 20,
  rotation: 0,
  index: 'a1',
  parentId: 'page:page',
  isLocked: false,
  opacity: 1,
  meta: { by: 'abc' },
  props: { ...props, ...('segments' in props && { segments: [{ type: 'free', points: [{ x: 0, y: 0, z: 0.5 }] }] }) },
})

const drawable = (
  defaultShapeUtils as unknown as { type: string; new (editor: never): { getDefaultProps(): object } }[]
).filter(({ type }) => !['group', 'embed', 'bookmark', 'video'].includes(type))

describe.each(drawable.map((Util) => [Util.type, new Util({ options: {} } as never).getDefaultProps()] as const))(
  'a new %s',
  (type, props) => {
    test('goes into the document and comes out the same', () => {
      const doc = new Y.Doc()
      const shape = aShape(type, props)
      recordsMap(doc).set(shape.id, makeRecordMap(shape))
      expect(readRecord(shape.id, recordsMap(doc).get(shape.id))).toEqual({ record: shape })
    })

    test('has a frozen default for every entry that it could leave out', () => {
      const known = { ...DEFAULTS[`shape:${type}`] }
      for (const [key, value] of Object.entries(known)) {
        // A stroke that has no points is not there to be shown.
        if (key === 'p.segments') continue
        const shape = aShape(type, props)
        const entries = toEntries(shape)
        entries.set(key, value)
        const loose = fromEntries(shape.id, entries)
        expect(loose && parseRecord(loose).record, `${type} with ${key} at its default`).toBeDefined()
      }
    })
  },
)

test('CNV9 a note of only `t` and `at` is a whole note', () => {
  const doc = new Y.Doc()
  recordsMap(doc).set(
    'shape:bare',
    new Y.Map<unknown>([
      ['t', ['shape', 'note']],
      ['at', [1, 2, 'page:page', 'a1']],
    ]),
  )
  expect(readRecord('shape:bare', recordsMap(doc).get('shape:bare')).record).toEqual(
    aNote('bare', { x: 1, y: 2, text: '' }),
  )
})

test('CNV9 a record without its type, or a shape without its place, does not exist yet and is no fault', () => {
  const doc = new Y.Doc()
  recordsMap(doc).set('shape:half', new Y.Map<unknown>([['t', ['shape', 'note']]]))
  recordsMap(doc).set('shape:less', new Y.Map<unknown>([['at', [1, 2, 'page:page', 'a1']]]))
  expect(readBoard(doc)).toEqual({ records: [], setAside: [] })
})

test.each([
  ['an unknown type', { t: ['shape', 'bomb'], at: [0, 0, 'page:page', 'a1'] }],
  ['a type of the client’s own', { t: ['camera'] }],
  ['a place that is no number', { t: ['shape', 'note'], at: [Number.NaN, 0, 'page:page', 'a1'] }],
  ['an embed', { t: ['shape', 'embed'], at: [0, 0, 'page:page', 'a1'], wh: [10, 10], 'p.url': 'https://example.org' }],
  [
    'strokes of rubbish',
    { t: ['shape', 'draw'], at: [0, 0, 'page:page', 'a1'], 'p.segments': new Uint8Array([9, 9, 9]) },
  ],
  [
    'text with an unknown node',
    {
      t: ['shape', 'note'],
      at: [0, 0, 'page:page', 'a1'],
      'p.richText': { type: 'doc', content: [{ type: 'iframe' }] },
    },
  ],
])('%s is set aside and named, and the rest of the board reads on', (_what, entries) => {
  const doc = new Y.Doc()
  initDoc(doc, { boardId: 'aaaaaaaaaaaa' as BoardId, created: millis(0), title: 'Proef' })
  recordsMap(doc).set('shape:bad', new Y.Map<unknown>(Object.entries(entries)))
  const { records, setAside } = readBoard(doc)
  expect(setAside.map(({ id }) => id)).toEqual(['shape:bad'])
  expect(records.map(({ id }) => id)).toEqual(['document:document', 'page:page'])
})

test('a picture whose address is not ours, or which lies in the document itself, is refused', () => {
  const asset = (src: string): LooseRecord => ({
    id: 'asset:one',
    typeName: 'asset',
    type: 'image',
    meta: {},
    props: { name: 'a', src, w: 1, h: 1, mimeType: 'image/png', isAnimated: false },
  })
  expect(parseRecord(asset('/api/v1/boards/aaaaaaaaaaaa/images/0a1b.webp')).record).toBeDefined()
  for (const src of ['data:image/png;base64,AAAA', 'https://example.org/a.png', '/api/v1/boards/../x'])
    expect(parseRecord(asset(src)).record, src).toBeUndefined()
})

test('strokes survive packing to the hundredth, whatever they are', () => {
  const hundredths = fc.integer({ min: -1e7, max: 1e7 }).map((value) => value / 100)
  const point = fc.record({ x: hundredths, y: hundredths, z: hundredths })
  const segment = fc.record({ type: fc.constantFrom('free', 'straight'), points: fc.array(point, { maxLength: 50 }) })
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 4 }), (segments) => {
      const packed = packSegments(segments)
      expect(packed).toBeDefined()
      expect(JSON.parse(JSON.stringify(unpackSegments(packed as Uint8Array)))).toEqual(
        JSON.parse(JSON.stringify(segments)),
      )
    }),
  )
})

test('strokes that packing would change are kept as they are', () => {
  expect(packSegments([{ type: 'free', points: [{ x: 1 / 3, y: 0, z: 0.5 }] }])).toBeUndefined()
  expect(packSegments([{ type: 'free', points: [{ x: 1, y: 0 }] }])).toBeUndefined()
})
