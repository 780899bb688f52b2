import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { CloseReason } from '../../shared/close-reasons.ts'
import { LIMITS } from '../../shared/limits.ts'
import { SCHEMA_HASH } from '../../shared/records/doc.ts'
import { Frame, SyncStep } from '../../shared/sync/messages.ts'
import { hasNote, writeNote } from '../support/layout-one.ts'
import { aBoard, aServer, sit } from '../support/server.ts'
import { aRawSocket, aStockClient, until } from '../support/sockets.ts'

function syncFrame(step: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [Frame.sync, step]) encoding.writeVarUint(encoder, number)
  encoding.writeVarUint8Array(encoder, payload)
  return encoding.toUint8Array(encoder)
}

/** Type and step of a sync frame, with what it carries. */
function readSync(frame: Uint8Array) {
  const decoder = decoding.createDecoder(frame)
  const [type, step] = [decoding.readVarUint(decoder), decoding.readVarUint(decoder)]
  return { type, step, payload: decoding.readVarUint8Array(decoder) }
}
const syncFrames = (frames: readonly Uint8Array[]) =>
  frames.filter(([type]) => type === Frame.sync).map((frame) => readSync(frame))

async function aTable() {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'participant')
  return { server, board, token }
}

test('ORD1 what others are sent is in the log by then', async () => {
  const { server, board, token } = await aTable()
  const [writer, reader] = [aStockClient(server, board.id, token), aStockClient(server, board.id, token)]
  await Promise.all([writer.synced(), reader.synced()])
  const db = new DatabaseSync(join(server.dataDir, 'tafel.db'), { readOnly: true })
  const logged = () => db.prepare('SELECT coalesce(max(seq), 0) AS last FROM updates').get()?.last as number
  const seen: { logged: number }[] = []
  let before = logged()
  reader.doc.on('update', () => {
    seen.push({ logged: logged() - before })
    before = logged()
  })
  for (let count = 0; count < 20; count++) {
    writeNote(writer.doc, `n${count}`, 'hoi')
    await until(() => expect(hasNote(reader.doc, `n${count}`)).toBe(true))
  }
  db.close()
  expect(seen.length).toBeGreaterThanOrEqual(20)
  expect(seen.filter(({ logged }) => logged < 1)).toEqual([])
})

test('ORD2 the server asks who comes in for what it lacks, and answers step 1 with all that they lack', async () => {
  const { server, board, token } = await aTable()
  const writer = aStockClient(server, board.id, token)
  await writer.synced()
  writeNote(writer.doc, 'eerder', 'hoi')
  const known = Y.encodeStateVector(writer.doc)
  writeNote(writer.doc, 'later', 'hoi')
  const late = aStockClient(server, board.id, token)
  await until(() => expect(hasNote(late.doc, 'later')).toBe(true))

  const raw = aRawSocket(server, board.id, { token })
  await raw.opened
  await until(() => expect(syncFrames(raw.frames)).toHaveLength(1))
  const [asks] = syncFrames(raw.frames)
  expect(asks?.step).toBe(SyncStep.step1)
  expect(Y.decodeStateVector(asks?.payload ?? new Uint8Array())).toEqual(
    Y.decodeStateVector(Y.encodeStateVector(writer.doc)),
  )
  raw.send(syncFrame(SyncStep.step1, known))
  await until(() => expect(syncFrames(raw.frames)).toHaveLength(2))
  const answer = syncFrames(raw.frames).at(-1)
  expect(answer?.step).toBe(SyncStep.step2)
  expect(answer?.payload).toEqual(Y.encodeStateAsUpdate(writer.doc, known))
})

test('ORD4 a step 2 that builds on what is not there closes as broken', async () => {
  const { server, board, token } = await aTable()
  const doc = new Y.Doc()
  writeNote(doc, 'eerste', 'hoi')
  const known = Y.encodeStateVector(doc)
  writeNote(doc, 'tweede', 'hoi')
  const raw = aRawSocket(server, board.id, { token })
  await raw.opened
  raw.send(syncFrame(SyncStep.step2, Y.encodeStateAsUpdate(doc, known)))
  expect(await raw.closed).toEqual({ code: CloseReason.brokenFrame, reason: 'an update with gaps' })
})

test('VER3 the document says what it is', async () => {
  const { server, board, token } = await aTable()
  const client = aStockClient(server, board.id, token)
  await client.synced()
  const { schema, created, ...meta } = client.doc.getMap('meta').toJSON()
  expect(meta).toEqual({ layout: 1, tldraw: '3.15.6', board: board.id, epoch: 1 })
  expect(Object.keys(JSON.parse(String(schema)))).toContain('schemaVersion')
  expect(Math.abs(Number(created) - Date.now())).toBeLessThan(60_000)
  const current = aRawSocket(server, board.id, { token, layout: '1', schema: SCHEMA_HASH, epoch: '1' })
  await until(() => expect(current.frames.length).toBeGreaterThan(0))
})

test('ORD6 nobody writes with the client id of another who is there: that would make what the other writes get lost', async () => {
  const { server, board, token } = await aTable()
  const victim = aStockClient(server, board.id, token)
  await victim.synced()
  victim.provider.awareness.setLocalStateField('who', 'Sam')
  const { token: otherToken } = await sit(server, board, 'participant')
  const watcher = aStockClient(server, board.id, otherToken)
  await until(() => expect(watcher.provider.awareness.getStates().has(victim.doc.clientID)).toBe(true))
  const forger = aRawSocket(server, board.id, { token: otherToken })
  await forger.opened
  const update = encoding.createEncoder()
  const next = Y.getState(victim.doc.store, victim.doc.clientID)
  // One client with one struct: garbage of length 5 where the victim will write next.
  for (const number of [1, 1, victim.doc.clientID, next, 0, 5, 0]) encoding.writeVarUint(update, number)
  forger.send(syncFrame(SyncStep.update, encoding.toUint8Array(update)))
  writeNote(victim.doc, 'n', 'van Sam')
  expect(await forger.closed).toEqual({ code: CloseReason.tooSlow, reason: 'writes with the client id of another' })
  await until(() => expect(hasNote(watcher.doc, 'n')).toBe(true))
})

test('ORD6 AWR1 nor does anybody lock another out by speaking for their id while their line is down', async () => {
  const { server, board, token } = await aTable()
  const victim = aStockClient(server, board.id, token)
  await victim.synced()
  victim.provider.awareness.setLocalStateField('who', 'Sam')
  const { token: otherToken } = await sit(server, board, 'participant')
  const watcher = aStockClient(server, board.id, otherToken)
  const isSeen = () => watcher.provider.awareness.getStates().has(victim.doc.clientID)
  await until(() => expect(isSeen()).toBe(true))
  victim.provider.disconnect()
  await until(() => expect(isSeen()).toBe(false))

  const thief = aRawSocket(server, board.id, { token: otherToken })
  await thief.opened
  const state = encoding.createEncoder()
  for (const number of [1, victim.doc.clientID, 1_000]) encoding.writeVarUint(state, number)
  encoding.writeVarString(state, '{"who":"niet Sam"}')
  const frame = encoding.createEncoder()
  encoding.writeVarUint(frame, Frame.awareness)
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(state))
  thief.send(encoding.toUint8Array(frame))
  // Its answer tells that the server has read what came before.
  thief.send(Uint8Array.of(Frame.queryAwareness))
  await until(() => expect(thief.frames.filter(([type]) => type === Frame.awareness).length).toBeGreaterThan(0))

  victim.provider.connect()
  writeNote(victim.doc, 'n', 'van Sam')
  await until(() => expect(hasNote(watcher.doc, 'n')).toBe(true))
  expect(victim.closes).toEqual([])
})

test('LIM7 a table has room for so many connections, and tells the next that there are too many', async () => {
  const { server, board, token } = await aTable()
  const all = Array.from({ length: 2 * LIMITS.peoplePerBoard }, () => aRawSocket(server, board.id, { token }))
  await Promise.all(all.map(({ frames }) => until(() => expect(frames.length).toBeGreaterThan(0))))
  const next = aRawSocket(server, board.id, { token })
  expect(await next.closed).toEqual({ code: CloseReason.tooMany, reason: 'too many people' })
  expect(all.every(({ socket }) => socket.readyState === socket.OPEN)).toBe(true)
})

test('LIM8 who does not read is let go and gets all on coming back; the others do not notice', async () => {
  const { server, board, token } = await aTable()
  const [writer, reader] = [aStockClient(server, board.id, token), aStockClient(server, board.id, token)]
  const deaf = aRawSocket(server, board.id, { token })
  await Promise.all([writer.synced(), reader.synced(), deaf.opened])
  await until(() => expect(deaf.frames.length).toBeGreaterThan(0))
  deaf.socket.pause()
  const letters = 'abcdefgh'.repeat(12_000)
  const notes = 300
  for (let count = 0; count < notes; count++) {
    writeNote(writer.doc, `n${count}`, letters)
    if (count % 20 === 0) await until(() => expect(hasNote(reader.doc, `n${count}`)).toBe(true))
  }
  await until(() => expect(hasNote(reader.doc, `n${notes - 1}`)).toBe(true), 30_000)
  deaf.socket.resume()
  await deaf.closed
  const received = deaf.frames.reduce((sum, { byteLength }) => sum + byteLength, 0)
  expect(received).toBeLessThan(notes * letters.length)
  const again = aStockClient(server, board.id, token)
  await again.synced()
  expect(hasNote(again.doc, `n${notes - 1}`)).toBe(true)
  expect([writer.closes, reader.closes]).toEqual([[], []])
})

test.each<[string, (note: Y.Map<unknown>) => void]>([
  ['too many entries', (note) => Array.from({ length: 151 }, (_, at) => note.set(`m.x${at}`, at))],
  ['a stroke of too many bytes', (note) => note.set('p.segments', new Uint8Array(200_001))],
  ['too long a word', (note) => note.set('m.kind', 'x'.repeat(100_001))],
  ['many long words', (note) => Array.from({ length: 6 }, (_, at) => note.set(`m.x${at}`, 'x'.repeat(90_000)))],
  ['a place out of reach', (note) => note.set('at', [1e7 + 1, 0, 'page:page', 'a1'])],
])('LIM11 a note of %s is put back, and nobody sees it', async (_, enlarge) => {
  const { server, board, token } = await aTable()
  const [writer, reader] = [aStockClient(server, board.id, token), aStockClient(server, board.id, token)]
  await Promise.all([writer.synced(), reader.synced()])
  const recordIn = (doc: Y.Doc, id: string) => doc.getMap<Y.Map<unknown>>('r').get(`shape:${id}`)
  writeNote(writer.doc, 'groot', 'hoi')
  await until(() => expect(hasNote(reader.doc, 'groot')).toBe(true))
  const before = recordIn(reader.doc, 'groot')?.toJSON()
  let seen = 0
  reader.doc.getMap('r').observeDeep(() => {
    if (JSON.stringify(recordIn(reader.doc, 'groot')?.toJSON()) !== JSON.stringify(before)) seen += 1
  })
  writer.doc.transact(() => {
    const note = recordIn(writer.doc, 'groot')
    if (note) enlarge(note)
  })
  // Of two at one index the greater id moves, so this one must be the greater.
  writeNote(writer.doc, 'later', 'hoi')
  await until(() => expect(hasNote(reader.doc, 'later')).toBe(true))
  await until(() => expect(recordIn(writer.doc, 'groot')?.toJSON()).toEqual(before))
  expect([seen, writer.closes]).toEqual([0, []])
})

test('AWR3 what a client says of itself comes back to it', async () => {
  const { server, board, token } = await aTable()
  const client = aRawSocket(server, board.id, { token })
  await client.opened
  const awareness = (clock: number) => {
    const body = encoding.createEncoder()
    for (const number of [1, 77, clock]) encoding.writeVarUint(body, number)
    encoding.writeVarString(body, '{}')
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, Frame.awareness)
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body))
    return encoding.toUint8Array(encoder)
  }
  for (const clock of [1, 2]) {
    client.send(awareness(clock))
    await until(() => expect(client.frames).toContainEqual(awareness(clock)))
  }
})
