import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { hasNote, noteIds, writeNote } from '../support/layout-one.ts'
import { aSavingClient } from '../support/saving-client.ts'
import { aBoard, aServer, ask, sit } from '../support/server.ts'
import { aStockClient, until } from '../support/sockets.ts'

/** The file may not grow past this; a table with a plate takes some forty pages of 4 kB. */
const FEW_PAGES = 160

test('SAV3 saved covers what was written and what was deleted', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'participant')
  const client = aSavingClient(server, board.id, token)
  await until(() => expect(client.provider.synced).toBe(true))
  const made = client.change(() => writeNote(client.doc, 'weg', 'gaat weer weg'))
  await until(() => expect(made.isSaved()).toBe(true))
  const before = client.said.length
  const gone = client.change(() => client.doc.getMap('r').delete('shape:weg'))
  await until(() => expect(gone.isSaved()).toBe(true))
  expect(client.said.length).toBeGreaterThan(before)
})

test('SAV4 a viewer’s frames count as done, so that nobody waits for them', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'viewer')
  const client = aSavingClient(server, board.id, token)
  await until(() => expect(client.provider.synced).toBe(true))
  await until(() => expect(client.said.at(-1)).toMatchObject({ frames: client.framesSent() }))
})

test('SAV1 a stock client that asked for nothing is told nothing', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'participant')
  const [plain, asking] = [aStockClient(server, board.id, token), aSavingClient(server, board.id, token)]
  const strange: number[] = []
  plain.provider.messageHandlers[100] = () => void strange.push(100)
  await plain.synced()
  const made = asking.change(() => writeNote(asking.doc, 'a', 'a'))
  await until(() => expect([made.isSaved(), hasNote(plain.doc, 'a')]).toEqual([true, true]))
  expect(strange).toEqual([])
})

test('SAV5 on a full disk nothing pretends to be saved; when there is room again, all of it is', async () => {
  const server = await aServer({ sqlite: { maxPages: FEW_PAGES } })
  const board = await aBoard(server)
  const facilitator = await sit(server, board, 'facilitator')
  const client = aSavingClient(server, board.id, facilitator.token)
  const other = aStockClient(server, board.id, facilitator.token)
  await other.synced()
  await until(() => expect(client.provider.synced).toBe(true))
  const first = client.change(() => writeNote(client.doc, 'eerst', 'er is nog plaats'))
  await until(() => expect(first.isSaved()).toBe(true))

  const filler = new DatabaseSync(join(server.dataDir, 'tafel.db'))
  filler.exec(`PRAGMA max_page_count = ${FEW_PAGES}; CREATE TABLE filler (data BLOB)`)
  const fill = () => {
    for (;;) filler.exec('INSERT INTO filler VALUES (zeroblob(4000))')
  }
  expect(fill).toThrow(/full/)

  const text = 'past er niet meer bij '.repeat(800)
  const refused = client.change(() => writeNote(client.doc, 'later', text))
  await until(() => expect(client.said.at(-1)).toBe('notSaved'))
  const told = client.said.length
  const small = client.change(() => writeNote(client.doc, 'klein', 'ook niet'))
  const renamed = await ask(server, 'PATCH', `/api/v1/boards/${board.id}`, {
    token: facilitator.token,
    body: { title: 'Anders' },
  })
  expect(renamed).toMatchObject({ status: 503, body: { type: '/problems/storage-unavailable' } })
  expect([refused.isSaved(), small.isSaved(), noteIds(other.doc)]).toEqual([false, false, ['eerst']])
  expect(client.said.slice(told).filter((word) => word !== 'notSaved')).toEqual([])

  filler.exec('DROP TABLE filler')
  filler.close()
  await until(() => expect([refused.isSaved(), small.isSaved()]).toEqual([true, true]))
  await until(() => expect(noteIds(other.doc)).toEqual(['eerst', 'klein', 'later']))
  expect(Y.encodeStateVector(other.doc)).toEqual(Y.encodeStateVector(client.doc))
  const seen = await ask(server, 'GET', `/api/v1/boards/${board.id}`, { token: facilitator.token })
  expect(seen.body.title).toBe('Uitstroming')
  expect(server.log()).toContain('append-failed')
})

test('a server that cannot write says that it is not ready', async () => {
  const server = await aServer()
  expect((await ask(server, 'GET', '/readyz')).status).toBe(200)
  const lock = new DatabaseSync(join(server.dataDir, 'tafel.db'))
  lock.exec('BEGIN EXCLUSIVE')
  expect((await ask(server, 'GET', '/readyz')).status).toBe(503)
  expect((await ask(server, 'GET', '/healthz')).status).toBe(200)
  lock.exec('ROLLBACK')
  lock.close()
  expect((await ask(server, 'GET', '/readyz')).status).toBe(200)
})
