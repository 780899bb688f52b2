import { expect, test } from 'vitest'
import { aBoard, aServer } from '../support/server.ts'
import { until } from '../support/sockets.ts'
import {
  canvasOf,
  layNote,
  onCanvas,
  openNote,
  placeOf,
  saysOfSaving,
  saysSaved,
  showTheSame,
  takeAway,
} from './support/at-table.ts'
import { aBrowser } from './support/browser.ts'
import { unsentRows } from './support/copies.ts'
import { aGuest, openTable } from './support/seats.ts'

const browser = await aBrowser()

const OFFLINE = 'Offline, bewaard op dit apparaat'
const LAY = 'Leg neer als nieuw kaartje'

async function aPair() {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const jo = await aGuest(browser, server, board, { name: 'Jo' })
  const sam = await aGuest(browser, server, board, { name: 'Sam' })
  await Promise.all([saysSaved(sam.page), saysSaved(jo.page)])
  return { board, jo, sam }
}

test('an hour of work without a connection all arrives at once, and the badge says so', async () => {
  const { board, jo, sam } = await aPair()
  await layNote(jo.page, 'Van Jo, van voor het uur')
  await onCanvas(sam.page, 'Van Jo, van voor het uur').waitFor()
  await sam.context.setOffline(true)
  await saysOfSaving(sam.page, OFFLINE)
  for (let note = 1; note <= 15; note++) await layNote(sam.page, `Onderweg ${note}`)
  await canvasOf(sam.page).focus()
  await sam.page.keyboard.press('Control+a')
  for (let step = 0; step < 200; step++) {
    await sam.page.keyboard.press(step % 2 === 0 ? 'ArrowRight' : 'ArrowDown')
    // What happens within one frame is one change.
    await sam.page.evaluate(() => new Promise(requestAnimationFrame))
  }
  await sam.page.getByRole('button', { name: OFFLINE, exact: true }).click()
  const counted = await sam.page.getByText(/wijzigingen staan op dit apparaat/).innerText()
  expect(Number.parseInt(counted, 10)).toBeGreaterThan(150)
  await sam.page.keyboard.press('Escape')
  await layNote(jo.page, 'Van Jo, uit het uur zelf')

  await sam.context.setOffline(false)
  await sam.page.getByRole('status').getByText('Alles is binnen. Niets ging verloren.').waitFor()
  await saysSaved(sam.page)
  for (let note = 1; note <= 15; note++) await onCanvas(jo.page, `Onderweg ${note}`).first().waitFor()
  await onCanvas(sam.page, 'Van Jo, uit het uur zelf').waitFor()
  await showTheSame([sam.page, jo.page])
  await until(async () => expect(await unsentRows(sam.page)).toBe(0))

  // The copy, which is made one of many rows when it is opened, holds the same.
  for (const _ of ['opened', 'opened again']) {
    await openTable(sam.page, board)
    await onCanvas(sam.page, 'Van Jo, uit het uur zelf').waitFor()
    await saysSaved(sam.page)
    await showTheSame([sam.page, jo.page])
  }
})

test('text written offline on a card that was taken away meanwhile is offered back as a new card', async () => {
  const { jo, sam } = await aPair()
  await layNote(jo.page, 'Eerste woorden')
  await onCanvas(sam.page, 'Eerste woorden').waitFor()
  await sam.context.setOffline(true)
  await saysOfSaving(sam.page, OFFLINE)
  await openNote(sam.page, 'Eerste woorden')
  await sam.page.keyboard.type(' en wat Sam erbij schreef')
  await sam.page.keyboard.press('Escape')
  await takeAway(jo.page, 'Eerste woorden')

  await sam.context.setOffline(false)
  const offer = sam.page.getByText(
    'Iemand haalde iets weg waarop u schreef: “Eerste woorden en wat Sam erbij schreef”.',
  )
  await offer.waitFor()
  await onCanvas(sam.page, 'Eerste woorden').waitFor({ state: 'detached' })
  await sam.page.getByRole('button', { name: LAY }).click()
  await offer.waitFor({ state: 'hidden' })
  await onCanvas(jo.page, 'Eerste woorden en wat Sam erbij schreef').waitFor()
  await saysSaved(sam.page)
  await showTheSame([sam.page, jo.page])
})

test('it is offered back as well to who closed the window in between', async () => {
  const { board, jo, sam } = await aPair()
  await layNote(jo.page, 'Blijft liggen?')
  await onCanvas(sam.page, 'Blijft liggen?').waitFor()
  await saysSaved(sam.page)
  await sam.context.setOffline(true)
  await saysOfSaving(sam.page, OFFLINE)
  await openNote(sam.page, 'Blijft liggen?')
  await sam.page.keyboard.type(' Ja')
  await sam.page.keyboard.press('Escape')
  // What the browser has not written yet when its window closes, nobody can bring back: a row for each key.
  await until(async () => expect(await unsentRows(sam.page)).toBeGreaterThanOrEqual(' Ja'.length))
  await sam.page.close()
  await takeAway(jo.page, 'Blijft liggen?')

  await sam.context.setOffline(false)
  const again = await sam.context.newPage()
  await openTable(again, board)
  await again.getByText('Iemand haalde iets weg waarop u schreef: “Blijft liggen? Ja”.').waitFor()
  await again.getByRole('button', { name: 'Laat weg' }).click()
  await again.getByRole('button', { name: LAY }).waitFor({ state: 'hidden' })
  await saysSaved(again)
  expect(await onCanvas(again, 'Blijft liggen?').count()).toBe(0)
})

test('who only moved a card that was taken away is not asked about it', async () => {
  const { jo, sam } = await aPair()
  await layNote(jo.page, 'Alleen verschoven')
  await onCanvas(sam.page, 'Alleen verschoven').waitFor()
  await sam.context.setOffline(true)
  await saysOfSaving(sam.page, OFFLINE)
  const lay = await placeOf(sam.page, 'Alleen verschoven')
  await onCanvas(sam.page, 'Alleen verschoven').click()
  await sam.page.keyboard.press('ArrowRight')
  expect(await placeOf(sam.page, 'Alleen verschoven')).not.toBe(lay)
  await takeAway(jo.page, 'Alleen verschoven')
  await sam.context.setOffline(false)
  await onCanvas(sam.page, 'Alleen verschoven').waitFor({ state: 'detached' })
  await saysSaved(sam.page)
  expect(await sam.page.getByRole('button', { name: LAY }).count()).toBe(0)
})
