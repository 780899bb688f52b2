import { expect, test } from 'vitest'
import { readLayout } from '../../../shared/dossier/layout.ts'
import { standingOfCards } from '../../../shared/dossier/standing.ts'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import { aCard, aParty, aRegion, aSheet } from '../../support/records.ts'

const map = aSheet('map')
const core = aRegion(map, 'samenstelling.kern', { x: 0 })
const edge = aRegion(map, 'samenstelling.rand', { x: 400 })
const tray = aRegion(map, 'samenstelling.ontbreekt', { x: 0, y: 500 })
const ggz = aParty('ggz')

const standings = (...cards: ReturnType<typeof aCard>[]) =>
  Object.fromEntries(standingOfCards(readLayout([map, core, edge, tray, ggz, ...cards] as BoardRecord[])))

test('a card is a core partner where it lies in the core, and only there', () => {
  const cards = [aCard('in', ggz.id, { at: [200, 200] }), aCard('out', ggz.id, { at: [600, 200] })]
  expect(standings(...cards)).toEqual({ 'shape:in': 'core' })
})

test('a party whose only card lies in the tray is missing', () => {
  expect(standings(aCard('tray', ggz.id, { at: [200, 700] }))).toEqual({ 'shape:tray': 'missing' })
})

test('a party that lies elsewhere too is not missing', () => {
  const cards = [aCard('tray', ggz.id, { at: [200, 700] }), aCard('edge', ggz.id, { at: [600, 200] })]
  expect(standings(...cards)).toEqual({})
})

test('a loose card stands in no special way, though its party is missing', () => {
  const cards = [aCard('tray', ggz.id, { at: [200, 700] }), aCard('loose', ggz.id, { at: [5000, 5000] })]
  expect(standings(...cards)).toEqual({ 'shape:tray': 'missing' })
})
