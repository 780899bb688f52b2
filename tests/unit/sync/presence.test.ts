import { expect, test } from 'vitest'
import { HandSchema, MAX_TOLD_GRIP, MAX_TOLD_POINTS, PresenceSchema } from '../../../shared/sync/presence.ts'

const who = { id: 'a', name: 'Ada', party: null }
const grip = { n: 1, ids: ['shape:x'], ink: { colour: '#1d1d1d', width: 3 } }

test('what an honest client tells is read', () => {
  expect(PresenceSchema.safeParse({ who, selected: ['shape:x'], page: 'page:page', hand: 7, grip }).success).toBe(true)
  const g = { n: 1, at: [1, 2, 0.5, 30, 40], line: [1, 2, 3, -4], end: 1 }
  expect(HandSchema.safeParse({ pointer: { x: 1, y: 2 }, g, caret: ['AbC+/9==', 'AbC='] }).success).toBe(true)
})

test.each<[string, Record<string, unknown>]>([
  ['a selection of what is no shape', { selected: ['party:x'] }],
  ['a page that is none', { page: 'x' }],
  ['a camera without zoom', { camera: { x: 0, y: 0, z: 0 } }],
  ['a screen without size', { screen: { x: 0, y: 0, w: 0, h: 0 } }],
  ['a hand that is no client', { hand: -1 }],
  ['an empty grip', { grip: { n: 1, ids: [] } }],
  ['a grip of what is no shape', { grip: { n: 1, ids: ['page:page'] } }],
  ['more in one grip than a hand holds', { grip: { n: 1, ids: Array(MAX_TOLD_GRIP + 1).fill('shape:x') } }],
  ['ink of no colour', { grip: { ...grip, ink: { colour: 'url(x)', width: 1 } } }],
  ['ink as wide as the world', { grip: { ...grip, ink: { colour: '#fff', width: 1e9 } } }],
])('AWR5 presence with %s is not shown: tldraw would throw on it, and take everybody along', (_, told) => {
  expect(PresenceSchema.safeParse({ who, ...told }).success).toBe(false)
})

test.each<[string, Record<string, unknown>]>([
  ['a pointer beyond all bounds', { pointer: { x: 1e308, y: 0 } }],
  ['a pointer that is no place', { pointer: { x: Number.NaN, y: 0 } }],
  ['a place without end', { g: { n: 1, at: [0, Number.POSITIVE_INFINITY] } }],
  ['a rotation beyond all turns', { g: { n: 1, at: [0, 0, 1e6] } }],
  ['a shape without size', { g: { n: 1, at: [0, 0, 0, 0, 0] } }],
  ['numbers that are no place', { g: { n: 1, at: [0] } }],
  ['a line of more points than are told', { g: { n: 1, line: Array((MAX_TOLD_POINTS + 1) * 2).fill(0) } }],
  ['a gesture without number', { g: { at: [0, 0] } }],
  ['a caret that is no position', { caret: ['<b>'] }],
  ['a caret of any length', { caret: ['A'.repeat(10_000)] }],
])('AWR5 a hand with %s is no hand', (_, told) => {
  expect(HandSchema.safeParse(told).success).toBe(false)
})
