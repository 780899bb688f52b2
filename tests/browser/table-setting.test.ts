import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { ParticipantsMay } from '../../shared/participants-may.ts'
import { aBoard, aServer, ask, sit, type TestBoard } from '../support/server.ts'
import { until } from '../support/sockets.ts'
import { canvasOf, drag, layNote, onCanvas, placeOf, saysSaved, showTheSame } from './support/at-table.ts'
import { aBrowser } from './support/browser.ts'
import { aGuest } from './support/seats.ts'

const browser = await aBrowser()

const CHOICES: Record<ParticipantsMay, string> = {
  everything: 'Alles leggen, verplaatsen en weghalen',
  deleteOwn: 'Alles, maar alleen eigen kaartjes weghalen',
  own: 'Alleen eigen kaartjes wijzigen en weghalen',
  nothing: 'Niets: kaartjes liggen stil',
}

async function choose(page: Page, setting: ParticipantsMay): Promise<void> {
  await page.getByRole('button', { name: 'Delen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Wie schuift er aan?' })
  const choice = dialog.getByLabel('Wat mogen deelnemers?')
  await choice.selectOption({ label: CHOICES[setting] })
  await until(async () => expect(await choice.inputValue()).toBe(setting))
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
}

/** A facilitator and a participant with a note of each on the table. */
async function aTableOfTwo() {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const lead = await aGuest(browser, server, board, { role: 'facilitator', name: 'Lou' })
  const sam = await aGuest(browser, server, board, { name: 'Sam' })
  await layNote(lead.page, 'Van Lou')
  await layNote(sam.page, 'Van Sam')
  for (const { page } of [lead, sam]) for (const words of ['Van Lou', 'Van Sam']) await onCanvas(page, words).waitFor()
  await Promise.all([saysSaved(lead.page), saysSaved(sam.page)])
  return { server, board, lead: lead.page, sam: sam.page }
}

/** Tries to take a note away with the keys; what becomes of it is for the caller to see. */
async function tryToTakeAway(page: Page, words: string): Promise<void> {
  await canvasOf(page).press('Escape')
  await onCanvas(page, words).click()
  await page.keyboard.press('Delete')
}

test('the gespreksleider decides what participants may do, and they see it at once', async () => {
  const { lead, sam } = await aTableOfTwo()
  await choose(lead, 'own')
  await sam.getByText('U kunt alleen uw eigen kaartjes wijzigen en weghalen.').waitFor()
  const lay = await placeOf(sam, 'Van Lou')
  await drag(sam, onCanvas(sam, 'Van Lou'), { x: 90, y: 60 })
  await onCanvas(sam, 'Van Lou').dblclick()
  expect(await onCanvas(sam, 'Van Lou').getByRole('textbox').count()).toBe(0)
  await tryToTakeAway(sam, 'Van Lou')
  expect(await placeOf(sam, 'Van Lou')).toBe(lay)
  const own = await placeOf(sam, 'Van Sam')
  await drag(sam, onCanvas(sam, 'Van Sam'), { x: 90, y: 60 })
  await until(async () => expect(await placeOf(lead, 'Van Sam')).not.toBe(own))

  await choose(lead, 'deleteOwn')
  await sam.getByText('U kunt alleen uw eigen kaartjes weghalen.').waitFor()
  await tryToTakeAway(sam, 'Van Lou')
  expect(await onCanvas(sam, 'Van Lou').count()).toBe(1)
  await tryToTakeAway(sam, 'Van Sam')
  await onCanvas(lead, 'Van Sam').waitFor({ state: 'detached' })

  await choose(lead, 'everything')
  await sam.getByText('U kunt alleen uw eigen kaartjes weghalen.').waitFor({ state: 'hidden' })
  await tryToTakeAway(sam, 'Van Lou')
  await onCanvas(lead, 'Van Lou').waitFor({ state: 'detached' })
  await saysSaved(sam)
})

test('where cards lie still, participants look and the gespreksleider goes on', async () => {
  const { lead, sam } = await aTableOfTwo()
  await choose(lead, 'nothing')
  await sam.getByText('Kaartjes liggen nu stil. U kunt wel rondkijken.').waitFor()
  const lay = await placeOf(sam, 'Van Sam')
  await drag(sam, onCanvas(sam, 'Van Sam'), { x: 90, y: 60 })
  expect(await placeOf(sam, 'Van Sam')).toBe(lay)
  await sam.getByRole('button', { name: 'Kaartje', exact: true }).click({ force: true })
  await sam.getByText('Kaartjes liggen nu stil.', { exact: true }).first().waitFor()
  expect(await sam.locator('[data-shape-type="note"]').count()).toBe(2)
  await layNote(lead, 'Lou kan nog wel schrijven')
  await onCanvas(sam, 'Lou kan nog wel schrijven').waitFor()
  await choose(lead, 'everything')
  await layNote(sam, 'En Sam nu ook weer')
  await onCanvas(lead, 'En Sam nu ook weer').waitFor()
  await showTheSame([lead, sam])
})

/** Changes the setting without the participant's page hearing of it in time: their line is held up. */
const setBehindTheirBack = async (server: { url: string }, board: TestBoard, participantsMay: ParticipantsMay) => {
  const { token } = await sit(server, board, 'facilitator')
  const changed = await ask(server, 'PATCH', `/api/v1/boards/${board.id}`, { token, body: { participantsMay } })
  expect(changed.status).toBe(200)
}

test('what the server puts back lies again as it lay, with one word why', async () => {
  const { server, board, lead, sam } = await aTableOfTwo()
  await sam.context().setOffline(true)
  await sam.getByRole('button', { name: 'Offline, bewaard op dit apparaat', exact: true }).waitFor()
  const lay = await placeOf(lead, 'Van Lou')
  for (const by of [40, 40, 40]) await drag(sam, onCanvas(sam, 'Van Lou'), { x: by, y: by })
  await setBehindTheirBack(server, board, 'own')
  await sam.context().setOffline(false)
  await sam.getByText('Dit is van iemand anders. Het ligt weer zoals het lag.').first().waitFor()
  await until(async () => expect(await placeOf(sam, 'Van Lou')).toBe(lay))
  await saysSaved(sam)
  expect(await placeOf(lead, 'Van Lou')).toBe(lay)

  // Undo takes back only what is still as this user left it: there is nothing, and nothing is sent again and again.
  await canvasOf(sam).press('Escape')
  await canvasOf(sam).press('Control+z')
  await canvasOf(sam).press('Control+Shift+z')
  await layNote(sam, 'En verder')
  await onCanvas(lead, 'En verder').waitFor()
  expect([await placeOf(sam, 'Van Lou'), await placeOf(lead, 'Van Lou')]).toEqual([lay, lay])
  await saysSaved(sam)
  await showTheSame([lead, sam])
})
