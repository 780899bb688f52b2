import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { checkUpdate } from '../../../server/sync/check-update.ts'
import { textOf, writeNote } from '../../support/layout-one.ts'
import { createRandom, type Random } from '../../support/random.ts'

const ROUNDS = 4_000
const OTHER = 5

function aTable(): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 1
  for (let count = 0; count < 4; count++) writeNote(doc, `n${count}`, 'hallo')
  return doc
}

const EDITS: ((doc: Y.Doc) => void)[] = [
  (doc) => writeNote(doc, 'nieuw', 'erbij'),
  (doc) => doc.getMap('r').delete('shape:n1'),
  (doc) => doc.getMap<Y.Map<unknown>>('r').get('shape:n2')?.set('at', [9, 9, 'page:page', 'a2']),
  (doc) => textOf(doc, 'n3').insert(2, 'typen'),
  (doc) => {
    textOf(doc, 'n0').delete(1, 3)
    textOf(doc, 'n0').format(0, 1, { bold: {} })
  },
]

/** A real update with one to three bytes changed. */
function aDamagedUpdate(table: Uint8Array, random: Random): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, table)
  doc.clientID = OTHER
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  random.pick(EDITS)?.(doc)
  const damaged = Uint8Array.from(Y.mergeUpdates(updates))
  for (let left = 1 + random.upTo(3); left > 0; left--) {
    damaged[random.upTo(damaged.length)] = random.upTo(2) === 0 ? random.upTo(8) : random.upTo(256)
  }
  return damaged
}

const passes = (update: Uint8Array): boolean => {
  try {
    checkUpdate(update)
    return true
  } catch {
    return false
  }
}

test('whatever passes the check can be applied, folded and loaded again', () => {
  const random = createRandom(20_261_125)
  const table = Y.encodeStateAsUpdate(aTable())
  let passed = 0
  for (let round = 0; round < ROUNDS; round++) {
    const damaged = aDamagedUpdate(table, random)
    if (!passes(damaged)) continue
    passed += 1
    const doc = new Y.Doc()
    Y.applyUpdate(doc, table)
    Y.applyUpdate(doc, damaged)
    const loaded = new Y.Doc()
    Y.applyUpdateV2(loaded, Y.encodeStateAsUpdateV2(doc))
    expect(Y.encodeStateVector(loaded)).toEqual(Y.encodeStateVector(doc))
  }
  expect(passed).toBeGreaterThan(ROUNDS / 10)
})
