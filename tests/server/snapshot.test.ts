import { expect, onTestFinished, test } from 'vitest'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { hasNote, noteIds, textOf, wordsIn, writeNote } from '../support/layout-one.ts'
import { aBoard, aServer, sit } from '../support/server.ts'
import { aStockClient, until } from '../support/sockets.ts'

const fetchSnapshot = (server: { url: string }, boardId: string, token: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/v1/boards/${boardId}/snapshot`, {
    headers: { authorization: `Bearer ${token}`, ...headers },
  })

/** Comes in as our own page does: the snapshot first, then a socket that says which one it was. */
async function aQuickClient(server: { url: string }, boardId: string, token: string) {
  const answer = await fetchSnapshot(server, boardId, token)
  const doc = new Y.Doc()
  Y.applyUpdateV2(doc, new Uint8Array(await answer.arrayBuffer()))
  const snapshot = JSON.parse(answer.headers.get('etag') ?? '')
  let received = 0
  class CountingSocket extends WebSocket {
    constructor(url: string) {
      super(url)
      this.on('message', (data: Buffer) => {
        received += data.byteLength
      })
    }
  }
  const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, boardId, doc, {
    params: { token, snapshot },
    disableBc: true,
    WebSocketPolyfill: CountingSocket as unknown as typeof globalThis.WebSocket,
  })
  onTestFinished(() => provider.destroy())
  const synced = () => until(() => expect(provider.synced).toBe(true))
  return { doc, provider, synced, received: () => received }
}

const MANY = 600

/** A table with many notes, one of whose writers is still there. */
async function aFullTable() {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'participant')
  const writer = aStockClient(server, board.id, token)
  await writer.synced()
  writer.doc.transact(() => {
    for (let at = 0; at < MANY; at++) writeNote(writer.doc, `n${at}`, `kaartje ${at}`)
  })
  return { server, board, token, writer }
}

test('SNP1 the packed snapshot is the document; without a seat nothing is said, and who has it already is told so', async () => {
  const { server, board, token, writer } = await aFullTable()
  await until(async () => {
    const doc = new Y.Doc()
    Y.applyUpdateV2(doc, new Uint8Array(await (await fetchSnapshot(server, board.id, token)).arrayBuffer()))
    expect(noteIds(doc)).toEqual(noteIds(writer.doc))
  })
  const answer = await fetchSnapshot(server, board.id, token)
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  // Else fetch asks for everything anew.
  const asked = { 'if-none-match': answer.headers.get('etag') ?? '', 'cache-control': 'max-age=0' }
  const again = await fetchSnapshot(server, board.id, token, asked)
  expect(again.status).toBe(304)
  expect((await fetch(`${server.url}/api/v1/boards/${board.id}/snapshot`)).status).toBe(401)
})

test('SNP2 who has read the snapshot gets on the socket what came since, deletions too, and little else', async () => {
  const { server, board, token, writer } = await aFullTable()
  await until(async () => expect(await sizeOf(server, board.id, token)).toBeGreaterThan(MANY * 10))
  const quick = await aQuickClient(server, board.id, token)
  writer.doc.getMap('r').delete('shape:n7')
  textOf(writer.doc, 'n8').insert(0, 'ook ')
  writeNote(writer.doc, 'nieuw', 'erbij')
  await quick.synced()
  await until(() => expect(hasNote(quick.doc, 'nieuw')).toBe(true))
  expect([hasNote(quick.doc, 'n7'), wordsIn(quick.doc, 'n8')]).toEqual([false, 'ook kaartje 8'])
  expect(noteIds(quick.doc)).toEqual(noteIds(writer.doc))
  expect(quick.received()).toBeLessThan(5_000)
})

test('SNP2 of a table that nobody has open too; and what the newcomer then writes reaches all', async () => {
  const { server, board, token, writer } = await aFullTable()
  await until(async () => expect(await sizeOf(server, board.id, token)).toBeGreaterThan(MANY * 10))
  writer.doc.getMap('r').delete('shape:n7')
  const watcher = aStockClient(server, board.id, token)
  await until(() => expect([hasNote(watcher.doc, 'n6'), hasNote(watcher.doc, 'n7')]).toEqual([true, false]))
  await server.close()

  const again = await aServer({ dataDir: server.dataDir })
  const quick = await aQuickClient(again, board.id, token)
  await quick.synced()
  expect(noteIds(quick.doc)).toEqual(noteIds(writer.doc))
  writeNote(quick.doc, 'nieuw', 'erbij')
  const stock = aStockClient(again, board.id, token)
  await until(() => expect(hasNote(stock.doc, 'nieuw')).toBe(true))
  expect(noteIds(stock.doc)).toEqual(noteIds(quick.doc))
})

test('ORD2 all who come with nothing at the same time get everything, also what is written meanwhile', async () => {
  const { server, board, token, writer } = await aFullTable()
  const first = aStockClient(server, board.id, token)
  await first.synced()
  const others = Array.from({ length: 5 }, (_, at) => {
    writeNote(writer.doc, `tussendoor${at}`, 'erbij')
    writer.doc.getMap('r').delete(`shape:n${at}`)
    return aStockClient(server, board.id, token)
  })
  for (const { doc } of others) await until(() => expect(noteIds(doc)).toEqual(noteIds(writer.doc)))
})

const sizeOf = async (server: { url: string }, boardId: string, token: string): Promise<number> =>
  (await (await fetchSnapshot(server, boardId, token)).arrayBuffer()).byteLength
