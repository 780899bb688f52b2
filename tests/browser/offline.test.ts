import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { aBoard, aServer } from '../support/server.ts'
import { layNote, onCanvas, saysOfSaving, saysSaved } from './support/at-table.ts'
import { aBrowser, aVisitor } from './support/browser.ts'
import { aGuest, openTable, takeSeat } from './support/seats.ts'

const browser = await aBrowser()

const OFFLINE = 'Offline, bewaard op dit apparaat'

test('DUR6 a note laid without a connection outlives its tab, and arrives when there is one again', async () => {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const jo = await aGuest(browser, server, board, { name: 'Jo' })
  const sam = await aGuest(browser, server, board, { name: 'Sam' })
  await saysSaved(sam.page)
  await sam.context.setOffline(true)
  await saysOfSaving(sam.page, OFFLINE)
  await layNote(sam.page, 'Onderweg bedacht', 'De opgave · Krachten')
  await sam.page.getByRole('button', { name: OFFLINE, exact: true }).click()
  await sam.page.getByText('1 wijziging staat op dit apparaat.').waitFor()
  await sam.page.close()
  expect(await onCanvas(jo.page, 'Onderweg bedacht').count()).toBe(0)

  await sam.context.setOffline(false)
  const again = await sam.context.newPage()
  await openTable(again, board)
  await onCanvas(again, 'Onderweg bedacht').waitFor()
  await saysSaved(again)
  await onCanvas(jo.page, 'Onderweg bedacht').waitFor()
})

test('a table that does not come says after a while what takes long', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { page } = await aVisitor(browser, server.url)
  await page.routeWebSocket(/\/sync\//, () => {})
  await page.route('**/snapshot', () => {})
  await takeSeat(page, board)
  await page.goto(`/t/${board.id}`)
  await page.getByRole('heading', { name: 'Uitstroming' }).waitFor()
  await page.getByRole('status').getByText('Dit duurt langer dan anders. Controleer uw internet.').waitFor()
})

test('a server that cannot be reached is said in words, with a way on', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { page } = await aGuest(browser, server, board)
  await page.route('**/api/**', (route) => route.abort())
  await page.reload()
  await page.getByRole('heading', { name: 'De tafel gaat nu niet open' }).waitFor()
  await page.getByText('We kunnen de server niet bereiken.').waitFor()
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
  await saysSaved(page)
})

test('a page that breaks says so and offers to load it anew', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { page } = await aGuest(browser, server, board)
  await page.route('**/SeatedTable*', (route) => route.abort())
  await page.reload()
  await page.getByRole('heading', { name: 'Deze pagina werkt nu niet' }).waitFor()
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Laad opnieuw' }).click()
  await saysSaved(page)
})

test('a full disk is said on the badge, and a copy can be kept', async () => {
  const server = await aServer({ sqlite: { maxPages: DISK_PAGES } })
  const board = await aBoard(server)
  const { page } = await aGuest(browser, server, board, { name: 'Sam' })
  await layNote(page, 'Dit past nog')
  await saysSaved(page)
  fillDisk(server.dataDir)
  // Within the pages that are there already there may be room for a few words more.
  const badge = page.getByRole('button', { name: 'Niet opgeslagen', exact: true })
  for (let note = 1; note <= 40 && !(await badge.isVisible()); note += 1) {
    await layNote(page, `Nummer ${note}: ${'wat niet past gaat niet verloren. '.repeat(7)}`)
  }
  await badge.click()
  await page.getByText('De server kan nu niet opslaan.').first().waitFor()
  await page.keyboard.press('Escape')
  const coming = page.waitForEvent('download')
  await page.getByRole('status').getByRole('button', { name: 'Bewaar een kopie' }).click()
  const download = await coming
  expect(download.suggestedFilename()).toBe('Uitstroming.json')
  const copy = JSON.parse(readFileSync(await download.path(), 'utf8'))
  expect(copy.tafel).toBe('Uitstroming')
  expect(JSON.stringify(copy.records)).toContain('Nummer 1: wat niet past gaat niet verloren.')
})

const DISK_PAGES = 150

/** Takes the room that is left on the disk. */
function fillDisk(dataDir: string): void {
  const filler = new DatabaseSync(join(dataDir, 'tafel.db'))
  filler.exec(`PRAGMA max_page_count = ${DISK_PAGES}; CREATE TABLE filler (data BLOB)`)
  expect(() => {
    for (;;) filler.exec('INSERT INTO filler VALUES (zeroblob(4000))')
  }).toThrow(/full/)
  filler.close()
}
