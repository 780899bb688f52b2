import { createShapeId } from '@tldraw/tlschema'
import { expect, onTestFinished, test, vi } from 'vitest'
import * as Y from 'yjs'
import { heldFrames } from '../../support/frames.ts'
import { sync } from '../../support/peers.ts'
import { aNote } from '../../support/records.ts'
import {
  change,
  moveTo,
  NOTE,
  noteOf,
  paint,
  placeOf,
  put,
  remove,
  textOf,
  twoPeople,
  write,
} from '../../support/two-people.ts'

const bytesSince = (doc: Y.Doc, before: Uint8Array) => Y.encodeStateAsUpdate(doc, before).byteLength

test('CNV10 a running gesture is held back, a remote value does not break it, and its end is what counts', () => {
  const { a, b } = twoPeople(1, 2, '')
  const before = Y.encodeStateVector(a.doc)
  const nothing = bytesSince(a.doc, before)
  a.binding.beginGesture()
  for (let x = 1; x <= 30; x++) moveTo(x)(a.store)
  expect(bytesSince(a.doc, before)).toBe(nothing)
  b.act(moveTo(500))
  b.act(paint('red'))
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc))
  expect([placeOf(a), noteOf(a)?.props.color]).toEqual([[30, 0, 'page:page'], 'red'])
  a.binding.endGesture()
  sync(a, b)
  expect([placeOf(a), placeOf(b)]).toEqual([
    [30, 0, 'page:page'],
    [30, 0, 'page:page'],
  ])
})

test('CNV5 what is changed in the very frame in which another deletes it is gone', () => {
  heldFrames()
  const { a, b, meet } = twoPeople(1, 2)
  b.act(remove(NOTE))
  a.actInFrame(moveTo(70))
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc))
  meet()
  expect(noteOf(a)).toBeUndefined()
})

test('CNV10 what is done in the very frame in which another’s value comes in is not lost', () => {
  heldFrames()
  const { a, b, meet } = twoPeople(1, 2)
  b.act(moveTo(90))
  a.actInFrame(moveTo(70))
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc))
  meet()
  expect(placeOf(b)).toEqual([70, 0, 'page:page'])
})

test('CNV5 what is deleted under a dragging finger is gone when that is lifted', () => {
  const { a, b, meet } = twoPeople(1, 2)
  a.binding.beginGesture()
  moveTo(70)(a.store)
  a.binding.flush()
  moveTo(80)(a.store)
  b.act(remove(NOTE))
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc))
  a.binding.endGesture()
  meet()
  expect(noteOf(a)).toBeUndefined()
})

test('CNV6 what is deleted, brought back and deleted again under one finger is gone', () => {
  const { a, b, meet } = twoPeople(1, 2)
  a.binding.beginGesture()
  a.actInFrame(remove(NOTE))
  a.history.undo()
  a.history.redo()
  a.binding.endGesture()
  meet()
  expect([noteOf(a), noteOf(b)]).toEqual([undefined, undefined])
})

test('CNV10 what is made under a dragging finger, and dragged on, is there when that is lifted', () => {
  const { next } = heldFrames()
  const { a, b, meet } = twoPeople(1, 2)
  const made = createShapeId('made')
  a.binding.beginGesture()
  a.actInFrame(put(aNote('made', { x: 0 })))
  next()
  a.actInFrame(change((note) => ({ ...note, x: 40 }), made))
  next()
  a.binding.endGesture()
  meet()
  expect(b.store.get(made)).toMatchObject({ x: 40 })
})

test('CNV3 text that is open here goes both ways through its editor alone, and is in the store when it is closed', () => {
  heldFrames()
  const { a, b, meet } = twoPeople(1, 2)
  a.openText = NOTE
  // The editor tells the store what it shows; before the frame is drawn, another's letters come in.
  a.actInFrame(write('Een huis!'))
  b.act(write('Een huis met tuin'))
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc))
  expect(textOf(a)).toBe('Een huis!')
  a.openText = null
  a.binding.refresh(NOTE)
  meet()
  expect(textOf(a)).toBe('Een huis met tuin')
})

test('a remote change leaves alone what it does not touch: tldraw draws anew what is another object', () => {
  const { a, b, exchange } = twoPeople(1, 2)
  const before = noteOf(a)
  b.act(moveTo(5))
  exchange()
  expect(noteOf(a)).not.toBe(before)
  expect(noteOf(a)?.props).toBe(before?.props)
  b.act(paint('red'))
  exchange()
  expect(noteOf(a)?.props.richText).toBe(before?.props.richText)
  const last = noteOf(a)
  b.act(paint('red'))
  a.binding.refresh(NOTE)
  expect(noteOf(a)).toBe(last)
})

test('CNV10 a long gesture is committed every 500 ms, one value each time', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { a } = twoPeople(1, 2, '')
  let updates = 0
  a.doc.on('update', () => {
    updates += 1
  })
  a.binding.beginGesture()
  for (let x = 1; x <= 120; x++) {
    moveTo(x)(a.store)
    vi.advanceTimersByTime(16)
  }
  expect(updates).toBeGreaterThanOrEqual(3)
  expect(updates).toBeLessThanOrEqual(4)
  a.binding.endGesture()
  expect(placeOf(a)).toEqual([120, 0, 'page:page'])
})
