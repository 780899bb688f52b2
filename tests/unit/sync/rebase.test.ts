import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { boardLayout } from '../../../client/canvas/board-layout.ts'
import { textSchema } from '../../../client/canvas/collaborative-text.ts'
import { applyChanges, type Change } from '../../../client/sync/rebase.ts'
import { createTextComparer, createTextWriter } from '../../../client/sync/write-text.ts'
import { readBoard, writeRecords } from '../../../shared/records/doc.ts'
import { toEntries } from '../../../shared/records/layout.ts'
import { seededUpdate } from '../../support/peers.ts'
import { aNote, wordsOf } from '../../support/records.ts'

const options = {
  layout: boardLayout,
  isSameText: createTextComparer(textSchema),
  writeText: createTextWriter(textSchema),
}

/** The server's table with its version of a note that this device made, and what this device has of it. */
function met(theirs: string, mine: string) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seededUpdate())
  writeRecords(doc, [aNote('n', { text: theirs })])
  const change: Change = { id: 'shape:n', kind: 'made', after: toEntries(aNote('n', { text: mine }) as never) }
  const unplaced = applyChanges(doc, [change], options)
  const note = readBoard(doc).records.find(({ id }) => id === 'shape:n')
  return { words: note && wordsOf(note), unplaced: unplaced.length }
}

test('a note that had arrived without this device hearing so goes on where it was', () => {
  expect(met('Eerste', 'Eerste en meer')).toEqual({ words: 'Eerste en meer', unplaced: 0 })
})

test('what others wrote in it since stays, and mine is offered apart', () => {
  expect(met('Eerste, door Jo aangevuld', 'Eerste en meer')).toEqual({
    words: 'Eerste, door Jo aangevuld',
    unplaced: 1,
  })
})

test('the same note twice is one note', () => {
  expect(met('Eerste', 'Eerste')).toEqual({ words: 'Eerste', unplaced: 0 })
})
