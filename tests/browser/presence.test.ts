import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { lookOfSeat } from '../../shared/parties/seats.ts'
import { INK_2 } from '../../shared/templates/hues.ts'
import { aBoard, aServer } from '../support/server.ts'
import { until } from '../support/sockets.ts'
import { canvasOf, layNote, onCanvas, viewOf } from './support/at-table.ts'
import { aBrowser, aVisitor } from './support/browser.ts'
import { aGuest, openTable, takeSeat } from './support/seats.ts'
import { boardArea, boxOf, type Spot, spotOf } from './support/sight.ts'

const browser = await aBrowser()

const DAY_MS = 24 * 60 * 60 * 1000

/** The colours in which people of these parties are seen; without a party one is grey. */
const ZORGAANBIEDER = lookOfSeat(3).colour
const PARTYLESS = INK_2

async function pointAt(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x, y)
  await page.mouse.move(x + 10, y + 10, { steps: 3 })
}

/** The pointer of somebody else in a colour that nothing else on the board has. */
const pointerIn = async (page: Page, colour: string): Promise<Spot | null> =>
  spotOf(page, colour, await boardArea(page))

/** Waits until a pointer is seen with its tip there, and rests. */
const pointerAt = (page: Page, colour: string, x: number, y: number): Promise<Spot> =>
  until(async () => {
    const spot = await pointerIn(page, colour)
    expect(spot).toMatchObject({ left: expect.closeTo(x, -1), top: expect.closeTo(y, -1) })
    return spot as Spot
  })

const noPointer = (page: Page, colour: string): Promise<void> =>
  until(async () => expect(await pointerIn(page, colour)).toBeNull())

test('each sees where the others point, with name and party, and who is here', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const sam = await aGuest(browser, server, board, { name: 'Sam', party: 'gemeente' })
  const jo = await aGuest(browser, server, board, { name: 'Jo', party: 'zorgaanbieder' })
  await pointAt(jo.page, 600, 400)
  const { width } = await pointerAt(sam.page, ZORGAANBIEDER, 610, 410)
  // In the pill stands the mark of the party, in its colour on a white disc.
  const disc = await spotOf(sam.page, '#ffffff', { x: 610 + 14, y: 410 + 18, width: 26, height: 24 })
  expect(disc).toMatchObject({ width: expect.closeTo(18, -1), height: expect.closeTo(18, -1) })

  await sam.page.getByRole('button', { name: '2 mensen aan tafel' }).click()
  const people = sam.page.getByRole('dialog', { name: 'Aan tafel' }).getByRole('listitem')
  const [first = '', second = ''] = (await people.allInnerTexts()).map((text) => text.replaceAll('\u00ad', ''))
  expect(first).toMatch(/Sam \(u\)\s+Gemeente/)
  expect(second).toMatch(/Jo\s+Zorgaanbieder/)
  await sam.page.keyboard.press('Escape')
  await jo.page.close()
  await sam.page.getByRole('button', { name: '1 persoon aan tafel' }).waitFor()
  await noPointer(sam.page, ZORGAANBIEDER)

  // Another with a longer name has a wider one.
  const josephine = await aGuest(browser, server, board, { name: 'Josephine Baker', party: 'zorgaanbieder' })
  await pointAt(josephine.page, 600, 400)
  expect((await pointerAt(sam.page, ZORGAANBIEDER, 610, 410)).width).toBeGreaterThan(width + 60)
  expect([...sam.faults, ...jo.faults, ...josephine.faults]).toEqual([])
})

test('nobody points before their pointer has come to the board', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const sam = await aGuest(browser, server, board, { name: 'Sam', party: 'gemeente' })
  const jo = await aGuest(browser, server, board, { name: 'Jo' })
  await pointAt(sam.page, 500, 300)
  // What Jo sees shows that each hears of the other by now.
  await pointerAt(jo.page, lookOfSeat(1).colour, 510, 310)
  expect(await pointerIn(sam.page, PARTYLESS)).toBeNull()
})

test('a pointer keeps its place on the table while one moves and enlarges the view; out of sight, an arrow says where', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const sam = await aGuest(browser, server, board, { name: 'Sam' })
  const jo = await aGuest(browser, server, board, { name: 'Jo', party: 'zorgaanbieder' })
  await pointAt(jo.page, 700, 500)
  const before = await pointerAt(sam.page, ZORGAANBIEDER, 710, 510)
  await sam.page.mouse.move(400, 400)
  await sam.page.mouse.wheel(0, 120)
  const moved = await pointerAt(sam.page, ZORGAANBIEDER, 710, 390)
  // It is as large at every zoom.
  await sam.page.getByRole('button', { name: 'Dichterbij' }).click()
  await viewOf(sam.page)
  const enlarged = await until(async () => {
    const spot = await pointerIn(sam.page, ZORGAANBIEDER)
    expect(spot && spot.left !== moved.left).toBe(true)
    return spot as Spot
  })
  expect([enlarged.width, moved.width]).toEqual([before.width, before.width])

  await sam.page.mouse.move(400, 400)
  await sam.page.mouse.wheel(0, 2_000)
  const { y } = await boxOf(canvasOf(sam.page))
  await until(async () => {
    const hint = await pointerIn(sam.page, ZORGAANBIEDER)
    expect(hint).toMatchObject({
      width: expect.closeTo(12, -1),
      height: expect.closeTo(12, -1),
      top: expect.closeTo(y, -1),
    })
  })
})

test('while nothing moves, nothing is drawn', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const sam = await aVisitor(browser, server.url)
  await sam.context.addInitScript(() => {
    const { drawImage } = CanvasRenderingContext2D.prototype
    Object.assign(window, { drawn: 0 })
    CanvasRenderingContext2D.prototype.drawImage = function (...told: unknown[]) {
      ;(window as unknown as { drawn: number }).drawn += 1
      drawImage.apply(this, told as never)
    }
  })
  await takeSeat(sam.page, board, { name: 'Sam' })
  await openTable(sam.page, board)
  const jo = await aGuest(browser, server, board, { name: 'Jo', party: 'zorgaanbieder' })
  await pointAt(jo.page, 600, 400)
  await pointerAt(sam.page, ZORGAANBIEDER, 610, 410)
  const drawn = () => sam.page.evaluate(() => (window as unknown as { drawn: number }).drawn)
  // A view that rests for many frames has rested the pointer too.
  await viewOf(sam.page)
  const before = await drawn()
  expect(before).toBeGreaterThan(0)
  await viewOf(sam.page)
  expect(await drawn()).toBe(before)
})

test('on a phone too the pointers of others are seen, sharp and where they are', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const sam = await aGuest(browser, server, board, { name: 'Sam', screen: 'phone' })
  const jo = await aGuest(browser, server, board, { name: 'Jo', party: 'zorgaanbieder' })
  await layNote(sam.page, 'Een huis')
  await onCanvas(jo.page, 'Een huis').waitFor()
  const corner = await boxOf(onCanvas(jo.page, 'Een huis'))
  await pointAt(jo.page, corner.x - 40, corner.y + 10)
  const seen = await boxOf(onCanvas(sam.page, 'Een huis'))
  const scale = seen.width / corner.width
  await pointerAt(sam.page, ZORGAANBIEDER, seen.x - 30 * scale, seen.y + 20 * scale)
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
  for (const [pointing, seeing] of [
    [jo.page, sam.page],
    [sam.page, jo.page],
  ] as const) {
    await pointAt(pointing, 500, 300)
    await pointerAt(seeing, PARTYLESS, 510, 310)
    await seeing.getByRole('button', { name: '2 mensen aan tafel' }).waitFor()
  }
})

test('what another has chosen is outlined in that one’s colour', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const sam = await aGuest(browser, server, board, { name: 'Sam' })
  const jo = await aGuest(browser, server, board, { name: 'Jo', party: 'zorgaanbieder', screen: 'phone' })
  await layNote(jo.page, 'Een huis')
  await canvasOf(jo.page).press('Escape')
  await onCanvas(sam.page, 'Een huis').waitFor()
  // A finger is no pointer, and yet what it has chosen shows.
  await onCanvas(jo.page, 'Een huis').tap()
  const outlines = sam.page.locator('.tl-collaborator__shape-indicator')
  await outlines.waitFor({ state: 'attached' })
  await canvasOf(jo.page).press('Escape')
  await outlines.waitFor({ state: 'detached' })
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
  await until(async () => {
    const both = await pointerIn(sam.page, PARTYLESS)
    expect(both?.width).toBeGreaterThan(290)
  })
  await sam.page.getByRole('button', { name: '2 mensen aan tafel' }).click()
  expect(await sam.page.getByRole('dialog', { name: 'Aan tafel' }).getByRole('listitem').count()).toBe(2)
})
