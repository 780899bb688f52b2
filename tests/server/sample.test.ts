import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import { openSqlite } from '../../server/storage/sqlite.ts'
import type { Route } from '../../shared/api/route.ts'
import { ROUTES, type RouteName } from '../../shared/api/routes.ts'
import { BoardIdSchema } from '../../shared/ids.ts'
import { can } from '../../shared/roles.ts'
import { writeNote } from '../support/layout-one.ts'
import { aDataDir, aServer, ask, sit, type TestServer } from '../support/server.ts'
import { aStockClient, until } from '../support/sockets.ts'

/** Where the sample table is, as a visitor comes to it. */
async function theSample(server: TestServer, path = '/voorbeeld'): Promise<string> {
  const { status, headers } = await ask(server, 'GET', path)
  expect(status).toBe(302)
  return headers.get('location')?.replace('/t/', '') ?? ''
}

const read = async (server: TestServer, id: string, what = '', token?: string) => {
  const told = await ask(server, 'GET', `/api/v1/boards/${id}${what}`, { token })
  expect(told.status).toBe(200)
  return told.body
}

test('there is one in each language, at an address that stays, also after a restart', async () => {
  const dataDir = aDataDir()
  const first = await aServer({ dataDir })
  const ids = [await theSample(first), await theSample(first, '/example')]
  expect(new Set(ids).size).toBe(2)
  expect([await theSample(first), await theSample(first, '/example')]).toEqual(ids)
  expect((await read(first, ids[0] ?? '')).title).toBe('Voorbeeld: een thuis in Waterstad')
  expect((await read(first, ids[1] ?? '')).title).toBe('Example: a home in Waterstad')
  await first.close()
  const again = await aServer({ dataDir })
  expect([await theSample(again), await theSample(again, '/example')]).toEqual(ids)
})

test('two who come first at once come to one table', async () => {
  const server = await aServer()
  const [one, other] = await Promise.all([theSample(server), theSample(server)])
  expect(one).toBe(other)
  expect((await read(server, one, '/dossier')).regions.length).toBeGreaterThan(100)
})

const seated = (Object.entries(ROUTES) as [RouteName, Route][]).filter(
  ([, { needs, path }]) => needs !== null && path.includes(':id'),
)
const PARAMS: Record<string, string> = { role: 'viewer', participantId: 'nobodyknows1', name: `${'0'.repeat(64)}.png` }

test('all may see it and nobody may change it, whatever they bring', async () => {
  const server = await aServer()
  const id = await theSample(server)
  const elsewhere = await ask(server, 'POST', '/api/v1/boards', { body: { title: 'Anders' } })
  const secret = elsewhere.body.links.facilitator.split('#')[1]
  const { token } = await sit(
    server,
    { id: elsewhere.body.id, code: '', secrets: { facilitator: secret } as never },
    'facilitator',
  )
  for (const given of [undefined, token]) {
    for (const [name, { method, path, needs }] of seated) {
      const address = path.replace(/:(\w+)/g, (_, param: string) => ({ ...PARAMS, id })[param] ?? '')
      const { status } = await ask(server, method.toUpperCase(), address, { token: given })
      if (needs !== null && can('viewer', needs)) expect([200, 204, 404], name).toContain(status)
      else expect(status, name).toBe(403)
    }
  }
  const { role, isSample, code, links, doorOpen } = await read(server, id)
  expect({ role, isSample, code, links, doorOpen }).toEqual({
    role: 'viewer',
    isSample: true,
    code: null,
    links: {},
    doorOpen: false,
  })
})

test('neither its code nor a link made up gives a seat', async () => {
  const dataDir = aDataDir()
  const first = await aServer({ dataDir })
  const id = await theSample(first)
  await first.close()
  const storage = openSqlite(dataDir)
  const code = (await storage.boards.find(BoardIdSchema.parse(id)))?.code
  await storage.close()
  expect(code).toMatch(/^\d{6}$/)
  const server = await aServer({ dataDir })
  for (const body of [{ code }, { secret: 'x'.repeat(43) }]) {
    const told = await ask(server, 'POST', `/api/v1/boards/${id}/join`, { body })
    expect(told).toMatchObject({ status: 403, body: { type: '/problems/no-entry' } })
  }
})

test('what a stock client writes there reaches nobody and is not kept', async () => {
  const server = await aServer()
  const id = await theSample(server)
  const before = await read(server, id, '/records')
  const [writer, watcher] = [aStockClient(server, id, ''), aStockClient(server, id, '')]
  await Promise.all([writer.synced(), watcher.synced()])
  writeNote(writer.doc, 'mine', 'Van mij')
  writer.doc.getMap('r').delete('party:gemeente')
  // Asks for the whole anew: what the server has taken in by then would be in the answer.
  writer.provider.disconnect()
  writer.provider.connect()
  await writer.synced()
  const newcomer = aStockClient(server, id, '')
  await newcomer.synced()
  for (const { doc } of [watcher, newcomer]) {
    expect(doc.getMap('r').has('shape:mine')).toBe(false)
    expect(doc.getMap('r').has('party:gemeente')).toBe(true)
  }
  expect(await read(server, id, '/records')).toEqual(before)
})

function emptyStep1(): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  syncProtocol.writeSyncStep1(encoder, new Y.Doc())
  return new Uint8Array(encoding.toUint8Array(encoder))
}

test('those who look at it do not see each other, and nothing is kept of who they are', async () => {
  const server = await aServer()
  const id = await theSample(server)
  const one = aStockClient(server, id, '')
  await one.synced()
  one.provider.awareness.setLocalState({ user: { name: 'Sam' } })
  // Frames of one connection are taken in in their order, and this one asks for an answer.
  const answered = new Promise<void>((resolve) => {
    one.provider.ws?.addEventListener('message', () => resolve(), { once: true })
  })
  one.provider.ws?.send(emptyStep1())
  await answered
  const other = aStockClient(server, id, '')
  await other.synced()
  expect([...other.provider.awareness.getStates().keys()]).toEqual([other.doc.clientID])
  expect(await read(server, id, '/people')).toEqual([])
})

test('one who leaves ends nobody else’s visit', async () => {
  const server = await aServer()
  const id = await theSample(server)
  const stays = aStockClient(server, id, '')
  await stays.synced()
  expect((await ask(server, 'DELETE', `/api/v1/boards/${id}/session`)).status).toBe(204)
  const comes = aStockClient(server, id, '')
  await comes.synced()
  expect(stays.closes).toEqual([])
})

test('an id like that of a sample opens nothing that is not there', async () => {
  const server = await aServer()
  expect((await ask(server, 'GET', '/api/v1/boards/voorbeeldXYZ')).status).toBe(401)
})

async function aCopy(server: TestServer, body: object = {}) {
  return await ask(server, 'POST', '/api/v1/boards', { body: { title: 'Van ons', from: 'sample', ...body } })
}

test.each([
  ['nl', '/voorbeeld'],
  ['en', '/example'],
] as const)('a copy in %s holds all of it, and is a table like any other', async (locale, path) => {
  const server = await aServer()
  const sample = await read(server, await theSample(server, path), '/dossier')
  const made = await aCopy(server, { locale })
  expect(made.status).toBe(201)
  const { id, code, links } = made.body
  const board = { id, code, secrets: { facilitator: links.facilitator.split('#')[1] } as never }
  const { token } = await sit(server, board, 'facilitator')
  const told = await read(server, id, '', token)
  expect(told).toMatchObject({ title: 'Van ons', locale, isSample: false, role: 'facilitator', doorOpen: true })
  expect(await read(server, id, '/dossier', token)).toEqual(sample)

  // The plates are in line already: the first change moves nothing but what it is about.
  const before = await read(server, id, '/records', token)
  expect(before.setAside).toEqual([])
  const client = aStockClient(server, id, token)
  await client.synced()
  client.doc.transact(() => {
    writeNote(client.doc, 'mine', 'Van mij')
    const party = client.doc.getMap('r').get('party:ggz') as { set(key: string, value: unknown): void }
    party.set('name', 'GGZ Waterstad')
  })
  const other = aStockClient(server, id, token)
  await until(() => expect(other.doc.getMap('r').has('shape:mine')).toBe(true))
  const was = new Map(before.records.map((record: { id: string }) => [record.id, JSON.stringify(record)]))
  const now: { id: string }[] = (await read(server, id, '/records', token)).records
  const changed = now.filter((record) => JSON.stringify(record) !== was.get(record.id))
  expect(changed.map((record) => record.id).sort()).toEqual(['party:ggz', 'shape:mine'])
  expect(now).toHaveLength(was.size + 1)
})

test('a copy is asked for as any table: with the key where there is one, and without plates beside it', async () => {
  const open = await aServer()
  const both = await aCopy(open, { templates: ['opgave-circle'] })
  expect(both).toMatchObject({ status: 400, body: { type: '/problems/invalid-input' } })
  expect((await aCopy(open, { from: 'elsewhere' })).status).toBe(400)
  const guarded = await aServer({ config: { isLoopback: false, organiserKey: 'sleutel-van-de-tafel' } })
  expect(await aCopy(guarded)).toMatchObject({ status: 401, body: { type: '/problems/organiser-key-needed' } })
  const headers = { authorization: 'Bearer sleutel-van-de-tafel' }
  const body = { title: 'Van ons', from: 'sample' }
  expect((await ask(guarded, 'POST', '/api/v1/boards', { headers, body })).status).toBe(201)
})
