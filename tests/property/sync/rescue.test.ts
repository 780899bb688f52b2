import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { FoundPiece, Remains } from '../../../server/storage/damage.ts'
import { checkUpdate } from '../../../server/sync/check-update.ts'
import { Footing } from '../../../server/sync/footing.ts'
import { rescue } from '../../../server/sync/rescue.ts'
import { type BoardId, millis } from '../../../shared/ids.ts'
import { initDoc, metaMap } from '../../../shared/records/doc.ts'
import { atSeed, effort } from '../../support/effort.ts'
import { hasNote, noteIds, textOf, wordsIn, writeNote } from '../../support/layout-one.ts'
import { createRandom, type Random } from '../../support/random.ts'

const BOARD = 'aaaaaaaaaaaa' as BoardId
const FILE = 'tests/property/sync/rescue.test.ts'
const ROWS = 30

interface History {
  rows: Uint8Array[]
  /** By note, the row in which it was laid, with the words that it had then. */
  laid: Map<string, number>
  everything: Y.Doc
}

/** Some people at work at one table, each change a row of the log. */
function aHistory(random: Random): History {
  const rows: Uint8Array[] = []
  const everything = new Y.Doc()
  initDoc(everything, { boardId: BOARD, created: millis(0), title: 'Proef' })
  rows.push(Y.encodeStateAsUpdate(everything))
  const people = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
  const laid = new Map<string, number>()
  while (rows.length < ROWS) {
    const doc = random.pick(people) as Y.Doc
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(everything, Y.encodeStateVector(doc)))
    const before = Y.encodeStateVector(doc)
    const note = random.pick(noteIds(doc))
    const deed = random.upTo(10)
    if (deed < 4 || note === undefined) {
      writeNote(doc, `n${rows.length}`, `woord ${rows.length}`)
      laid.set(`n${rows.length}`, rows.length)
    } else if (deed < 6) textOf(doc, note).insert(random.upTo(3), 'xy')
    else if (deed < 8)
      doc.getMap<Y.Map<unknown>>('r').get(`shape:${note}`)?.set('at', [rows.length, 0, 'page:page', 'a1'])
    else if (deed < 9) textOf(doc, note).delete(0, 1)
    else {
      doc.getMap('r').delete(`shape:${note}`)
      laid.delete(note)
    }
    const update = Y.encodeStateAsUpdate(doc, before)
    rows.push(update)
    Y.applyUpdate(everything, update)
  }
  return { rows, laid, everything }
}

const folded = (rows: readonly Uint8Array[]): Uint8Array => {
  const doc = new Y.Doc()
  for (const row of rows) Y.applyUpdate(doc, row)
  return gzipSync(Y.encodeStateAsUpdateV2(doc))
}

const docOf = (update: Uint8Array): Y.Doc => {
  const doc = new Y.Doc()
  Y.applyUpdateV2(doc, update)
  return doc
}

const updatePieces = (rows: readonly Uint8Array[]): FoundPiece[] =>
  rows.map((bytes, at) => ({ kind: 'update', seq: at + 1, bytes }))

function remainsOf(updates: FoundPiece[], snapshots: FoundPiece[] = []): Remains {
  return { title: 'Proef', created: millis(0), snapshots, updates }
}

/** That nobody who meets this document stumbles over it: not who gets it, nor who brings what it lacks. */
function expectSound(doc: Y.Doc, { everything }: History): void {
  const stored = docOf(Y.encodeStateAsUpdateV2(doc))
  expect([stored.store.pendingStructs, stored.store.pendingDs]).toEqual([null, null])
  expect(metaMap(stored).get('board')).toBe(BOARD)
  const lacking = Y.encodeStateAsUpdate(everything, Y.encodeStateVector(stored))
  new Footing(stored).add(checkUpdate(lacking))
  Y.applyUpdate(stored, lacking)
  const theirs = new Y.Doc()
  for (const from of [everything, doc]) Y.applyUpdate(theirs, Y.encodeStateAsUpdate(from))
  expect(theirs.getMap('r').toJSON()).toEqual(stored.getMap('r').toJSON())
  for (const id of noteIds(everything)) expect([id, hasNote(stored, id)]).toEqual([id, true])
}

test('DUR5 whatever rows are lost, all else shows, and who has everything brings it back', () => {
  for (const seed of effort.seeds) {
    atSeed(seed, FILE, () => {
      const random = createRandom(seed)
      const history = aHistory(random)
      const lost = new Set(Array.from({ length: 1 + random.upTo(3) }, () => 1 + random.upTo(ROWS)))
      const updates = updatePieces(history.rows).map((piece) =>
        lost.has(piece.seq) ? { ...piece, bytes: undefined } : piece,
      )
      const rescued = rescue(BOARD, remainsOf(updates))
      if (rescued === undefined) throw new Error('nothing was rescued')
      expect(rescued.lost.map(({ seq }) => seq)).toEqual([...lost].sort((a, b) => a - b))
      for (const [id, row] of history.laid) {
        if (!lost.has(row + 1)) expect([id, hasNote(rescued.doc, id)]).toEqual([id, true])
        else expect([id, hasNote(rescued.doc, id)]).toEqual([id, false])
      }
      for (const id of noteIds(rescued.doc)) wordsIn(rescued.doc, id)
      expectSound(rescued.doc, history)
    })
  }
})

test('DUR5 with a snapshot lost, all is there as long as the one before it is', () => {
  for (const seed of effort.seeds) {
    atSeed(seed, FILE, () => {
      const random = createRandom(seed)
      const history = aHistory(random)
      const [first, second] = [1 + random.upTo(ROWS - 2), ROWS - 1]
      const before = { kind: 'snapshot' as const, seq: first, bytes: folded(history.rows.slice(0, first)) }
      const spoiled = folded(history.rows.slice(0, second)).subarray(0, 20 + random.upTo(60))
      const updates = updatePieces(history.rows).slice(first)
      const rescued = rescue(BOARD, remainsOf(updates, [{ kind: 'snapshot', seq: second, bytes: spoiled }, before]))
      expect([rescued?.lost, rescued?.waiting]).toEqual([[], []])
      expect(rescued?.doc.getMap('r').toJSON()).toEqual(history.everything.getMap('r').toJSON())
    })
  }
})

test('DUR5 rows of which nobody knows that they have changed never make a table that cannot be opened', () => {
  for (const seed of effort.seeds) {
    atSeed(seed, FILE, () => {
      const random = createRandom(seed)
      const { rows } = aHistory(random)
      for (let left = 1 + random.upTo(4); left > 0; left--) {
        const row = random.pick(rows) as Uint8Array
        row[random.upTo(row.length)] = random.upTo(2) === 0 ? random.upTo(8) : random.upTo(256)
      }
      const rescued = rescue(BOARD, remainsOf(updatePieces(rows)))
      if (rescued === undefined) throw new Error('nothing was rescued')
      const stored = docOf(Y.encodeStateAsUpdateV2(rescued.doc))
      expect(Y.encodeStateVector(stored)).toEqual(Y.encodeStateVector(rescued.doc))
      expect([stored.store.pendingStructs, metaMap(stored).has('board')]).toEqual([null, true])
    })
  }
})
