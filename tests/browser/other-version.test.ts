import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Page, WebSocketRoute } from 'playwright-core'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { BoardId } from '../../shared/ids.ts'
import { millis } from '../../shared/ids.ts'
import { initDoc, recordsMap, writeRecords } from '../../shared/records/doc.ts'
import type { BoardRecord } from '../../shared/records/schema.ts'
import { aBoard, aDataDir, aServer, ask, sit, type TestBoard, type TestServer } from '../support/server.ts'
import { until } from '../support/sockets.ts'
import { layNote, onCanvas, openNote, saysOfSaving, saysSaved, takeAway } from './support/at-table.ts'
import { aBadNet } from './support/bad-net.ts'
import { aBrowser } from './support/browser.ts'
import { copiesOn, unsentRows } from './support/copies.ts'
import { aGuest } from './support/seats.ts'

const browser = await aBrowser()

const OFFLINE = 'Offline, bewaard op dit apparaat'

/** Puts a table that nobody has open in the place of itself as a new document, which shares no history with the old one. */
async function rebuild(server: TestServer, board: TestBoard, without: string): Promise<void> {
  const { token } = await sit(server, board, 'facilitator')
  const { body } = await ask(server, 'GET', `/api/v1/boards/${board.id}/records`, { token })
  await server.close()
  const doc = new Y.Doc()
  initDoc(doc, { boardId: board.id as BoardId, created: millis(0), title: 'Uitstroming' })
  writeRecords(doc, body.records as BoardRecord[])
  for (const record of body.records as BoardRecord[])
    if (JSON.stringify(record).includes(without)) recordsMap(doc).delete(record.id)
  const storage = new DatabaseSync(join(server.dataDir, 'tafel.db'))
  storage.exec('DELETE FROM updates; DELETE FROM snapshots; DELETE FROM snapshots_before; UPDATE boards SET epoch = 2')
  storage.prepare('INSERT INTO updates (board_id, data) VALUES (?, ?)').run(board.id, Y.encodeStateAsUpdate(doc))
  storage.close()
}

/** Waits until the server has confirmed all of this page's work: the badge is silent about a save for a moment. */
const hasAll = (page: Page): Promise<void> => until(async () => expect(await unsentRows(page)).toBe(0))

test('what was done offline is done once more on a table that was rebuilt meanwhile', async () => {
  const first = await aServer()
  const board = await aBoard(first, { templates: ['opgave-circle'] })
  const net = await aBadNet(first)
  const { page, context } = await aGuest(browser, net, board, { name: 'Sam' })
  for (const words of ['Blijft', 'Gaat weg', 'Verdwijnt']) await layNote(page, words)
  await hasAll(page)
  await context.setOffline(true)
  await saysOfSaving(page, OFFLINE)
  for (const words of ['Blijft', 'Verdwijnt']) {
    await openNote(page, words)
    await page.keyboard.type(' en groeit')
    await page.keyboard.press('Escape')
  }
  await takeAway(page, 'Gaat weg')
  await layNote(page, 'Onderweg bedacht')

  await rebuild(first, board, 'Verdwijnt')
  const second = await aServer({ dataDir: first.dataDir })
  net.passTo(second)
  await context.setOffline(false)
  await page.getByText('Iemand haalde iets weg waarop u schreef: “Verdwijnt en groeit”.').waitFor()
  await saysSaved(page)
  const jo = await aGuest(browser, second, board, { name: 'Jo' })
  for (const { page: screen } of [{ page }, jo]) {
    await onCanvas(screen, 'Blijft en groeit').waitFor()
    await onCanvas(screen, 'Onderweg bedacht').waitFor()
    expect(await onCanvas(screen, 'Gaat weg').count()).toBe(0)
    expect(await onCanvas(screen, 'Verdwijnt').count()).toBe(0)
  }
  // The old copy goes when the server has all of it.
  await until(async () => {
    const copies = await copiesOn(page)
    expect(copies.map((name) => name.split(':').slice(0, 3).join(':'))).toEqual([`opgavetafel:${board.id}:2`])
  })
})

test('a table that was put back from a backup stays as it was put back, with what was not sent yet on top', async () => {
  const first = await aServer()
  const board = await aBoard(first, { templates: ['opgave-circle'] })
  const net = await aBadNet(first)
  const { page, context } = await aGuest(browser, net, board, { name: 'Sam' })
  await layNote(page, 'Van voor de reservekopie')
  await hasAll(page)
  await first.close()
  const backup = aDataDir()
  cpSync(first.dataDir, backup, { recursive: true })

  const second = await aServer({ dataDir: first.dataDir })
  net.passTo(second)
  await layNote(page, 'Van na de reservekopie')
  await hasAll(page)
  await context.setOffline(true)
  await saysOfSaving(page, OFFLINE)
  await layNote(page, 'Nog niet verstuurd')
  await second.close()

  const third = await aServer({ dataDir: backup })
  net.passTo(third)
  await context.setOffline(false)
  await onCanvas(page, 'Van na de reservekopie').waitFor({ state: 'detached' })
  await onCanvas(page, 'Nog niet verstuurd').waitFor()
  await saysSaved(page)
  const jo = await aGuest(browser, third, board, { name: 'Jo' })
  await onCanvas(jo.page, 'Van voor de reservekopie').waitFor()
  await onCanvas(jo.page, 'Nog niet verstuurd').waitFor()
  expect(await onCanvas(jo.page, 'Van na de reservekopie').count()).toBe(0)
})

test.each([
  { code: 4410, reason: 'schema', loads: 2 },
  { code: 4409, reason: '{"epoch":9}', loads: 1 },
])('a mismatch that starting anew does not mend is tried once, and then said (%o)', async ({ code, reason, loads }) => {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const jo = await aGuest(browser, server, board, { name: 'Jo' })
  let isRefused = false
  let tries = 0
  const lines: WebSocketRoute[] = []
  const { page } = await aGuest(browser, server, board, {
    name: 'Sam',
    onContext: (context) =>
      context.routeWebSocket(/\/sync\//, (line) => {
        tries += 1
        if (isRefused) return void line.close({ code, reason })
        const onward = line.connectToServer()
        line.onMessage((message) => isRefused || onward.send(message))
        lines.push(line)
      }),
  })
  let loaded = 1
  page.on('load', () => {
    loaded += 1
  })
  await saysSaved(page)
  isRefused = true
  await layNote(page, 'Niet verstuurd')
  await saysOfSaving(page, 'Bezig met opslaan')
  tries = 0
  for (const line of lines) await line.close({ code, reason })

  const banner = page.getByText('Deze pagina past niet bij de server. Opnieuw laden hielp niet. Uw werk is bewaard.')
  await banner.waitFor()
  expect([loaded, tries]).toEqual([loads, 1])
  await onCanvas(page, 'Niet verstuurd').waitFor()
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Bewaar een kopie' }).click()
  expect(readFileSync(await (await coming).path(), 'utf8')).toContain('Niet verstuurd')

  isRefused = false
  await page.getByRole('button', { name: 'Laad opnieuw' }).click()
  await onCanvas(jo.page, 'Niet verstuurd').waitFor()
  await saysSaved(page)
})
