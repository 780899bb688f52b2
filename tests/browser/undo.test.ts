import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aBoard, aServer } from '../support/server.ts'
import { until } from '../support/sockets.ts'
import {
  canvasOf,
  drag,
  layNote,
  onCanvas,
  openNote,
  placeOf,
  recordsFor,
  saysSaved,
  showTheSame,
  takeAway,
  thingsOnScreen,
} from './support/at-table.ts'
import { aBrowser, type Visitor } from './support/browser.ts'
import { aGuest } from './support/seats.ts'

const browser = await aBrowser()

/** Two at one table that was empty when they came. */
async function samAndJo(): Promise<{ sam: Visitor; jo: Visitor }> {
  const server = await aServer()
  const board = await aBoard(server)
  const sam = await aGuest(browser, server, board, { name: 'Sam', party: 'gemeente' })
  const jo = await aGuest(browser, server, board, { name: 'Jo', party: 'woningcorporatie' })
  return { sam, jo }
}

/** Lays a note and waits until the other has it too. */
async function layFor(page: Page, other: Page, text: string): Promise<void> {
  await layNote(page, text)
  await onCanvas(other, text).waitFor()
}

const undo = (page: Page) => page.keyboard.press('Control+z')
const textOf = async (page: Page, words: string) =>
  (await onCanvas(page, words).getByRole('textbox').innerText()).replace(/\s+/g, ' ').trim()

test('CNV6 undo takes back my move, and not what another moved since', async () => {
  const { sam, jo } = await samAndJo()
  await layFor(sam.page, jo.page, 'Een huis')
  await layFor(jo.page, sam.page, 'Een thuis')
  const [house, home] = [await placeOf(sam.page, 'Een huis'), await placeOf(sam.page, 'Een thuis')]

  await drag(sam.page, onCanvas(sam.page, 'Een huis'), { x: -260, y: -120 })
  await drag(jo.page, onCanvas(jo.page, 'Een thuis'), { x: 260, y: 120 })
  await showTheSame([sam.page, jo.page])
  const moved = await placeOf(jo.page, 'Een thuis')
  expect(moved).not.toBe(home)
  await undo(sam.page)
  await showTheSame([sam.page, jo.page])
  expect(await placeOf(jo.page, 'Een huis')).toBe(house)
  expect(await placeOf(sam.page, 'Een thuis')).toBe(moved)

  // Of one note that both have moved, the last place stands.
  await drag(sam.page, onCanvas(sam.page, 'Een huis'), { x: -200, y: 0 })
  await showTheSame([sam.page, jo.page])
  await drag(jo.page, onCanvas(jo.page, 'Een huis'), { x: 0, y: -150 })
  await showTheSame([sam.page, jo.page])
  const theirs = await placeOf(jo.page, 'Een huis')
  await undo(sam.page)
  await saysSaved(sam.page)
  await showTheSame([sam.page, jo.page])
  expect(await placeOf(sam.page, 'Een huis')).toBe(theirs)
  expect([...sam.faults, ...jo.faults]).toEqual([])
})

test('undo in a note that two write in takes back my letters only', async () => {
  const { sam, jo } = await samAndJo()
  await layFor(sam.page, jo.page, 'Een huis')
  await openNote(sam.page, 'Een huis')
  await openNote(jo.page, 'Een huis')
  await sam.page.keyboard.type(' in de buurt')
  await until(async () => expect(await textOf(jo.page, 'Een huis')).toBe('Een huis in de buurt'))
  await jo.page.keyboard.press('Control+Home')
  await jo.page.keyboard.type('Zoek: ')
  await until(async () => expect(await textOf(sam.page, 'Een huis')).toBe('Zoek: Een huis in de buurt'))

  await undo(sam.page)
  await until(async () => expect(await textOf(sam.page, 'Een huis')).toBe('Zoek: Een huis'))
  await until(async () => expect(await textOf(jo.page, 'Een huis')).toBe('Zoek: Een huis'))
  await undo(jo.page)
  await until(async () => expect(await textOf(sam.page, 'Een huis')).toBe('Een huis'))
  expect([...sam.faults, ...jo.faults]).toEqual([])
})

test('undoing the deletion of another’s note brings it back as theirs', async () => {
  const { sam, jo } = await samAndJo()
  await layFor(sam.page, jo.page, 'Een huis')
  await saysSaved(sam.page)
  const noteOf = async () => (await recordsFor(sam.page)).find(({ type }) => type === 'note')
  const before = await noteOf()
  expect(before?.meta).toMatchObject({ by: expect.any(String), party: expect.any(String) })

  await takeAway(jo.page, 'Een huis')
  await onCanvas(sam.page, 'Een huis').waitFor({ state: 'detached' })
  await undo(jo.page)
  await onCanvas(sam.page, 'Een huis').waitFor()
  await saysSaved(jo.page)
  expect(await noteOf()).toEqual(before)
})

test('letters typed straight after a note opens all arrive, in order', async () => {
  const { sam, jo } = await samAndJo()
  const words = 'abcdefghijklmnopqrstuvwxyz'
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    await sam.page.getByRole('button', { name: 'Kaartje', exact: true }).click()
    await sam.page.keyboard.type(`${attempt} ${words}`)
    await sam.page.keyboard.press('Escape')
    await onCanvas(jo.page, `${attempt} ${words}`).waitFor()
  }
})

test('opening a note that has words keeps them, and what is typed straight after goes behind them', async () => {
  const { sam, jo } = await samAndJo()
  await layFor(sam.page, jo.page, 'Een huis')
  await onCanvas(jo.page, 'Een huis').dblclick()
  await jo.page.keyboard.type(' is nog')
  let words = 'Een huis is nog'
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    await jo.page.keyboard.press('Escape')
    await jo.page.keyboard.press('Enter')
    await jo.page.keyboard.type(` ${attempt} keer`)
    words += ` ${attempt} keer`
  }
  await until(async () => expect((await recordsFor(sam.page)).map(textIn)).toContain(words))
})

/** The words of a record, or nothing where it has none. */
const textIn = (record: unknown): string => JSON.stringify(record).match(/"text":"([^"]*)"/)?.[1] ?? ''

test('a note that another takes away while I write in it ends the writing, and my next keys do nothing', async () => {
  const { sam, jo } = await samAndJo()
  await layFor(sam.page, jo.page, 'Een huis')
  await openNote(jo.page, 'Een huis')
  await jo.page.keyboard.type(' is nog')
  await until(async () => expect(await onCanvas(sam.page, 'Een huis is nog').count()).toBe(1))

  await takeAway(sam.page, 'Een huis is nog')
  await canvasOf(jo.page).getByRole('textbox').waitFor({ state: 'detached' })
  // Tools have keys of one letter: d draws, e erases, k lays a note.
  await jo.page.keyboard.type(' geen thuis, dek de tafel')
  expect(await jo.page.getByTestId('tools.select').getAttribute('aria-pressed')).toBe('true')
  expect(await jo.page.getByRole('dialog').count()).toBe(0)
  expect(await thingsOnScreen(jo.page)).toEqual([])

  // What was written is not lost: it can be laid down again, and the board goes on.
  await jo.page.getByRole('button', { name: 'Leg het terug' }).click()
  await onCanvas(sam.page, 'Een huis is nog').waitFor()
  await onCanvas(jo.page, 'Een huis is nog').click()
  await jo.page.keyboard.press('d')
  expect(await jo.page.getByTestId('tools.draw').getAttribute('aria-pressed')).toBe('true')
  expect([...sam.faults, ...jo.faults]).toEqual([])
})
