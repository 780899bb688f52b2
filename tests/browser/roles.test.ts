import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aBoard, aServer, type TestBoard, type TestServer } from '../support/server.ts'
import { until } from '../support/sockets.ts'
import {
  drag,
  layNote,
  onCanvas,
  placeOf,
  recordsFor,
  saysOfSaving,
  saysSaved,
  showTheSame,
} from './support/at-table.ts'
import { aBrowser, aVisitor } from './support/browser.ts'
import { aGuest } from './support/seats.ts'

const browser = await aBrowser()

async function aTable(): Promise<{ server: TestServer; board: TestBoard }> {
  const server = await aServer()
  return { server, board: await aBoard(server, { templates: ['opgave-circle'] }) }
}

const plateOf = (page: Page) => page.locator('[data-shape-type="sheet"]')
const placeOfPlate = (page: Page) => plateOf(page).evaluate((sheet) => (sheet as HTMLElement).style.transform)

async function openPlates(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Platen' }).click()
  await page.getByRole('dialog', { name: 'Platen' }).waitFor()
}

test('who only watches sees all as it happens, and changes nothing', async () => {
  const { server, board } = await aTable()
  const sam = await aGuest(browser, server, board, { name: 'Sam' })
  const watcher = await aGuest(browser, server, board, { role: 'viewer', name: 'Kim' })
  await watcher.page.getByText('U kijkt mee.').first().waitFor()
  await layNote(sam.page, 'Een huis', 'De opgave · Uitdaging')
  await onCanvas(watcher.page, 'Een huis').waitFor()

  const { page } = watcher
  const kaartje = page.getByRole('button', { name: 'Kaartje', exact: true })
  expect(await kaartje.getAttribute('aria-disabled')).toBe('true')
  await kaartje.press('Enter')
  await page.getByText('U kijkt mee. Kaartjes leggen kan niet.').first().waitFor()
  await page.keyboard.press('k')
  expect(await page.getByRole('dialog').count()).toBe(0)

  const before = await placeOf(page, 'Een huis')
  await drag(page, onCanvas(page, 'Een huis'), { x: 120, y: 0 })
  await onCanvas(page, 'Een huis').dblclick()
  await page.keyboard.type('Weg ermee')
  await page.keyboard.press('Escape')
  await onCanvas(page, 'Een huis').click()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Backspace')
  expect(await placeOf(page, 'Een huis')).toBe(before)
  expect(await onCanvas(page, 'Een huis').count()).toBe(1)

  // Whatever the screen showed, the table itself has not heard of it.
  const records = await recordsFor(sam.page)
  await layNote(sam.page, 'Nog een')
  await onCanvas(page, 'Nog een').waitFor()
  expect((await recordsFor(sam.page)).filter(({ type }) => type !== 'note')).toEqual(
    records.filter(({ type }) => type !== 'note'),
  )
  await showTheSame([sam.page, page])
  expect([...sam.faults, ...watcher.faults]).toEqual([])
})

test('a fixed plate stays where it lies, whoever selects all and whatever key is pressed', async () => {
  const { server, board } = await aTable()
  const sam = await aGuest(browser, server, board, { role: 'facilitator', name: 'Sam' })
  const jo = await aGuest(browser, server, board, { name: 'Jo' })
  for (const { page } of [sam, jo]) {
    const before = await placeOfPlate(page)
    await page.getByRole('application').focus()
    for (const key of ['Control+a', 'Delete', 'Control+a', 'Backspace', 'Control+a', 'ArrowRight', 'Control+x']) {
      await page.keyboard.press(key)
    }
    expect(await plateOf(page).count()).toBe(1)
    expect(await placeOfPlate(page)).toBe(before)
  }
  await openPlates(jo.page)
  expect(await jo.page.getByRole('button', { name: 'Maak los: De opgave' }).count()).toBe(0)
  expect(await jo.page.getByRole('button', { name: 'Leg een plaat neer' }).count()).toBe(0)
})

test('the facilitator frees a plate, moves it with all that lies on it, and fixes it again', async () => {
  const { server, board } = await aTable()
  const sam = await aGuest(browser, server, board, { role: 'facilitator', name: 'Sam' })
  const jo = await aGuest(browser, server, board, { name: 'Jo' })
  await layNote(jo.page, 'Een huis', 'De opgave · Uitdaging')
  await onCanvas(sam.page, 'Een huis').waitFor()
  const offset = await offsetOnPlate(jo.page, 'Een huis')
  const before = await placeOfPlate(jo.page)

  await openPlates(sam.page)
  await sam.page.getByRole('button', { name: 'Maak los: De opgave' }).click()
  await sam.page.getByRole('button', { name: 'Ga naar De opgave' }).click()
  await drag(sam.page, plateOf(sam.page), { x: 90, y: 40 })
  await until(async () => expect(await placeOfPlate(jo.page)).not.toBe(before))
  await saysSaved(sam.page)
  await showTheSame([sam.page, jo.page])
  // The plate is still on its way on Jo's screen when the note lies already.
  await until(async () => expect(await offsetOnPlate(jo.page, 'Een huis')).toEqual(offset))

  await openPlates(sam.page)
  await sam.page.getByRole('button', { name: 'Zet vast: De opgave' }).click()
  await sam.page.keyboard.press('Escape')
  const after = await placeOfPlate(sam.page)
  await drag(sam.page, plateOf(sam.page), { x: -90, y: -40 })
  expect(await placeOfPlate(sam.page)).toBe(after)
})

/** Where a note lies as seen from the corner of the plate, in whole canvas units. */
async function offsetOnPlate(page: Page, words: string): Promise<number[]> {
  const numbers = (transform: string) =>
    transform
      .match(/-?[\d.]+/g)
      ?.slice(-2)
      .map(Number) ?? []
  const [x = 0, y = 0] = numbers(await placeOf(page, words))
  const [left = 0, top = 0] = numbers(await placeOfPlate(page))
  return [Math.round(x - left), Math.round(y - top)]
}

test('a plate that the facilitator adds appears for all', async () => {
  const { server, board } = await aTable()
  const sam = await aGuest(browser, server, board, { role: 'facilitator', name: 'Sam' })
  const jo = await aGuest(browser, server, board, { name: 'Jo' })
  await openPlates(sam.page)
  await sam.page.getByRole('button', { name: 'Leg een plaat neer' }).click()
  const gallery = sam.page.getByRole('dialog', { name: 'Kies een plaat' })
  await gallery.getByRole('button', { name: /^Drie domeinen/ }).click()
  await gallery.getByRole('button', { name: 'Leg op tafel' }).click()
  await until(async () => expect(await plateOf(jo.page).count()).toBe(2))
  await openPlates(jo.page)
  await jo.page.getByRole('button', { name: 'Ga naar Drie domeinen' }).click()
  await layNote(jo.page, 'Een thuis', 'Drie domeinen · Casusdomein')
})

test('a closed door and a wrong code are refused in the same words', async () => {
  const { server, board } = await aTable()
  const sam = await aGuest(browser, server, board, { role: 'facilitator', name: 'Sam' })
  await sam.page.getByRole('button', { name: 'Delen' }).click()
  await sam.page.getByRole('switch', { name: /Deur/ }).click()
  await sam.page.getByText('Deur is dicht').waitFor()

  const { page } = await aVisitor(browser, server.url)
  const refusals: string[] = []
  for (const code of [board.code, board.code === '123456' ? '654321' : '123456']) {
    await page.goto(`/mee/${code}`)
    await page.getByRole('heading', { name: 'Deze code werkt niet' }).waitFor()
    refusals.push(await page.getByRole('main').innerText())
  }
  expect(refusals[0]).toBe(refusals[1])
})

test('who came by a link that is renewed is told so, and so is who is shown out; the rest stay', async () => {
  const { server, board } = await aTable()
  const sam = await aGuest(browser, server, board, { role: 'facilitator', name: 'Sam' })
  const jo = await aGuest(browser, server, board, { name: 'Jo' })
  const kim = await aGuest(browser, server, board, { role: 'viewer', name: 'Kim' })
  await sam.page.getByRole('button', { name: '3 mensen aan tafel' }).click()
  await sam.page.getByRole('button', { name: 'Laat uit: Kim' }).click()
  await sam.page.getByRole('button', { name: 'Laat uit', exact: true }).click()
  await kim.page.getByText('U zit niet meer aan deze tafel.').first().waitFor()
  await sam.page.keyboard.press('Escape')

  await sam.page.getByRole('button', { name: 'Delen' }).click()
  await sam.page.getByRole('button', { name: 'Meer over de link voor Deelnemer' }).click()
  await sam.page.getByRole('menuitem', { name: 'Vernieuw de link' }).click()
  await sam.page.getByRole('alert').getByRole('button', { name: 'Vernieuw de link' }).click()
  await jo.page.getByText('U zit niet meer aan deze tafel.').first().waitFor()
  await saysOfSaving(jo.page, 'Niet opgeslagen')
  await sam.page.keyboard.press('Escape')
  await saysSaved(sam.page)
  await sam.page.getByRole('button', { name: '1 persoon aan tafel' }).waitFor()

  // The old link opens nothing any more.
  const late = await aVisitor(browser, server.url)
  await late.page.goto(`/t/${board.id}#${board.secrets.participant}`)
  await late.page.getByRole('heading', { name: 'Deze code werkt niet' }).waitFor()
})

test('a new name of the table shows at once on every screen, on its plates and at its door', async () => {
  const { server, board } = await aTable()
  const sam = await aGuest(browser, server, board, { role: 'facilitator', name: 'Sam' })
  const jo = await aGuest(browser, server, board, { name: 'Jo' })
  await sam.page.getByRole('button', { name: 'Wijzig de naam' }).click()
  await sam.page.getByRole('textbox', { name: 'Naam van de tafel' }).fill('Dorp en stad')
  await sam.page.getByRole('button', { name: 'Bewaar de naam' }).click()
  for (const { page } of [sam, jo]) {
    await page.getByRole('heading', { name: 'Dorp en stad' }).waitFor()
    await plateOf(page).getByText('Dorp en stad').waitFor()
    await until(async () => expect(await page.title()).toBe('Dorp en stad · Opgavetafel'))
  }
  const newcomer = await aVisitor(browser, server.url)
  await newcomer.page.goto(`/mee/${board.code}`)
  await newcomer.page.getByRole('heading', { name: 'Dorp en stad' }).waitFor()
})
