import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { CloseReason } from '../../shared/close-reasons.ts'
import { LIMITS } from '../../shared/limits.ts'
import { Frame, SyncStep } from '../../shared/sync/messages.ts'
import { hasNote, writeNote } from '../support/layout-one.ts'
import { aBoard, aServer, ask, sit } from '../support/server.ts'
import { aRawSocket, aStockClient, until } from '../support/sockets.ts'

const frame = (write: (encoder: encoding.Encoder) => void): Uint8Array => encoding.encode(write)
const updateFrame = (update: Uint8Array) =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, Frame.sync)
    encoding.writeVarUint(encoder, SyncStep.update)
    encoding.writeVarUint8Array(encoder, update)
  })
const awarenessFrame = (state: string, clock = 1) =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, Frame.awareness)
    const body = frame((inner) => {
      for (const number of [1, 7, clock]) encoding.writeVarUint(inner, number)
      encoding.writeVarString(inner, state)
    })
    encoding.writeVarUint8Array(encoder, body)
  })

/** One item of one character whose left neighbour is its own client's tenth, which comes after it. */
const refersAhead = frame((encoder) => {
  for (const number of [1, 1, 5, 0]) encoding.writeVarUint(encoder, number)
  encoding.writeUint8(encoder, 0x84)
  for (const number of [5, 10]) encoding.writeVarUint(encoder, number)
  encoding.writeVarString(encoder, 'x')
  encoding.writeVarUint(encoder, 0)
})

/** Nothing but a deletion of no items. */
const deletesNothing = frame((encoder) => {
  for (const number of [0, 1, 5, 1, 0, 0]) encoding.writeVarUint(encoder, number)
})

const updateOf = (write: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc()
  doc.transact(() => write(doc))
  return Y.encodeStateAsUpdate(doc)
}
const LEVELS = 3_000

/** Nothing but values in values; a browser's stack ends before that of the server. */
const deepValue = updateOf((doc) => {
  let value: unknown[] = []
  for (let left = LEVELS; left > 0; left--) value = [value]
  doc.getMap('r').set('shape:deep', value)
})

/** Maps in maps. Deleting the first would make every document delete the rest by calling itself. */
const deepTypes = updateOf((doc) => {
  let map = doc.getMap<unknown>('r')
  for (let left = LEVELS; left > 0; left--) {
    const inner = new Y.Map<unknown>()
    map.set('in', inner)
    map = inner
  }
})

/** Two clients in the order in which Yjs never writes them: merged with those of others, these are lost. */
const outOfOrder = frame((encoder) => {
  encoding.writeVarUint(encoder, 2)
  for (const client of [5, 9]) {
    for (const number of [1, client, 0]) encoding.writeVarUint(encoder, number)
    encoding.writeUint8(encoder, 0x04)
    encoding.writeVarUint(encoder, 1)
    for (const text of ['r', 'x']) encoding.writeVarString(encoder, text)
  }
  encoding.writeVarUint(encoder, 0)
})

const HOSTILE: [string, Uint8Array | string, number][] = [
  ['noise', new Uint8Array([0, 2, 200, 255, 255]), CloseReason.brokenFrame],
  ['nothing', new Uint8Array(), CloseReason.brokenFrame],
  ['an unknown type', new Uint8Array([77, 1]), CloseReason.brokenFrame],
  ['an unknown sync step', new Uint8Array([0, 9, 0]), CloseReason.brokenFrame],
  ['text', 'hello', CloseReason.brokenFrame],
  ['an update that is none', updateFrame(new Uint8Array([9, 9, 9, 9])), CloseReason.brokenFrame],
  ['an item that refers ahead', updateFrame(refersAhead), CloseReason.brokenFrame],
  ['a deletion of no length', updateFrame(deletesNothing), CloseReason.brokenFrame],
  ['a value nested without end', updateFrame(deepValue), CloseReason.brokenFrame],
  ['types nested without end', updateFrame(deepTypes), CloseReason.brokenFrame],
  ['clients out of order', updateFrame(outOfOrder), CloseReason.brokenFrame],
  ['presence at the end of time', awarenessFrame('{}', Number.MAX_SAFE_INTEGER), CloseReason.brokenFrame],
  ['presence that is not JSON', awarenessFrame('{"who":'), CloseReason.brokenFrame],
  [
    'presence that is too large',
    awarenessFrame(JSON.stringify('x'.repeat(LIMITS.awarenessBytes))),
    CloseReason.tooLarge,
  ],
  ['presence of more than can be here', new Uint8Array([Frame.awareness, 3, 0xd1, 0x0f, 1]), CloseReason.tooLarge],
  ['a frame that is too large', new Uint8Array(LIMITS.frameBytes + 1), CloseReason.tooLarge],
]

test.each(HOSTILE)(
  'CLS1 LIM1 LIM2 LIM10 %s ends that one connection with a code and a reason; the others work on',
  async (_, bytes, code) => {
    const server = await aServer()
    const board = await aBoard(server)
    const { token } = await sit(server, board, 'participant')
    const [a, b] = [aStockClient(server, board.id, token), aStockClient(server, board.id, token)]
    const hostile = aRawSocket(server, board.id, { token })
    await Promise.all([a.synced(), b.synced(), hostile.opened])
    hostile.send(bytes)
    const closed = await hostile.closed
    expect(closed.code).toBe(code)
    if (bytes.length <= LIMITS.frameBytes) expect(closed.reason).not.toBe('')
    writeNote(a.doc, 'verder', 'wij werken door')
    await until(() => expect(hasNote(b.doc, 'verder')).toBe(true))
    expect([a.closes, b.closes]).toEqual([[], []])
  },
)

test('LIM4 a flood ends that one connection', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'viewer')
  const flood = aRawSocket(server, board.id, { token })
  await flood.opened
  for (let count = 0; count < 4_000; count++) flood.send(new Uint8Array([Frame.queryAwareness]))
  expect(await flood.closed).toEqual({ code: CloseReason.tooMany, reason: 'too many frames' })
})

test('LIM9 whoever asks for the whole board again and again, and reads nothing, is sent away', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const [writing, watching] = [await sit(server, board, 'participant'), await sit(server, board, 'viewer')]
  const writer = aStockClient(server, board.id, writing.token)
  await writer.synced()
  const letters = 'abcdefgh'.repeat(1_000)
  writer.doc.transact(() => {
    for (let count = 0; count < 100; count++) writeNote(writer.doc, `n${count}`, letters)
  })
  await until(async () => {
    const { body } = await ask(server, 'GET', `/api/v1/boards/${board.id}/records`, { token: watching.token })
    expect(body.records.length).toBeGreaterThan(100)
  })
  const greedy = aRawSocket(server, board.id, { token: watching.token })
  await greedy.opened
  for (let count = 0; count < 2_000; count++) greedy.send(new Uint8Array([Frame.sync, SyncStep.step1, 1, 0]))
  expect(await greedy.closed).toEqual({ code: CloseReason.tooMany, reason: 'asks for the board too often' })
  const whole = greedy.frames.filter(({ byteLength }) => byteLength > letters.length * 100)
  expect(whole.length).toBeLessThan(100)
  expect(writer.closes).toEqual([])
})

test('ORD3 who writes while coming in loses nothing; who leaves gaps later is sent back to bring all', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'participant')
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const id of ['voor', 'tijdens', 'later', 'ver']) writeNote(doc, id, 'hoi')
  const [, during, later, far] = updates as [Uint8Array, Uint8Array, Uint8Array, Uint8Array]
  const upToDuring = Y.mergeUpdates(updates.slice(0, 2))
  const wholeFrame = frame((encoder) => {
    for (const number of [Frame.sync, SyncStep.step2]) encoding.writeVarUint(encoder, number)
    encoding.writeVarUint8Array(encoder, upToDuring)
  })
  const reader = aStockClient(server, board.id, token)
  await reader.synced()
  const hasty = aRawSocket(server, board.id, { token })
  await hasty.opened
  hasty.send(updateFrame(during))
  hasty.send(wholeFrame)
  await until(() => expect(['voor', 'tijdens'].every((id) => hasNote(reader.doc, id))).toBe(true))
  hasty.send(updateFrame(far))
  expect(await hasty.closed).toEqual({ code: CloseReason.tooSlow, reason: 'something is lacking' })
  const again = aRawSocket(server, board.id, { token })
  await again.opened
  for (const update of [later, far]) again.send(updateFrame(update))
  await until(() => expect(hasNote(reader.doc, 'ver')).toBe(true))
})

test('LIM5 a table that is full takes nothing more, can be thinned, and opens again', {
  timeout: 150_000,
}, async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'participant')
  const [notes, chars] = [70, 100_000]
  const portion = notes * chars
  const fillOf = (id: string) =>
    updateOf((doc) => {
      for (let count = 0; count < notes; count++) writeNote(doc, `${id}-${count}`, 'x'.repeat(chars))
    })
  const filler = aRawSocket(server, board.id, { token })
  await filler.opened
  for (let count = 0; count < 9; count++) {
    filler.send(updateFrame(fillOf(`other${count}`)))
    // What is taken is sent on to all, the sender among them.
    await until(() => expect(filler.frames.filter((sent) => sent.byteLength > portion).length).toBe(count + 1))
  }
  filler.send(updateFrame(fillOf('more')))
  expect(await filler.closed).toEqual({ code: CloseReason.tooLarge, reason: 'the table is full' })
  await server.close()
  const again = await aServer({ dataDir: server.dataDir })
  const client = aStockClient(again, board.id, token)
  await client.synced()
  expect(hasNote(client.doc, 'other8-69')).toBe(true)
  client.doc.getMap('r').delete('shape:other8-69')
  const other = aStockClient(again, board.id, token)
  await other.synced()
  await until(() => expect(hasNote(other.doc, 'other8-69')).toBe(false))
  expect(client.closes).toEqual([])
})

test('what no document can take in never gets into the log', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'participant')
  for (const update of [refersAhead, deletesNothing, deepValue, deepTypes, outOfOrder]) {
    const hostile = aRawSocket(server, board.id, { token })
    await hostile.opened
    hostile.send(updateFrame(update))
    await hostile.closed
  }
  await server.close()
  const again = await aServer({ dataDir: server.dataDir })
  expect((await ask(again, 'GET', `/api/v1/boards/${board.id}/records`, { token })).status).toBe(200)
})

test('random damage to real updates never harms the board', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'participant')
  const doc = new Y.Doc()
  writeNote(doc, 'echt', 'een echte notitie')
  const whole = Y.encodeStateAsUpdate(doc)
  const attempts = Array.from({ length: 60 }, async (_, round) => {
    const damaged = Uint8Array.from(whole)
    damaged[(round * 37) % damaged.length] = (round * 91) % 256
    const hostile = aRawSocket(server, board.id, { token })
    await hostile.opened
    hostile.send(updateFrame(damaged))
    hostile.socket.close()
    return hostile.closed
  })
  await Promise.all(attempts)
  const read = (url: { url: string }) => ask(url, 'GET', `/api/v1/boards/${board.id}/records`, { token })
  const before = await read(server)
  await server.close()
  const after = await read(await aServer({ dataDir: server.dataDir }))
  expect(before.status).toBe(200)
  expect(after.body).toEqual(before.body)
})
