import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { sync } from '../../support/peers.ts'
import { moveTo, noteOf, paint, placeOf, twoPeople } from '../../support/two-people.ts'

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

test('CNV10 a long gesture is committed every 500 ms, one value each time', () => {
  vi.useFakeTimers()
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
  vi.useRealTimers()
  expect(placeOf(a)).toEqual([120, 0, 'page:page'])
})
