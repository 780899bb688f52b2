import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openSqlite } from '../../server/storage/sqlite.ts'
import { fold } from '../../server/sync/folding.ts'
import type { BoardId } from '../../shared/ids.ts'
import { noteIds, wordsIn, writeNote } from '../support/layout-one.ts'
import { aBoard, aServer, ask, sit, type TestBoard, type TestServer } from '../support/server.ts'
import { aStockClient, type StockClient, until } from '../support/sockets.ts'
import { inFile, rowsOf, spoilPageOf, spoilRow, spoilSnapshot } from '../support/spoil.ts'

const NOTES = Array.from({ length: 10 }, (_, count) => `n${count}`)

interface Written {
  server: TestServer
  board: TestBoard
  token: string
  /** Who wrote it all, and still has it. */
  writer: StockClient
}

/** A table on which one person has written ten notes, each in a row of the log of its own. */
async function tenNotes(words = (id: string) => `woorden van ${id}`): Promise<Written> {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'facilitator')
  const [writer, reader] = [aStockClient(server, board.id, token), aStockClient(server, board.id, token)]
  await Promise.all([writer.synced(), reader.synced()])
  for (const id of NOTES) {
    writeNote(writer.doc, id, words(id))
    await until(() => expect(noteIds(reader.doc)).toContain(id))
  }
  for (const { provider } of [writer, reader]) provider.disconnect()
  await server.close()
  return { server, board, token, writer }
}

async function reopen({ server: { dataDir }, board, token }: Written) {
  const server = await aServer({ dataDir })
  const { status, body } = await ask(server, 'GET', `/api/v1/boards/${board.id}`, { token })
  const reader = aStockClient(server, board.id, token)
  await reader.synced()
  return { server, reader, status, damaged: body.damaged }
}

/** The writer comes again with the copy that they have kept. */
async function bringBack({ board, token, writer }: Written, server: TestServer): Promise<StockClient> {
  const again = aStockClient(server, board.id, token)
  Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(writer.doc))
  await again.synced()
  return again
}

/** Folds what is stored, as a server does when a table is left. */
async function foldStored({ server: { dataDir }, board }: Written): Promise<void> {
  const storage = openSqlite(dataDir)
  await fold(storage.log, board.id as BoardId)
  await storage.close()
}

const without = (...lost: string[]) => NOTES.filter((id) => !lost.includes(id))

test('DUR5 a row that cannot be read costs what is in it only; who still has that brings it back', async () => {
  const table = await tenNotes()
  const { dataDir } = table.server
  const [, ...rows] = rowsOf(dataDir, table.board.id)
  expect(rows.length).toBe(NOTES.length)
  const bad = rows[4]
  const spoiled = bad?.data.slice(0, 30) ?? new Uint8Array()
  spoilRow(dataDir, bad?.seq ?? 0, spoiled)

  const { server, reader, status, damaged } = await reopen(table)
  expect(status).toBe(200)
  expect(damaged).toEqual({ since: expect.any(Number), pieces: 1 })
  expect(server.log()).toContain('board-damaged')
  expect(noteIds(reader.doc)).toEqual(without('n4'))
  expect(wordsIn(reader.doc, 'n9')).toBe('woorden van n9')
  const kept = inFile(dataDir, (db) => db.prepare('SELECT seq, data, fate FROM damaged ORDER BY seq').all())
  expect(kept.filter(({ fate }) => fate === 'lost')).toEqual([{ seq: bad?.seq, data: spoiled, fate: 'lost' }])
  expect(kept.length).toBe(rows.length + 1)

  writeNote(reader.doc, 'later', 'wij werken verder')
  const again = await bringBack(table, server)
  await until(() => expect(noteIds(reader.doc)).toEqual(['later', ...NOTES]))
  expect(noteIds(again.doc)).toEqual(['later', ...NOTES])
  expect(wordsIn(reader.doc, 'n4')).toBe('woorden van n4')
  await server.close()
  const last = await reopen(table)
  expect(noteIds(last.reader.doc)).toEqual(['later', ...NOTES])
})

test('DUR5 one bit of a row that has changed is noticed, and who still has that row brings it back', async () => {
  const table = await tenNotes((id) => `appel ${id}`)
  const { dataDir } = table.server
  const bad = rowsOf(dataDir, table.board.id)[5]
  const spoiled = Buffer.from(bad?.data ?? [])
  spoiled[spoiled.indexOf('appel')] = 'e'.charCodeAt(0)
  spoilRow(dataDir, bad?.seq ?? 0, spoiled)
  const { server, reader, damaged } = await reopen(table)
  expect(damaged).toMatchObject({ pieces: 1 })
  expect(noteIds(reader.doc)).toEqual(without('n4'))
  await bringBack(table, server)
  await until(() => expect(wordsIn(reader.doc, 'n4')).toBe('appel n4'))
})

test('DUR5 a row of before there were checksums is noticed when no document can take it in', async () => {
  const table = await tenNotes()
  const { dataDir } = table.server
  inFile(dataDir, (db) => db.exec('UPDATE updates SET checksum = NULL'))
  const bad = rowsOf(dataDir, table.board.id)[3]
  spoilRow(dataDir, bad?.seq ?? 0, bad?.data.slice(0, 25) ?? new Uint8Array())
  const { server, reader, damaged } = await reopen(table)
  expect(damaged).toMatchObject({ pieces: 1 })
  expect(noteIds(reader.doc)).toEqual(without('n2'))
  await bringBack(table, server)
  await until(() => expect(noteIds(reader.doc)).toEqual(NOTES))
})

test('DUR5 a table that has lost its first row still knows what it is, and shows what came later', async () => {
  const table = await tenNotes()
  const { dataDir } = table.server
  spoilRow(dataDir, rowsOf(dataDir, table.board.id)[0]?.seq ?? 0, new Uint8Array([1, 2, 3]))
  const { server, reader, damaged } = await reopen(table)
  expect(damaged).toMatchObject({ pieces: 1 })
  expect(noteIds(reader.doc)).toEqual(NOTES)
  const { body } = await ask(server, 'GET', `/api/v1/boards/${table.board.id}/records`, { token: table.token })
  expect(body.records.map(({ id }: { id: string }) => id)).toEqual(
    expect.arrayContaining(['document:document', 'page:page', 'shape:n0', 'shape:n9']),
  )
  await bringBack(table, server)
  writeNote(reader.doc, 'later', 'verder')
  await server.close()
  expect(noteIds((await reopen(table)).reader.doc)).toEqual(['later', ...NOTES])
})

test('DUR5 whoever still has it brings back what is not theirs too: plates and the notes of others', async () => {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const [sam, jo] = await Promise.all([sit(server, board, 'participant'), sit(server, board, 'participant')])
  const [writer, keeper] = [aStockClient(server, board.id, sam.token), aStockClient(server, board.id, jo.token)]
  await Promise.all([writer.synced(), keeper.synced()])
  for (const id of ['eerst', 'later']) {
    writeNote(writer.doc, id, 'van Sam', [0, 0], { by: sam.participantId })
    await until(() => expect(noteIds(keeper.doc)).toContain(id))
  }
  for (const { provider } of [writer, keeper]) provider.disconnect()
  await server.close()
  for (const { seq } of rowsOf(server.dataDir, board.id).slice(0, 2)) spoilRow(server.dataDir, seq, new Uint8Array([1]))

  const table = { server, board, token: jo.token, writer: keeper }
  const { server: again, reader } = await reopen(table)
  expect(Object.keys(reader.doc.getMap('r').toJSON()).sort()).toEqual(['document:document', 'page:page', 'shape:later'])
  await bringBack(table, again)
  await until(() => expect(reader.doc.getMap('r').toJSON()).toEqual(keeper.doc.getMap('r').toJSON()))
  expect(reader.doc.getMap('r').toJSON()['shape:eerst']).toMatchObject({ 'm.by': sam.participantId })
})

test('DUR5 what builds on a lost row finds its place when somebody brings that row back', async () => {
  const table = await tenNotes()
  const { dataDir } = table.server
  const first = await reopen(table)
  first.reader.doc.getMap<Y.Map<unknown>>('r').get('shape:n4')?.set('at', [900, 900, 'page:page', 'a1'])
  const moved = (doc: Y.Doc) => doc.getMap<Y.Map<number[]>>('r').get('shape:n4')?.get('at')?.[0]
  await until(async () => {
    const { body } = await ask(first.server, 'GET', `/api/v1/boards/${table.board.id}/records`, { token: table.token })
    expect(body.records.find(({ id }: { id: string }) => id === 'shape:n4').x).toBe(900)
  })
  first.reader.provider.disconnect()
  await first.server.close()

  const bad = rowsOf(dataDir, table.board.id)[5]
  spoilRow(dataDir, bad?.seq ?? 0, new Uint8Array([9]))
  const second = await reopen(table)
  expect(second.damaged).toMatchObject({ pieces: 1 })
  expect(noteIds(second.reader.doc)).toEqual(without('n4'))
  await bringBack(table, second.server)
  await until(() => expect(noteIds(second.reader.doc)).toEqual(NOTES))
  expect(moved(second.reader.doc)).toBe(0)
  await second.server.close()

  const third = await reopen(table)
  expect(third.damaged).toMatchObject({ pieces: 1 })
  expect(moved(third.reader.doc)).toBe(900)
})

test('DUR5 a snapshot that cannot be read costs nothing: what it took the place of is still there', async () => {
  const table = await tenNotes()
  const { dataDir } = table.server
  await foldStored(table)
  spoilSnapshot(dataDir, 'snapshots', table.board.id)
  const second = await reopen(table)
  expect(second.damaged).toBeUndefined()
  expect(noteIds(second.reader.doc)).toEqual(NOTES)
  expect(second.server.log()).toContain('board-damaged')
  writeNote(second.reader.doc, 'later', 'verder')
  await until(async () => {
    const { body } = await ask(second.server, 'GET', `/api/v1/boards/${table.board.id}/records`, { token: table.token })
    expect(body.records.map(({ id }: { id: string }) => id)).toContain('shape:later')
  })
  await second.server.close()

  await foldStored(table)
  spoilSnapshot(dataDir, 'snapshots', table.board.id)
  const third = await reopen(table)
  expect(third.damaged).toBeUndefined()
  expect(noteIds(third.reader.doc)).toEqual(['later', ...NOTES])
})

test('DUR5 a snapshot that is spoiled under a running server is handed to nobody; who is at the table notices nothing', async () => {
  const table = await tenNotes()
  const { dataDir } = table.server
  await foldStored(table)
  const { server, reader } = await reopen(table)
  writeNote(reader.doc, 'later', 'verder')
  await reader.synced()
  spoilSnapshot(dataDir, 'snapshots', table.board.id)
  const { status } = await ask(server, 'GET', `/api/v1/boards/${table.board.id}/snapshot`, { token: table.token })
  expect(status).toBe(500)
  const newcomer = aStockClient(server, table.board.id, table.token)
  await newcomer.synced()
  await until(() => expect(noteIds(newcomer.doc)).toEqual(['later', ...NOTES]))
  await server.close()
  expect(noteIds((await reopen(table)).reader.doc)).toEqual(['later', ...NOTES])
})

test('DUR5 with both snapshots lost the table opens with what was written since', async () => {
  const table = await tenNotes()
  const { dataDir } = table.server
  await foldStored(table)
  const second = await reopen(table)
  writeNote(second.reader.doc, 'later', 'verder')
  const other = await bringBack(table, second.server)
  await until(() => expect(noteIds(other.doc)).toContain('later'))
  await second.server.close()
  await foldStored(table)
  writeNote(table.writer.doc, 'unsent', 'nog niet verzonden')
  const third = await reopen(table)
  writeNote(third.reader.doc, 'last', 'daarna')
  await until(async () => {
    const { body } = await ask(third.server, 'GET', `/api/v1/boards/${table.board.id}/records`, { token: table.token })
    expect(body.records.map(({ id }: { id: string }) => id)).toContain('shape:last')
  })
  await third.server.close()
  for (const which of ['snapshots', 'snapshots_before'] as const) spoilSnapshot(dataDir, which, table.board.id)

  const fourth = await reopen(table)
  expect(fourth.damaged.pieces).toBeGreaterThan(0)
  expect(noteIds(fourth.reader.doc)).toContain('last')
  await bringBack(table, fourth.server)
  await until(() => expect(noteIds(fourth.reader.doc)).toEqual(expect.arrayContaining([...NOTES, 'unsent', 'last'])))
})

test('DUR4 DUR5 damage to the file itself costs the rows that lay there; other tables do not notice, and the file is kept', async () => {
  const table = await tenNotes((id) => `${id} `.repeat(400))
  const { dataDir } = table.server
  const other = await aServer({ dataDir })
  const elsewhere = await aBoard(other, { templates: ['opgave-circle'] })
  const seat = await sit(other, elsewhere, 'facilitator')
  await other.close()
  const rows = rowsOf(dataDir, table.board.id)
  spoilPageOf(dataDir, rows[5]?.seq ?? 0)
  expect(() => rowsOf(dataDir, table.board.id)).toThrow(/malformed/)

  const { server, reader, status, damaged } = await reopen(table)
  expect(status).toBe(200)
  expect(damaged.pieces).toBeGreaterThan(0)
  const lost = damaged.pieces
  expect(lost).toBeLessThan(NOTES.length - 2)
  expect(noteIds(reader.doc).length).toBe(NOTES.length - lost)
  expect(existsSync(join(dataDir, 'damaged', 'tafel.db'))).toBe(true)

  const neighbour = aStockClient(server, elsewhere.id, seat.token)
  await neighbour.synced()
  writeNote(neighbour.doc, 'buren', 'wij merken niets')
  await bringBack(table, server)
  await until(() => expect(noteIds(reader.doc)).toEqual(NOTES))
  await server.close()
  await foldStored(table)
  const last = await reopen(table)
  expect(noteIds(last.reader.doc)).toEqual(NOTES)
  const saved = await ask(last.server, 'GET', `/api/v1/boards/${elsewhere.id}/records`, { token: seat.token })
  expect(saved.body.records.map(({ id }: { id: string }) => id)).toContain('shape:buren')
})
