import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aBoard, aServer } from '../support/server.ts'
import { until } from '../support/sockets.ts'
import { canvasOf, layNote, onCanvas } from './support/at-table.ts'
import { aBrowser, aVisitor } from './support/browser.ts'
import { openTable, takeSeat } from './support/seats.ts'

const browser = await aBrowser()

/** A plate's own file, and where else the page asks for it when that does not come. */
const FILE = /\/assets\/opgave-circle-[^/]+\.js$/
const ASKED = /\/api\/v1\/templates\/opgave-circle$/

/** Somebody with a seat at a new table, who has not opened it yet. */
async function aGuestAtDoor(templates: string[]) {
  const server = await aServer()
  const board = await aBoard(server, { templates })
  const { page } = await aVisitor(browser, server.url)
  await takeSeat(page, board)
  return { page, sitDown: () => openTable(page, board) }
}

const paperOf = (page: Page) => page.locator('[data-shape-type="sheet"] svg.plate')

test('a table fetches the plates that lie on it and no others', async () => {
  const { page, sitDown } = await aGuestAtDoor(['opgave-circle', 'three-domains'])
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
  await sitDown()
  await page.getByRole('heading', { name: 'De opgave' }).waitFor()
  await page.getByRole('heading', { name: 'Drie domeinen' }).waitFor()
  const plates = fetched.filter((path) =>
    /\/assets\/(opgave-circle|three-domains|stakeholder-map|abcd-ownership)-/.test(path),
  )
  expect(plates.map((path) => path.replace(/^.*\/|-[^-]+$/g, '')).sort()).toEqual(['opgave-circle', 'three-domains'])
})

test('while a plate is on its way its paper lies there, and notes can be laid; then it is drawn', async () => {
  const { page, sitDown } = await aGuestAtDoor(['opgave-circle'])
  let letGo = () => {}
  const waits = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(FILE, async (route) => {
    await waits
    await route.continue()
  })
  await sitDown()
  await paperOf(page).waitFor()
  await layNote(page, 'Vast een kaartje')
  await onCanvas(page, 'Vast een kaartje').waitFor()
  expect(await paperOf(page).textContent()).toBe('')
  expect(await page.getByRole('heading', { name: /nieuwere versie/ }).count()).toBe(0)
  letGo()
  await page.getByRole('heading', { name: 'De opgave' }).waitFor()
  await until(async () => expect(await paperOf(page).textContent()).toContain('Krachten'))
})

test('a plate whose file is gone after a release comes from the server, and one that cannot come is asked for again', async () => {
  const { page, sitDown } = await aGuestAtDoor(['opgave-circle'])
  let asked = 0
  await page.route(FILE, (route) => route.fulfill({ status: 404 }))
  await page.route(ASKED, (route) => (++asked === 1 ? route.abort() : route.continue()))
  await sitDown()
  await canvasOf(page).waitFor()
  await page.getByRole('heading', { name: 'De opgave' }).waitFor()
  expect(asked).toBe(2)
})
