import { expect, test } from 'vitest'
import { aBoard, aServer } from '../support/server.ts'
import { until } from '../support/sockets.ts'
import { canvasOf, onCanvas, saysSaved } from './support/at-table.ts'
import { aBrowser, aVisitor } from './support/browser.ts'
import { arrowTo, isFocused, tabTo } from './support/keyboard.ts'
import { aGuest } from './support/seats.ts'

const browser = await aBrowser()

test('from the front door to a note on the table and back, with the keyboard alone', async () => {
  const server = await aServer()
  const { page, faults } = await aVisitor(browser, server.url)
  const { keyboard } = page
  const button = (name: string) => page.getByRole('button', { name, exact: true })

  // A table, and a seat at it.
  await page.goto('/')
  await tabTo(page, page.getByRole('checkbox', { name: 'De opgave' }))
  await tabTo(page, page.getByLabel('Hoe heet uw tafel?'))
  await keyboard.type('Uitstroming')
  await keyboard.press('Enter')
  await page.getByLabel('Hoe noemen we u?').waitFor()
  await tabTo(page, page.getByLabel('Hoe noemen we u?'))
  await keyboard.type('Sam')
  await tabTo(page, page.getByLabel('Voor welke partij zit u hier?'))
  await arrowTo(page, page.getByLabel('Voor welke partij zit u hier?'), 'Gemeente')
  await tabTo(page, button('Ga zitten'))
  await keyboard.press('Enter')
  await canvasOf(page).waitFor()

  // Past the bars, to the board.
  await tabTo(page, button('Naar het bord'))
  await keyboard.press('Enter')
  await until(async () => expect(await isFocused(canvasOf(page))).toBe(true))

  // A note in a region of choice; while one types, k is a letter.
  await keyboard.press('k')
  const dialog = page.getByRole('dialog', { name: 'Nieuw kaartje' })
  await until(async () => expect(await isFocused(dialog.getByLabel('Wat wilt u zeggen?'))).toBe(true))
  await keyboard.type('Kind en kraam')
  await tabTo(page, dialog.getByLabel('In welk vak?'))
  await arrowTo(page, dialog.getByLabel('In welk vak?'), 'De opgave · Krachten')
  await tabTo(page, dialog.getByRole('button', { name: 'Leg neer' }))
  await keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await onCanvas(page, 'Kind en kraam').waitFor()

  // By the dossier to the card, and on with its text. On the board Tab goes from card to card; Escape leaves it.
  await keyboard.press('Escape')
  await tabTo(page, page.getByRole('toolbar', { name: 'Dossier' }).getByRole('button').first())
  await keyboard.press('End')
  await keyboard.press('Enter')
  const answers = page.getByRole('complementary', { name: 'Dossier' })
  await answers.getByRole('heading', { name: 'Antwoorden' }).waitFor()
  await tabTo(page, answers.getByRole('button', { name: /^Kind en kraam/ }))
  await keyboard.press('Enter')
  await until(async () => expect(await isFocused(canvasOf(page))).toBe(true))
  await keyboard.press('Enter')
  await onCanvas(page, 'Kind en kraam').getByRole('textbox').waitFor()
  await keyboard.type(' tellen mee')
  await keyboard.press('Escape')
  await onCanvas(page, 'Kind en kraam tellen mee').waitFor()
  expect(await isFocused(canvasOf(page))).toBe(true)
  await keyboard.press('Control+z')
  await onCanvas(page, 'tellen mee').waitFor({ state: 'detached' })
  expect(await onCanvas(page, 'Kind en kraam').count()).toBe(1)
  await saysSaved(page)
  expect(faults.filter((fault) => !/401/.test(fault))).toEqual([])
})

test('F6 goes from part to part of the page, and Shift+F6 back', async () => {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const { page } = await aGuest(browser, server, board, { role: 'facilitator' })
  const partWithFocus = () =>
    page.evaluate(() => {
      const part = document.activeElement?.closest('[data-landmark]')
      return part?.getAttribute('aria-label') ?? part?.tagName.toLowerCase()
    })
  const walk = async (key: string, steps: number) => {
    const parts = []
    for (let step = 0; step < steps; step += 1) {
      await page.keyboard.press(key)
      parts.push(await partWithFocus())
    }
    return parts
  }
  expect(await walk('F6', 5)).toEqual(['header', 'Platen', 'Bord', 'Dossier', 'header'])
  expect(await walk('Shift+F6', 4)).toEqual(['Dossier', 'Bord', 'Platen', 'header'])
})

test('what opens takes the focus, and what closes gives it back', async () => {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const { page } = await aGuest(browser, server, board, { role: 'facilitator' })
  const openers: [string, string][] = [
    ['Platen', 'Platen'],
    ['1 persoon aan tafel', 'Aan tafel'],
    ['Delen', 'Wie schuift er aan?'],
    ['Kaartje', 'Nieuw kaartje'],
  ]
  for (const [name, title] of openers) {
    const opener = page.getByRole('button', { name, exact: true })
    await opener.press('Enter')
    const dialog = page.getByRole('dialog', { name: title })
    await dialog.waitFor()
    const holdsFocus = () => dialog.evaluate((element) => element.contains(document.activeElement))
    await until(async () => expect(await holdsFocus(), title).toBe(true))
    // The focus cannot leave by Tab.
    for (let stop = 0; stop < 20; stop += 1) await page.keyboard.press('Tab')
    expect(await holdsFocus(), title).toBe(true)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await until(async () => expect(await isFocused(opener), title).toBe(true))
  }
  const more = page.getByRole('button', { name: 'Meer', exact: true })
  await more.press('Enter')
  await page.getByRole('menu').waitFor()
  await page.keyboard.press('Escape')
  await until(async () => expect(await isFocused(more)).toBe(true))
})

test('keys of one letter can be switched off, those of the canvas too', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { page } = await aGuest(browser, server, board)
  await canvasOf(page).focus()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Toetsen' })
  await keys.getByRole('switch', { name: /Losse toetsen/ }).press('Space')
  await keys.getByText('Toetsen van 1 letter staan uit').waitFor()
  await page.keyboard.press('Escape')
  await keys.waitFor({ state: 'hidden' })
  await canvasOf(page).focus()
  await page.keyboard.type('kde?')
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await page.getByTestId('tools.select').getAttribute('aria-pressed')).toBe('true')
})
