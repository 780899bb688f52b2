import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { buildDossier } from '../../shared/dossier/build.ts'
import { outlineHolds } from '../../shared/dossier/geometry.ts'
import { makeRecordMap, readBoard } from '../../shared/records/doc.ts'
import type { LooseRecord } from '../../shared/records/layout.ts'
import { writeNote } from '../support/layout-one.ts'
import { aParty } from '../support/records.ts'
import { aBoard, aServer, sit } from '../support/server.ts'
import { aStockClient, until } from '../support/sockets.ts'

const recordsOf = (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>('r')
const ofType = (doc: Y.Doc, type: string) =>
  [...recordsOf(doc)].filter(([, map]) => (map.get('t') as string[])[1] === type)

/** The regions of a plate by key, with whom each is about. */
const regionsOn = (doc: Y.Doc) =>
  Object.fromEntries(ofType(doc, 'region').map(([, map]) => [map.get('p.key'), map.get('p.party') ?? null]))

const addParty = (doc: Y.Doc, id: string, seat: number) =>
  recordsOf(doc).set(`party:${id}`, makeRecordMap(aParty(id, { seat }) as unknown as LooseRecord))

interface Region {
  at: [number, number, string]
  outline: number[]
  parent: string
}

function regionOn(doc: Y.Doc, key: string): Region {
  const map = ofType(doc, 'region').find(([, region]) => region.get('p.key') === key)?.[1]
  const at = map?.get('at') as [number, number, string]
  return { at, parent: at[2], outline: map?.get('p.outline') as number[] }
}

/** A point of a region, on the page. */
function pointIn(doc: Y.Doc, key: string): [number, number] {
  const { at, outline, parent } = regionOn(doc, key)
  const sheet = recordsOf(doc).get(parent)?.get('at') as number[]
  const grid = Array.from({ length: 400 }, (_, step) => ({
    x: (step % 20) * 60 + 13,
    y: Math.floor(step / 20) * 60 + 13,
  }))
  const inside = grid.find((point) => outlineHolds(outline, point)) ?? { x: 0, y: 0 }
  return [(sheet[0] ?? 0) + (at[0] ?? 0) + inside.x, (sheet[1] ?? 0) + (at[1] ?? 0) + inside.y]
}

/** What is answered in a region, as one reads it from the document. */
function answersIn(doc: Y.Doc, key: string): string[] {
  const id = ofType(doc, 'region').find(([, region]) => region.get('p.key') === key)?.[0]
  const region = buildDossier(readBoard(doc).records).regions.find(({ regionId }) => regionId === id)
  return (region?.answers ?? []).map(({ text }) => text)
}

const sizeOf = (sheet: Y.Map<unknown> | undefined) => sheet?.get('wh') as [number, number]
const cornerOf = (sheet: Y.Map<unknown>) => sheet.get('at') as [number, number]

async function aTable(...templates: string[]) {
  const server = await aServer()
  const board = await aBoard(server, { templates })
  const seats = { ria: await sit(server, board, 'facilitator'), sam: await sit(server, board, 'participant') }
  const ria = aStockClient(server, board.id, seats.ria.token)
  const sam = aStockClient(server, board.id, seats.sam.token)
  await Promise.all([ria.synced(), sam.synced()])
  return { ria, sam }
}

test('two people who each add a party at once give a plate one row for each', async () => {
  const { ria, sam } = await aTable('party-roles')
  expect(new Set(Object.values(regionsOn(ria.doc)))).toEqual(new Set([null]))
  addParty(ria.doc, 'gemeente', 1)
  addParty(sam.doc, 'kerk', 2)
  const done = (doc: Y.Doc) => {
    const regions = regionsOn(doc)
    expect(regions['p1.wettelijk']).toBe('party:gemeente')
    expect(regions['p2.casus']).toBe('party:kerk')
    expect(Object.keys(regions)).toHaveLength(16)
  }
  await until(() => {
    done(ria.doc)
    done(sam.doc)
  })
})

test('a plate grows with the sixth party, and what lies in a row stays in it', async () => {
  const { ria } = await aTable('party-roles')
  for (const [at, id] of ['a', 'b', 'd', 'e', 'f'].entries()) addParty(ria.doc, id, at < 2 ? at + 1 : at + 2)
  await until(() => expect(regionsOn(ria.doc)['p5.casus']).toBe('party:f'))
  const height = () => sizeOf(ofType(ria.doc, 'sheet')[0]?.[1])[1]
  const before = height()
  writeNote(ria.doc, 'rol', 'regisseur', pointIn(ria.doc, 'p3.casus'))
  await until(() => expect(answersIn(ria.doc, 'p3.casus')).toEqual(['regisseur']))

  // Its seat is the third: all rows under it go down.
  addParty(ria.doc, 'c', 3)
  await until(() => expect(regionsOn(ria.doc)['p3.casus']).toBe('party:c'))
  expect(height()).toBeGreaterThan(before)
  expect(answersIn(ria.doc, 'p3.casus')).toEqual([])
  expect(answersIn(ria.doc, 'p4.casus')).toEqual(['regisseur'])
})

test('a party that goes and comes back has what lay in its petal; the others keep theirs', async () => {
  const { ria } = await aTable('interest-analysis')
  for (const [at, id] of ['a', 'b', 'c', 'd'].entries()) addParty(ria.doc, id, at + 1)
  await until(() => expect(regionsOn(ria.doc)['p4.collectief']).toBe('party:d'))
  writeNote(ria.doc, 'weg', 'van b', pointIn(ria.doc, 'p2.collectief'))
  writeNote(ria.doc, 'blijft', 'van d', pointIn(ria.doc, 'p4.organisatie'))
  await until(() => expect(answersIn(ria.doc, 'p4.organisatie')).toEqual(['van d']))

  const records = recordsOf(ria.doc)
  const gone = ['party:b', 'shape:weg'].map((id) => [id, records.get(id)?.clone()] as const)
  ria.doc.transact(() => {
    for (const [id] of gone) records.delete(id)
  })
  await until(() => expect(regionsOn(ria.doc)['p2.collectief']).toBe('party:c'))
  expect(answersIn(ria.doc, 'p3.organisatie')).toEqual(['van d'])

  ria.doc.transact(() => {
    for (const [id, map] of gone) if (map) records.set(id, map)
  })
  await until(() => expect(regionsOn(ria.doc)['p2.collectief']).toBe('party:b'))
  expect(answersIn(ria.doc, 'p2.collectief')).toEqual(['van b'])
  expect(answersIn(ria.doc, 'p4.organisatie')).toEqual(['van d'])
})

test('what others wrote for a party that is taken away lies under the plate, and answers nothing', async () => {
  const { ria } = await aTable('interest-analysis')
  for (const [at, id] of ['a', 'b', 'c', 'd'].entries()) addParty(ria.doc, id, at + 1)
  await until(() => expect(regionsOn(ria.doc)['p4.collectief']).toBe('party:d'))
  writeNote(ria.doc, 'van-een-ander', 'blijft', pointIn(ria.doc, 'p1.collectief'))
  await until(() => expect(answersIn(ria.doc, 'p1.collectief')).toEqual(['blijft']))
  recordsOf(ria.doc).delete('party:a')
  await until(() => expect(regionsOn(ria.doc)['p1.collectief']).toBe('party:b'))
  expect(answersIn(ria.doc, 'p1.collectief')).toEqual([])
  expect(recordsOf(ria.doc).has('shape:van-een-ander')).toBe(true)
})

test('larger paper: every region grows, notes stay in theirs, and what lies beside gives way', async () => {
  const { ria } = await aTable('opgave-circle', 'three-domains')
  const [first, second] = ofType(ria.doc, 'sheet')
    .map(([, sheet]) => sheet)
    .toSorted((a, b) => cornerOf(a)[0] - cornerOf(b)[0])
  if (!first || !second) throw new Error('no sheets')
  writeNote(ria.doc, 'kern', 'wachten', pointIn(ria.doc, 'kern'))
  writeNote(ria.doc, 'rand', 'samen', pointIn(ria.doc, 'condities'))
  await until(() => expect(answersIn(ria.doc, 'kern')).toEqual(['wachten']))
  const before = answersIn(ria.doc, 'condities')
  first.set('p.size', 'L')
  await until(() => expect(sizeOf(first)[0]).toBeGreaterThan(3_000))
  expect(answersIn(ria.doc, 'kern')).toEqual(['wachten'])
  expect(cornerOf(second)[0]).toBeGreaterThan(sizeOf(first)[0])
  expect(answersIn(ria.doc, 'condities')).toEqual(before)
  first.set('p.size', 'M')
  await until(() => expect(sizeOf(first)[0]).toBe(2_384))
  expect(answersIn(ria.doc, 'kern')).toEqual(['wachten'])
})

test('a participant can make a plate neither larger nor give it a party', async () => {
  const { sam } = await aTable('party-roles')
  const sheet = () => ofType(sam.doc, 'sheet')[0]?.[1]
  sheet()?.set('p.size', 'XL')
  sheet()?.set('p.parties', ['party:none'])
  await until(() =>
    expect([sheet()?.get('p.size') ?? 'M', sheet()?.get('p.parties')]).toEqual(['M', [null, null, null, null]]),
  )
})
