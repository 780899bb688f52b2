import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { CloseReason } from '../../shared/close-reasons.ts'
import { LIMITS } from '../../shared/limits.ts'
import { Frame, SyncStep } from '../../shared/sync/messages.ts'
import { hasNote, writeNote } from '../support/layout-one.ts'
import { aBoard, aServer, ask, sit } from '../support/server.ts'
import { aRawSocket, aStockClient, refusedWith, until } from '../support/sockets.ts'

const frame = (write: (encoder: encoding.Encoder) => void): Uint8Array => encoding.encode(write)
const updateFrame = (update: Uint8Array) =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, Frame.sync)
    encoding.writeVarUint(encoder, SyncStep.update)
    encoding.writeVarUint8Array(encoder, update)
  })
const awarenessFrame = (state: string) =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, Frame.awareness)
    const body = frame((inner) => {
      for (const number of [1, 7, 1]) encoding.writeVarUint(inner, number)
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

const HOSTILE: [string, Uint8Array | string, number][] = [
  ['noise', new Uint8Array([0, 2, 200, 255, 255]), CloseReason.brokenFrame],
  ['nothing', new Uint8Array(), CloseReason.brokenFrame],
  ['an unknown type', new Uint8Array([77, 1]), CloseReason.brokenFrame],
  ['an unknown sync step', new Uint8Array([0, 9, 0]), CloseReason.brokenFrame],
  ['text', 'hello', CloseReason.brokenFrame],
  ['an update that is none', updateFrame(new Uint8Array([9, 9, 9, 9])), CloseReason.brokenFrame],
  ['an item that refers ahead', updateFrame(refersAhead), CloseReason.brokenFrame],
  ['a deletion of no length', updateFrame(deletesNothing), CloseReason.brokenFrame],
  ['presence that is not JSON', awarenessFrame('{"who":'), CloseReason.brokenFrame],
  [
    'presence that is too large',
    awarenessFrame(JSON.stringify('x'.repeat(LIMITS.awarenessBytes))),
    CloseReason.tooLarge,
  ],
  ['a frame that is too large', new Uint8Array(LIMITS.frameBytes + 1), CloseReason.tooLarge],
]

test.each(HOSTILE)(
  '%s ends that one connection with a code and a reason; the others work on',
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

test('a flood ends that one connection', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'viewer')
  const flood = aRawSocket(server, board.id, { token })
  await flood.opened
  for (let count = 0; count < 4_000; count++) flood.send(new Uint8Array([Frame.queryAwareness]))
  expect(await flood.closed).toEqual({ code: CloseReason.tooMany, reason: 'too many frames' })
})

test('what no document can take in never gets into the log', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'participant')
  for (const update of [refersAhead, deletesNothing]) {
    const hostile = aRawSocket(server, board.id, { token })
    await hostile.opened
    hostile.send(updateFrame(update))
    await hostile.closed
  }
  await server.close()
  const again = await aServer({ dataDir: server.dataDir })
  expect((await ask(again, 'GET', `/api/v1/boards/${board.id}/records`, { token })).status).toBe(200)
})

test('who has no seat is told so after the upgrade, and the same for every table', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const elsewhere = await sit(server, await aBoard(server), 'facilitator')
  const attempts = [
    aRawSocket(server, board.id),
    aRawSocket(server, board.id, { token: elsewhere.token }),
    aRawSocket(server, board.id, { token: 'A'.repeat(43) }),
    aRawSocket(server, 'nosuchtable1', { token: elsewhere.token }),
    aRawSocket(server, 'x', { token: elsewhere.token }),
  ]
  for (const attempt of attempts) {
    expect(await attempt.closed).toEqual({ code: CloseReason.noAccess, reason: 'no access' })
    expect(attempt.frames).toEqual([])
  }
})

test('the cookie opens the socket too', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'participant')
  const seated = aRawSocket(server, board.id, {}, { cookie: `other=1; tafel-${board.id}=${token}`, origin: server.url })
  await until(() => expect(seated.frames.length).toBeGreaterThan(0))
})

test('a page of another origin is refused before the upgrade, and so is another path', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'participant')
  const path = `/sync/${board.id}?token=${token}`
  expect(await refusedWith(server, path, { origin: 'https://elsewhere.example' })).toBe(403)
  expect(await refusedWith(server, path, { origin: 'null' })).toBe(403)
  expect(await refusedWith(server, '/elsewhere')).toBe(404)
})

test('a client of another layout, schema or epoch is told which', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'participant')
  const why = (query: Record<string, string>) => aRawSocket(server, board.id, { token, ...query }).closed
  expect(await why({ layout: '2' })).toEqual({ code: CloseReason.otherSchema, reason: 'layout' })
  expect(await why({ schema: 'ffffffff' })).toEqual({ code: CloseReason.otherSchema, reason: 'schema' })
  expect(await why({ epoch: '2' })).toEqual({ code: CloseReason.otherEpoch, reason: '{"epoch":1}' })
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
