import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { checkUpdate } from '../../../server/sync/check-update.ts'
import { Footing } from '../../../server/sync/footing.ts'
import { Outbox } from '../../../server/sync/outbox.ts'
import { readBoard } from '../../../shared/records/doc.ts'
import { writeNote } from '../../support/layout-one.ts'
import { createRandom, type Random } from '../../support/random.ts'

const TABLES = 600
const UPDATES = 20
const HONEST = 1
const HOSTILE = [9, 7, 2]

/** Writes the content of one struct, and gives its length. */
const CONTENTS: [ref: number, write: (encoder: encoding.Encoder, random: Random) => number][] = [
  [1, (encoder) => writeLength(encoder, 2)],
  [2, (encoder) => writeLength(encoder, 1, () => encoding.writeVarString(encoder, '1'))],
  [3, (encoder) => writeLength(encoder, 1, () => encoding.writeUint8(encoder, 7))],
  [5, (encoder) => writeStrings(encoder, '{"a":1}')],
  [6, (encoder) => writeStrings(encoder, 'bold', '{}')],
  [8, (encoder, random) => writeAnys(encoder, 1 + random.upTo(2))],
  [4, (encoder, random) => writeText(encoder, random.pick(['a', 'ab', 'x😀y']) ?? '')],
  [7, (encoder, random) => writeType(encoder, random.upTo(7))],
  [7, (encoder) => writeType(encoder, 3)],
]

function writeLength(encoder: encoding.Encoder, length: number, write = () => {}): number {
  encoding.writeVarUint(encoder, length)
  write()
  return length
}
function writeStrings(encoder: encoding.Encoder, ...strings: string[]): number {
  for (const text of strings) encoding.writeVarString(encoder, text)
  return 1
}
const writeAnys = (encoder: encoding.Encoder, count: number): number =>
  writeLength(encoder, count, () => {
    for (let left = count; left > 0; left--) encoding.writeAny(encoder, { a: [1] })
  })
function writeText(encoder: encoding.Encoder, text: string): number {
  encoding.writeVarString(encoder, text)
  return text.length
}
function writeType(encoder: encoding.Encoder, type: number): number {
  encoding.writeVarUint(encoder, type)
  if (type === 3 || type === 5) encoding.writeVarString(encoder, 'paragraph')
  return 1
}

/** An update that is well-formed and builds on whatever the dice say. */
function aWildUpdate(random: Random, clockOf: (client: number) => number): Uint8Array {
  const encoder = encoding.createEncoder()
  const clients = random.upTo(3) === 0 ? random.shuffle(HOSTILE).slice(0, 2) : [random.pick(HOSTILE) ?? 9]
  if (random.upTo(20) > 0) clients.sort((a, b) => b - a)
  encoding.writeVarUint(encoder, clients.length)
  for (const client of clients) writeStructs(encoder, client, random, clockOf)
  encoding.writeVarUint(encoder, random.upTo(2))
  for (const number of [HONEST, 1, random.upTo(12), 1 + random.upTo(2)]) encoding.writeVarUint(encoder, number)
  return encoding.toUint8Array(encoder)
}

function writeStructs(encoder: encoding.Encoder, client: number, random: Random, clockOf: (client: number) => number) {
  const count = 1 + random.upTo(4)
  let clock = Math.max(0, clockOf(client) - (random.upTo(12) === 0 ? random.upTo(4) : 0))
  for (const number of [count, client, clock]) encoding.writeVarUint(encoder, number)
  const writeId = () => {
    const other = random.pick([HONEST, HONEST, ...HOSTILE]) ?? HONEST
    const end = other === client ? clock : clockOf(other)
    const known = end > 0 ? other : HONEST
    encoding.writeVarUint(encoder, known)
    encoding.writeVarUint(encoder, random.upTo((end || clockOf(HONEST)) + (random.upTo(40) === 0 ? 3 : 0)))
  }
  for (let left = count; left > 0; left--) {
    if (random.upTo(12) === 0) {
      encoding.writeUint8(encoder, 0)
      clock += writeLength(encoder, 1 + random.upTo(2))
      continue
    }
    const [ref, write] = random.pick(CONTENTS) ?? [1, () => 0]
    const [left, right, named] = [random.upTo(2), random.upTo(2), random.upTo(2)]
    encoding.writeUint8(encoder, ref | (left << 7) | (right << 6) | (named << 5))
    if (left) writeId()
    if (right) writeId()
    if (!left && !right) {
      const isRoot = random.upTo(3) === 0
      encoding.writeVarUint(encoder, Number(isRoot))
      if (isRoot) encoding.writeVarString(encoder, random.pick(['r', 'meta', 'other']) ?? 'r')
      else writeId()
      if (named) encoding.writeVarString(encoder, random.pick(['shape:n0', 'p.richText']) ?? 't')
    }
    clock += write(encoder, random)
  }
}

function aTable(): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = HONEST
  for (const id of ['n0', 'n1']) writeNote(doc, id, 'hoi')
  return Y.encodeStateAsUpdate(doc)
}

const loaded = (first: Uint8Array, rows: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc()
  for (const row of [first, ...rows]) Y.applyUpdate(doc, row)
  return doc
}

test('DUR3 whatever stands on what is there can be merged, applied, loaded again and folded, and leaves nothing waiting', () => {
  const random = createRandom(20_261_126)
  const table = aTable()
  let taken = 0
  for (let round = 0; round < TABLES; round++) {
    const doc = loaded(table, [])
    const footing = new Footing(doc)
    const outbox = new Outbox<typeof SENDER>()
    const log: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => log.push(update))
    const ends = new Map<number, number>([[HONEST, Y.getState(doc.store, HONEST)]])
    const drain = () => {
      const { runs, settle } = outbox.take()
      doc.transact(() => {
        for (const { updates } of runs) for (const update of updates) Y.applyUpdate(doc, update)
      })
      settle()
      footing.settle()
    }
    for (let count = 0; count < UPDATES; count++) {
      const update = aWildUpdate(random, (client) => ends.get(client) ?? 0)
      const isTaken = takes(footing, outbox, update)
      if (!isTaken) continue
      taken += 1
      for (const { id, length } of Y.decodeUpdate(update).structs)
        ends.set(id.client, Math.max(ends.get(id.client) ?? 0, id.clock + length))
      if (random.upTo(3) === 0) drain()
    }
    drain()
    expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
    const state = Y.encodeStateVector(doc)
    expect(Y.encodeStateVector(loaded(table, log))).toEqual(state)
    const folded = new Y.Doc()
    Y.applyUpdateV2(folded, Y.encodeStateAsUpdateV2(doc))
    expect(Y.encodeStateVector(folded)).toEqual(state)
    readBoard(doc)
  }
  expect(taken).toBeGreaterThan(TABLES * 2)
})

const SENDER = { framesLogged: 0, role: 'participant', participantId: 'p', party: null } as const

function takes(footing: Footing, outbox: Outbox<typeof SENDER>, update: Uint8Array): boolean {
  try {
    const decoded = checkUpdate(update)
    footing.add(decoded)
    outbox.add({ update, decoded, from: SENDER })
    return true
  } catch {
    return false
  }
}
