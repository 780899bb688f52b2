import { expect, test } from 'vitest'
import { aBoard, aServer } from '../support/server.ts'
import { until } from '../support/sockets.ts'
import { layNote, onCanvas, saysOfSaving, saysSaved } from './support/at-table.ts'
import { aBrowser, type Visitor } from './support/browser.ts'
import { aGuest, openTable } from './support/seats.ts'

const browser = await aBrowser()

const WARNING = 'Dit apparaat bewaart geen kopie. Sluit dit venster pas als er Opgeslagen staat.'
const KEPT = 'Offline, bewaard op dit apparaat'
const LOOSE = 'Offline, niet bewaard'

/** Goes offline, works on, and comes back: the table must be whole, and the badge right at each step. */
async function worksOnWithoutCopy(sam: Visitor, jo: Visitor): Promise<void> {
  await sam.page.getByRole('status').getByText(WARNING).waitFor()
  await sam.context.setOffline(true)
  await saysOfSaving(sam.page, LOOSE)
  await layNote(sam.page, 'Alleen in dit venster')
  await sam.page.getByRole('button', { name: LOOSE, exact: true }).click()
  await sam.page.getByText('1 wijziging staat alleen in dit venster').waitFor()
  await sam.page.keyboard.press('Escape')
  await sam.context.setOffline(false)
  await saysSaved(sam.page)
  await onCanvas(jo.page, 'Alleen in dit venster').waitFor()
}

test('where the browser has no room left, the table works on and says that this device keeps no copy', async () => {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const jo = await aGuest(browser, server, board, { name: 'Jo' })
  const sam = await aGuest(browser, server, board, { name: 'Sam' })
  await saysSaved(sam.page)
  expect(await sam.page.getByRole('status').getByText(WARNING).count()).toBe(0)
  const devtools = await sam.context.newCDPSession(sam.page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 1 })
  // The browser looks at the room that is left now and then, at the latest after half a minute.
  const warning = sam.page.getByRole('status').getByText(WARNING)
  await until(async () => {
    await layNote(sam.page, 'Hier is geen plaats meer voor')
    expect(await warning.isVisible()).toBe(true)
  }, 60_000)
  await onCanvas(jo.page, 'Hier is geen plaats meer voor').first().waitFor()
  // What is not saved yet would be counted with what is written without a connection.
  await saysSaved(sam.page)
  await worksOnWithoutCopy(sam, jo)
  expect(sam.faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])

  // With room again the next visit has a copy, and nothing of this one is lost.
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url })
  await openTable(sam.page, board)
  await onCanvas(sam.page, 'Alleen in dit venster').waitFor()
  await saysSaved(sam.page)
  await sam.context.setOffline(true)
  await saysOfSaving(sam.page, KEPT)
})

test.each([
  ['has no database', 'Object.defineProperty(window, "indexedDB", { value: undefined })'],
  ['refuses its database', 'Object.defineProperty(window, "indexedDB", { get() { throw new Error("no") } })'],
])('where the browser %s, the table works and says that this device keeps no copy', async (_, script) => {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const jo = await aGuest(browser, server, board, { name: 'Jo' })
  const sam = await aGuest(browser, server, board, {
    name: 'Sam',
    onContext: (context) => context.addInitScript(script),
  })
  await saysSaved(sam.page)
  await worksOnWithoutCopy(sam, jo)
  await sam.page.getByRole('status').getByRole('button', { name: 'Sluit' }).last().click()
  await sam.page.getByRole('status').getByText(WARNING).waitFor({ state: 'hidden' })
})
