import { createBindingId, createShapeId } from '@tldraw/tlschema'
import type { TLNoteShape, TLShapeId } from 'tldraw'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { recordsMap } from '../../../shared/records/doc.ts'
import { aNote } from '../../support/records.ts'
import {
  BOTH_ORDERS,
  change,
  moveTo,
  NOTE,
  noteOf,
  paint,
  placeOf,
  put,
  remove,
  shows,
  textOf,
  twoPeople,
  write,
} from '../../support/two-people.ts'

const shape = (id: string, type: string, props: object) => ({
  id: createShapeId(id),
  typeName: 'shape',
  type,
  x: 900,
  y: 900,
  rotation: 0,
  index: 'a2',
  parentId: 'page:page',
  isLocked: false,
  opacity: 1,
  meta: {},
  props,
})
const frame = shape('frame', 'frame', { w: 100, h: 100, name: '', color: 'black' })
const arrow = shape('arrow', 'arrow', {
  kind: 'arc',
  elbowMidPoint: 0.5,
  dash: 'draw',
  size: 'm',
  fill: 'none',
  color: 'black',
  labelColor: 'black',
  bend: 0,
  start: { x: 0, y: 0 },
  end: { x: 50, y: 50 },
  arrowheadStart: 'none',
  arrowheadEnd: 'arrow',
  text: '',
  labelPosition: 0.5,
  font: 'draw',
  scale: 1,
})
const tie = {
  id: createBindingId('tie'),
  typeName: 'binding',
  type: 'arrow',
  fromId: arrow.id,
  toId: NOTE,
  props: {
    terminal: 'end',
    normalizedAnchor: { x: 0.5, y: 0.5 },
    isExact: false,
    isPrecise: false,
    snap: 'none',
  },
  meta: {},
}

/** Rows 1 to 7 of the table of what two people can do to each other at once; `undo.test.ts` has row 8. */
describe.each(BOTH_ORDERS)('two people at once, %s', (_order, idOfA, idOfB) => {
  test('CNV2 [1] one moves a note and the other types in it: both survive', () => {
    const { a, b, meet } = twoPeople(idOfA, idOfB)
    a.act(moveTo(50))
    b.act(write('Een huis met tuin'))
    meet()
    expect([placeOf(a), textOf(a)]).toEqual([[50, 0, 'page:page'], 'Een huis met tuin'])
  })

  test('CNV2 [1b] one paints a note and the other moves it: both survive', () => {
    const { a, b, meet } = twoPeople(idOfA, idOfB)
    a.act(paint('blue'))
    b.act(moveTo(70))
    meet()
    expect([placeOf(a), noteOf(a)?.props.color]).toEqual([[70, 0, 'page:page'], 'blue'])
  })

  test('CNV3 [2] both type ten characters in one note: none is lost, and each one’s stay in order', () => {
    const { a, b, meet } = twoPeople(idOfA, idOfB, '')
    for (let length = 1; length <= 10; length++) {
      a.act(write('abcdefghij'.slice(0, length)))
      b.act(write('0123456789'.slice(0, length)))
    }
    meet()
    const text = textOf(a) ?? ''
    expect([text.replace(/[^a-z]/g, ''), text.replace(/[^0-9]/g, '')]).toEqual(['abcdefghij', '0123456789'])
  })

  test('CNV3 [2b] one types before the words of a note and the other behind them: the words stand there once', () => {
    const { a, b, meet } = twoPeople(idOfA, idOfB)
    a.act(write('Hier: Een huis'))
    b.act(write('Een huis met tuin'))
    meet()
    expect(textOf(a)).toBe('Hier: Een huis met tuin')
  })

  test('CNV5 [3] one deletes a note while the other types in it: it is gone for both', () => {
    const { a, b, meet } = twoPeople(idOfA, idOfB)
    a.act(remove(NOTE))
    b.act(write('Een huis, te laat'))
    meet()
    expect(noteOf(b)).toBeUndefined()
  })

  test('CNV5 [3b] one deletes a note in which the other typed thirty keys offline: nothing of it stays behind', () => {
    const { a, b, meet } = twoPeople(idOfA, idOfB)
    a.act(remove(NOTE))
    const typed = 'dertig letters buiten bereik..'
    for (let length = 1; length <= typed.length; length++) b.act(write(typed.slice(0, length)))
    meet()
    for (const { doc } of [a, b]) {
      expect(recordsMap(doc).has(NOTE)).toBe(false)
      expect(new TextDecoder().decode(Y.encodeStateAsUpdate(doc))).not.toContain('letters')
    }
  })

  test('CNV4 [4] one puts a note in a frame while the other moves it: its place is one or the other, never a mix', () => {
    const { a, b, exchange, meet } = twoPeople(idOfA, idOfB)
    a.act(put(frame))
    exchange()
    a.act(change((note) => ({ ...note, parentId: frame.id, x: 5, y: 5 })))
    b.act(moveTo(400, 300))
    meet()
    expect([
      [5, 5, frame.id],
      [400, 300, 'page:page'],
    ]).toContainEqual(placeOf(a))
  })

  test('CNV4 both give a frame another size: it is one or the other, never a mix', () => {
    const { a, b, exchange, meet } = twoPeople(idOfA, idOfB)
    a.act(put(frame))
    exchange()
    const resize = (w: number, h: number) => change((now) => ({ ...now, props: { ...now.props, w, h } }), frame.id)
    a.act(resize(200, 20))
    b.act(resize(30, 300))
    meet()
    const { w, h } = (a.store.get(frame.id) as unknown as typeof frame).props as { w: number; h: number }
    expect([
      [200, 20],
      [30, 300],
    ]).toContainEqual([w, h])
  })

  test('CNV11 [5] one ties an arrow to a note that the other deletes: the arrow stays, and nobody shows a tie to nothing', () => {
    const { a, b, meet } = twoPeople(idOfA, idOfB)
    a.act(remove(NOTE))
    b.act(put(arrow, tie))
    expect(shows(b, tie.id)).toBe(true)
    meet()
    expect([a, b].map((peer) => [shows(peer, arrow.id), shows(peer, tie.id)])).toEqual([
      [true, false],
      [true, false],
    ])
    a.undo()
    meet()
    expect([a, b].map((peer) => [shows(peer, NOTE), shows(peer, tie.id)])).toEqual([
      [true, true],
      [true, true],
    ])
  })

  test('CNV7 [5b] a note goes with its tie: others never see the one without the other, nor change the arrow', () => {
    const { a, b, exchange, meet } = twoPeople(idOfA, idOfB)
    a.act(put(arrow, tie))
    exchange()
    // As tldraw's editor does when a shape goes: it changes the arrow that is still tied to it.
    b.store.sideEffects.registerBeforeDeleteHandler('shape', () => {
      if (shows(b, tie.id)) change((now) => ({ ...now, x: now.x + 1 }), arrow.id)(b.store)
    })
    a.act((store) => {
      store.remove([tie.id, NOTE])
      change((now) => ({ ...now, x: 1 }), arrow.id)(store)
    })
    meet()
    expect(shows(b, tie.id)).toBe(false)
  })

  test('CNV2 [6] both bring a note to the front: each keeps the index that it was given, the same for both', () => {
    const { a, b, exchange, meet } = twoPeople(idOfA, idOfB)
    a.act(put(aNote('other', { index: 'a2' })))
    exchange()
    const toFront = (id: TLShapeId) => change((note) => ({ ...note, index: 'a3' as TLNoteShape['index'] }), id)
    a.act(toFront(NOTE))
    b.act(toFront(createShapeId('other')))
    meet()
    expect([NOTE, createShapeId('other')].map((id) => (a.store.get(id) as TLNoteShape).index)).toEqual(['a3', 'a3'])
  })

  test('CNV5 [7] both make a record of one id and each edits theirs: one of the two wins whole', () => {
    const { a, b, meet } = twoPeople(idOfA, idOfB)
    const id = createShapeId('plate')
    for (const [peer, text, x] of [
      [a, 'van Ada', 10],
      [b, 'van Bo', 20],
    ] as const) {
      peer.act(put(aNote('plate', { text: '' })))
      peer.act(put({ ...aNote('plate', { text }), x }))
    }
    meet()
    const { x, props } = a.store.get(id) as TLNoteShape
    const text = JSON.stringify(props.richText)
    expect([x, text.includes('van Ada'), text.includes('van Bo')]).toEqual(
      x === 10 ? [10, true, false] : [20, false, true],
    )
  })
})
