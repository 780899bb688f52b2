import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { boardLayout } from '../../../client/canvas/board-layout.ts'
import { textSchema } from '../../../client/canvas/collaborative-text.ts'
import { recordsIn } from '../../../client/net/kept-records.ts'
import { applyChanges, changesBetween } from '../../../client/sync/rebase.ts'
import { createTextComparer, createTextWriter } from '../../../client/sync/write-text.ts'
import { readBoard, recordsMap, writeRecords } from '../../../shared/records/doc.ts'
import type { Entries } from '../../../shared/records/layout.ts'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import { atSeed, effort } from '../../support/effort.ts'
import { seededUpdate } from '../../support/peers.ts'
import { createRandom, type Random } from '../../support/random.ts'
import { aNote, wordsOf } from '../../support/records.ts'

const NOTES = 150
const EDITS = 50
const DELETIONS = 50
const COLOURS = ['blue', 'green', 'red', 'violet'] as const

const options = {
  layout: boardLayout,
  isSameText: createTextComparer(textSchema),
  writeText: createTextWriter(textSchema),
}
const idOf = (at: number) => `shape:n${at}`

/** What one side did to a note. */
interface Edit {
  colour?: string
  at?: [number, number]
  word?: string
}

function aBoardOfNotes(): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seededUpdate())
  writeRecords(
    doc,
    Array.from({ length: NOTES }, (_, at) => aNote(`n${at}`, { at: [at * 10, 0], text: `kaartje ${at}` })),
  )
  return doc
}

/** The same records in a document that shares no history with the first, as after a rebuild. */
function rebuilt(doc: Y.Doc): Y.Doc {
  const fresh = new Y.Doc()
  writeRecords(fresh, readBoard(doc).records)
  return fresh
}

function edit(doc: Y.Doc, id: string, { colour, at, word }: Edit) {
  doc.transact(() => {
    const map = recordsMap(doc).get(id)
    if (map === undefined) return
    if (colour !== undefined) map.set('p.color', colour)
    if (at !== undefined) map.set('at', [...at, 'page:page', 'a1'])
    const fragment = map.get('p.richText')
    if (word === undefined || !(fragment instanceof Y.XmlFragment)) return
    const paragraph = fragment.get(0)
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
    if (text instanceof Y.XmlText) text.insert(text.length, ` ${word}`)
  })
}

const someEdit = (random: Random, who: string): Edit => ({
  ...(random.upTo(2) === 0 && { colour: random.pick(COLOURS) as string }),
  ...(random.upTo(2) === 0 && { at: [random.upTo(1000), random.upTo(1000)] as [number, number] }),
  ...(random.upTo(2) === 0 && { word: `${who}${random.upTo(1000)}` }),
})

/** Edits, deletions and, for one side, new notes; what was done, by record. */
function act(doc: Y.Doc, random: Random, who: string) {
  const ids = random.shuffle(Array.from({ length: NOTES }, (_, at) => idOf(at)))
  const removed = new Set(ids.slice(0, DELETIONS))
  const edits = new Map(ids.slice(DELETIONS, DELETIONS + EDITS).map((id) => [id, someEdit(random, who)]))
  for (const [id, one] of edits) edit(doc, id, one)
  doc.transact(() => {
    for (const id of removed) recordsMap(doc).delete(id)
  })
  return { removed, edits }
}

function rebase(seed: number) {
  const random = createRandom(seed)
  const base = aBoardOfNotes()
  const acknowledged = Y.encodeStateAsUpdateV2(base)
  const here = new Y.Doc()
  Y.applyUpdateV2(here, acknowledged)
  const mine = act(here, random, 'ik')
  const made = aNote('mijn', { at: [5, 5], text: 'nieuw van mij' })
  writeRecords(here, [made])

  const there = rebuilt(base)
  const theirs = act(there, random, 'zij')
  const changes = changesBetween(
    recordsIn([acknowledged]),
    recordsIn([acknowledged, Y.encodeStateAsUpdateV2(here)]),
    options,
  )
  const unplaced = applyChanges(there, changes, options)

  const after = new Map(readBoard(there).records.map((record) => [record.id as string, record]))
  for (let at = 0; at < NOTES; at++) {
    const id = idOf(at)
    const note = after.get(id)
    const [my, their] = [mine.edits.get(id) ?? {}, theirs.edits.get(id) ?? {}]
    if (mine.removed.has(id) || theirs.removed.has(id)) {
      expect(note).toBeUndefined()
      const offered = unplaced.find((one) => one.id === id)
      const isLost = theirs.removed.has(id) && my.word !== undefined
      expect(offered === undefined).toBe(!isLost)
      if (offered) expect(wordsOf(boardLayout.fromEntries(id, offered.entries) as BoardRecord)).toContain(my.word)
      continue
    }
    const entries: Entries = note ? boardLayout.toEntries(note as never) : new Map()
    expect(entries.get('p.color')).toBe(my.colour ?? their.colour ?? 'yellow')
    const [x, y] = entries.get('at') as [number, number]
    const place = my.at ?? their.at
    if (place) expect([x, y]).toEqual(place)
    const words = note ? wordsOf(note) : ''
    for (const word of [my.word, their.word, `kaartje ${at}`]) if (word !== undefined) expect(words).toContain(word)
    expect(words.length).toBe([`kaartje ${at}`, my.word, their.word].flatMap((word) => word ?? []).join(' ').length)
  }
  expect(wordsOf(after.get('shape:mijn') as BoardRecord)).toBe('nieuw van mij')
}

// A third of the seeds: each run compares some 150 records several times over.
test.each(effort.seeds.filter((_, at) => at % 3 === 0))(
  'work that was not sent is done once more on a rebuilt table, seed %i',
  (seed) => {
    atSeed(seed, 'rebase', () => rebase(seed))
  },
)
