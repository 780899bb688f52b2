import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { writeNote } from '../support/layout-one.ts'
import { aBoard, aServer, sit } from '../support/server.ts'
import { aStockClient, until } from '../support/sockets.ts'
import { onCanvas, saysSaved } from './support/at-table.ts'
import { aBadNet } from './support/bad-net.ts'
import { aBrowser, aVisitor } from './support/browser.ts'
import { copiesOn } from './support/copies.ts'
import { openTable, takeSeat } from './support/seats.ts'

const browser = await aBrowser()

/** Bytes of all that came over the sync socket, and addresses of the snapshots that were asked for. */
function listen(page: Page) {
  const heard = { socketBytes: 0, snapshots: [] as string[] }
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      heard.socketBytes += payload.length
    }),
  )
  page.on('request', (request) => {
    if (request.url().endsWith('/snapshot')) heard.snapshots.push(request.url())
  })
  return heard
}

/** Letters that do not shrink when they are packed. */
const noise = (length: number) => Array.from({ length }, () => Math.random().toString(36).slice(2, 4)).join(' ')

test('a newcomer gets the table as a snapshot, and the socket brings what came since', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const jo = aStockClient(server, board.id, (await sit(server, board, 'participant')).token)
  await jo.synced()
  for (let at = 0; at < 200; at++)
    writeNote(jo.doc, `n${at}`, `kaartje ${at} ${noise(20)}`, [(at % 20) * 200, Math.floor(at / 20) * 120])
  const size = Y.encodeStateAsUpdate(jo.doc).byteLength

  const sam = await aVisitor(browser, server.url)
  const heard = listen(sam.page)
  await takeSeat(sam.page, board)
  await until(async () => {
    const records = await sam.page.request.get(`/api/v1/boards/${board.id}/records`)
    expect(await records.text()).toContain('kaartje 199')
  })
  await openTable(sam.page, board)
  await onCanvas(sam.page, 'kaartje 199').waitFor({ state: 'attached' })
  await saysSaved(sam.page)
  expect(heard.snapshots).toHaveLength(1)
  expect(heard.socketBytes).toBeLessThan(size / 2)

  // With a copy on the device there is nothing to fetch.
  await sam.page.reload()
  await onCanvas(sam.page, 'kaartje 199').waitFor({ state: 'attached' })
  await saysSaved(sam.page)
  expect(heard.snapshots).toHaveLength(1)
})

test('on a thin line the page says how much of a large table is in', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const jo = aStockClient(server, board.id, (await sit(server, board, 'participant')).token)
  await jo.synced()
  for (let at = 0; at < 150; at++) writeNote(jo.doc, `n${at}`, noise(2_000), [at * 200, 0])
  const net = await aBadNet(server)
  const { page } = await aVisitor(browser, net.url)
  await takeSeat(page, board)
  await page.route('**/snapshot', (route) => {
    // Only now: the programs of the page itself would take longest.
    net.slowDown(100_000)
    return route.continue()
  })
  await page.goto(`/t/${board.id}`)
  await page
    .getByRole('status')
    .getByText(/De tafel komt binnen: \d+,\d MB/)
    .waitFor()
  net.slowDown(0)
  await page.getByRole('application').waitFor()
  await saysSaved(page)
})

/** Lays a copy as version 0.1 kept it: y-indexeddb's, with updates of format 1 and the state vector that was confirmed. */
const layFirstForm = (page: Page, name: string, update: Uint8Array, acknowledged: Uint8Array): Promise<void> =>
  page.evaluate(
    async ([database, rows, vector]) => {
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(database, 1)
        request.onupgradeneeded = () => {
          request.result.createObjectStore('updates', { autoIncrement: true })
          request.result.createObjectStore('custom')
        }
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const transaction = request.result.transaction(['updates', 'custom'], 'readwrite')
          transaction.objectStore('updates').add(Uint8Array.from(rows))
          transaction.objectStore('custom').put(Uint8Array.from(vector), 'acknowledged')
          transaction.oncomplete = () => {
            request.result.close()
            resolve()
          }
        }
      })
    },
    [name, [...update], [...acknowledged]] as const,
  )

test('what an earlier release of the page kept and had not sent arrives', async () => {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const jo = aStockClient(server, board.id, (await sit(server, board, 'participant')).token)
  await jo.synced()
  writeNote(jo.doc, 'known', 'Bevestigd')
  const kept = new Y.Doc()
  Y.applyUpdate(kept, Y.encodeStateAsUpdate(jo.doc))
  const acknowledged = Y.encodeStateVector(kept)
  writeNote(kept, 'unsent', 'Van voor de nieuwe versie', [400, 400])

  const sam = await aVisitor(browser, server.url)
  await takeSeat(sam.page, board)
  await sam.page.goto('/')
  await layFirstForm(sam.page, `opgavetafel:${board.id}:1`, Y.encodeStateAsUpdate(kept), acknowledged)
  await openTable(sam.page, board)
  await onCanvas(sam.page, 'Van voor de nieuwe versie').waitFor()
  await saysSaved(sam.page)
  await until(() => expect(jo.doc.getMap('r').has('shape:unsent')).toBe(true))
  await until(async () => expect(await copiesOn(sam.page)).not.toContain(`opgavetafel:${board.id}:1`))
})
