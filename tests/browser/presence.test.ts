import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aBoard, aServer } from '../support/server.ts'
import { until } from '../support/sockets.ts'
import { canvasOf, layNote, onCanvas, viewOf } from './support/at-table.ts'
import { aBrowser, aVisitor } from './support/browser.ts'
import { aGuest, openTable, takeSeat } from './support/seats.ts'

const browser = await aBrowser()

const DAY_MS = 24 * 60 * 60 * 1000

async function pointAt(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x, y)
  await page.mouse.move(x + 10, y + 10, { steps: 3 })
}

const cursorOf = (page: Page, name: string) => canvasOf(page).locator('.cursor-name').filter({ hasText: name })

test('each sees where the others point, with name and party, and who is here', async () => {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const sam = await aGuest(browser, server, board, { name: 'Sam', party: 'gemeente' })
  const jo = await aGuest(browser, server, board, { name: 'Jo', party: 'zorgaanbieder' })
  await pointAt(jo.page, 600, 400)
  await cursorOf(sam.page, 'Jo').waitFor()
  expect(await cursorOf(sam.page, 'Jo').locator('.cursor-mark').count()).toBe(1)

  await sam.page.getByRole('button', { name: '2 mensen aan tafel' }).click()
  const people = sam.page.getByRole('dialog', { name: 'Aan tafel' }).getByRole('listitem')
  const [first = '', second = ''] = (await people.allInnerTexts()).map((text) => text.replaceAll('\u00ad', ''))
  expect(first).toMatch(/Sam \(u\)\s+Gemeente/)
  expect(second).toMatch(/Jo\s+Zorgaanbieder/)
  await sam.page.keyboard.press('Escape')
  await jo.page.close()
  await sam.page.getByRole('button', { name: '1 persoon aan tafel' }).waitFor()
  await cursorOf(sam.page, 'Jo').waitFor({ state: 'detached' })
})

test('who follows another sees what that one sees, until it is enough', async () => {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle', 'three-domains'] })
  const sam = await aGuest(browser, server, board, { name: 'Sam' })
  const jo = await aGuest(browser, server, board, { name: 'Jo' })
  await sam.page.getByRole('button', { name: '2 mensen aan tafel' }).click()
  await sam.page.getByRole('button', { name: 'Volg Jo' }).click()
  await goToPlate(jo.page, 'Drie domeinen')
  await until(async () => expect(await viewOf(sam.page)).toBe(await viewOf(jo.page)))

  await sam.page.getByRole('button', { name: '2 mensen aan tafel' }).click()
  await sam.page.getByRole('button', { name: 'Stop met volgen van Jo' }).click()
  await sam.page.keyboard.press('Escape')
  const stays = await viewOf(sam.page)
  await goToPlate(jo.page, 'De opgave')
  await until(async () => expect(await viewOf(jo.page)).not.toBe(stays))
  await layNote(jo.page, 'Kijk hier')
  await onCanvas(sam.page, 'Kijk hier').waitFor({ state: 'attached' })
  expect(await viewOf(sam.page)).toBe(stays)
})

async function goToPlate(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Platen' }).click()
  await page.getByRole('button', { name: `Ga naar ${title}` }).click()
}

test.each([-DAY_MS, DAY_MS])('a clock that is %i ms off hides nobody', async (offset) => {
  const server = await aServer()
  const board = await aBoard(server)
  const sam = await aGuest(browser, server, board, { name: 'Sam' })
  const jo = await aVisitor(browser, server.url)
  await jo.context.addInitScript((by) => {
    const { now } = Date
    Date.now = () => now() + by
  }, offset)
  await takeSeat(jo.page, board, { name: 'Jo' })
  await openTable(jo.page, board)
  for (const [pointing, seeing, name] of [
    [jo.page, sam.page, 'Jo'],
    [sam.page, jo.page, 'Sam'],
  ] as const) {
    await pointAt(pointing, 500, 300)
    await cursorOf(seeing, name).waitFor()
    await seeing.getByRole('button', { name: '2 mensen aan tafel' }).waitFor()
  }
})

test('somebody with two tabs is one person at the table', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const sam = await aGuest(browser, server, board, { name: 'Sam' })
  const jo = await aGuest(browser, server, board, { name: 'Jo' })
  const second = await jo.context.newPage()
  await openTable(second, board)
  // The second tab is really here: its own pointer shows.
  await pointAt(jo.page, 400, 300)
  await pointAt(second, 700, 500)
  await until(async () => expect(await cursorOf(sam.page, 'Jo').count()).toBe(2))
  await sam.page.getByRole('button', { name: '2 mensen aan tafel' }).click()
  expect(await sam.page.getByRole('dialog', { name: 'Aan tafel' }).getByRole('listitem').count()).toBe(2)
})
