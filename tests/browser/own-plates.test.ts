import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { anOwnPlate } from '../support/own-plates.ts'
import { aBoard, aServer, ask, sit, type TestServer } from '../support/server.ts'
import { until } from '../support/sockets.ts'
import { canvasOf, dossierFor, layNote, saysSaved } from './support/at-table.ts'
import { aBrowser } from './support/browser.ts'
import { aGuest } from './support/seats.ts'

const browser = await aBrowser()

async function aHost(server?: TestServer) {
  const running = server ?? (await aServer())
  const board = await aBoard(running, { templates: [] })
  const guest = await aGuest(browser, running, board, { role: 'facilitator', name: 'Sam' })
  return { ...guest, server: running, board }
}

/** Draws a rectangle by hand, with its name in it. */
async function drawField(page: Page, name: string, box: { x: number; y: number; w: number; h: number }) {
  await page.getByRole('application').press('Escape')
  await page.keyboard.press('r')
  await page.mouse.move(box.x, box.y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.w / 2, box.y + box.h / 2, { steps: 4 })
  await page.mouse.move(box.x + box.w, box.y + box.h, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.press('Enter')
  await page.locator('[data-shape-type="geo"] [contenteditable="true"]').waitFor()
  await page.keyboard.type(name)
  await page.keyboard.press('Escape')
}

async function openOwnPlate(page: Page) {
  await page.getByRole('button', { name: 'Meer', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Bewaar als eigen plaat' }).click()
  const dialog = page.getByRole('dialog', { name: 'Bewaar als eigen plaat' })
  await dialog.waitFor()
  return dialog
}

async function openGallery(page: Page) {
  await page.getByRole('button', { name: 'Platen' }).first().click()
  await page.getByRole('button', { name: 'Leg een plaat neer' }).click()
  const gallery = page.getByRole('dialog', { name: 'Kies een plaat' })
  const own = gallery.getByRole('region', { name: 'Eigen platen' })
  await own.waitFor()
  return { gallery, own }
}

test('two rectangles become a plate that can be laid, filled, taken along in a file and laid elsewhere', async () => {
  const { page, server, board, faults } = await aHost()
  await drawField(page, 'Wat is fijn', { x: 330, y: 220, w: 260, h: 200 })
  await drawField(page, 'Wat is lastig', { x: 640, y: 220, w: 260, h: 200 })
  await page.keyboard.press('Control+a')
  const dialog = await openOwnPlate(page)
  await dialog.getByLabel('Hoe heet de plaat?', { exact: true }).fill('Onze wijk')
  await until(async () =>
    expect(await dialog.getByLabel('Naam van vak 1', { exact: true }).inputValue()).toBe('Wat is fijn'),
  )
  await dialog.getByLabel('Vraag bij vak 2', { exact: true }).fill('Waar loopt u tegenaan?')
  await dialog.getByLabel('Wat is dit? (vak 2)').selectOption('opgave.kwetsbaarheden')
  await dialog.getByRole('button', { name: 'Bewaar de plaat' }).click()
  await dialog.waitFor({ state: 'hidden' })

  const { gallery, own } = await openGallery(page)
  await own.getByRole('button', { name: /^Onze wijk/ }).click()
  const about = gallery.getByRole('region', { name: 'Onze wijk' })
  const download = page.waitForEvent('download')
  await about.getByRole('button', { name: 'Bewaar als bestand' }).click()
  const file = await (await download).path()
  await about.getByRole('button', { name: 'Leg op tafel' }).click()
  await gallery.waitFor({ state: 'hidden' })
  await page.getByRole('heading', { name: 'Onze wijk' }).waitFor()
  await canvasOf(page).click({ position: { x: 20, y: 20 } })
  await layNote(page, 'De trap is te steil', 'Onze wijk · Wat is lastig')
  await saysSaved(page)
  await until(async () => {
    const { regions } = await dossierFor(page)
    const filled = regions.filter(({ answers }) => answers.length > 0)
    expect(filled.map(({ slot, label }) => [slot, label.nl])).toEqual([['opgave.kwetsbaarheden', 'Wat is lastig']])
  })
  // Who looks on at the table draws it too, though it is in no build.
  const onlooker = await aGuest(browser, server, board, { role: 'viewer', name: 'Jo' })
  await onlooker.page.getByRole('heading', { name: 'Onze wijk' }).waitFor()
  await until(async () => expect(await onlooker.page.locator('svg.plate').textContent()).toContain('Wat is fijn'))

  const other = await aHost()
  const there = await openGallery(other.page)
  await there.own.getByText('Nog geen eigen platen').waitFor()
  await there.own.locator('input[type="file"]').setInputFiles(file)
  await other.page.getByText('Onze wijk staat bij Eigen platen.').first().waitFor()
  await there.gallery.getByRole('button', { name: 'Leg op tafel' }).click()
  await other.page.getByRole('heading', { name: 'Onze wijk' }).waitFor()
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ number: 'E01', figure: { kind: 'free' } })
  expect([...faults, ...onlooker.faults, ...other.faults]).toEqual([])
})

test('what lies over each other, and what is too small, is said in plain words before anything is kept', async () => {
  const { page, server } = await aHost()
  await drawField(page, 'Noord', { x: 330, y: 220, w: 260, h: 200 })
  await drawField(page, 'Zuid', { x: 480, y: 320, w: 260, h: 200 })
  await page.keyboard.press('Control+a')
  const dialog = await openOwnPlate(page)
  await dialog.getByLabel('Hoe heet de plaat?', { exact: true }).fill('Wijken')
  await dialog.getByText('“Noord”, “Zuid” liggen over elkaar').waitFor()
  await dialog.getByRole('button', { name: 'Bewaar de plaat' }).click()
  expect((await ask(server, 'GET', '/api/v1/templates?own=true')).body).toEqual([])
  await dialog.getByRole('button', { name: 'Sluit' }).click()

  await drawField(page, 'Punt', { x: 900, y: 560, w: 30, h: 30 })
  await page.keyboard.press('Control+a')
  const again = await openOwnPlate(page)
  await again.getByText('Punt is te klein voor een kaartje.', { exact: false }).waitFor()
})

test('without something drawn the dialog says how it is done', async () => {
  const { page } = await aHost()
  const dialog = await openOwnPlate(page)
  await dialog.getByText('Kies eerst wat u getekend heeft').waitFor()
})

test('a plate of ours gets other words as an own plate; another is removed after a question', async () => {
  const { page, server } = await aHost()
  const { gallery, own } = await openGallery(page)
  await gallery
    .getByRole('button', { name: /^De opgave/ })
    .first()
    .click()
  await gallery.getByRole('button', { name: 'Maak er een eigen plaat van' }).click()
  const dialog = page.getByRole('dialog', { name: 'Maak er een eigen plaat van' })
  await dialog.getByLabel('Hoe heet de plaat?', { exact: true }).fill('Onze opgave')
  await dialog.getByLabel('Naam van vak 1', { exact: true }).fill('Eerst dit')
  await dialog.getByRole('button', { name: 'Bewaar de plaat' }).click()
  await dialog.waitFor({ state: 'hidden' })
  const [kept] = (await ask(server, 'GET', '/api/v1/templates?own=true')).body
  expect(kept).toMatchObject({ title: { nl: 'Onze opgave', en: 'Onze opgave' }, number: 'E01' })
  expect(JSON.stringify(kept.figure)).toContain('Eerst dit')
  await own.getByRole('button', { name: /^Onze opgave/ }).waitFor()
  await gallery.getByRole('button', { name: 'Haal van de lijst' }).click()
  await gallery.getByText('Waar hij al ligt, blijft hij liggen.', { exact: false }).waitFor()
  await gallery
    .getByRole('group', { name: 'Haal van de lijst' })
    .getByRole('button', { name: 'Haal van de lijst' })
    .click()
  await own.getByText('Nog geen eigen platen').waitFor()
})

test('a plate that is off the list is drawn where it lies; only a gespreksleider is offered to make one', async () => {
  const { server, board } = await aHost()
  const { token } = await sit(server, board, 'facilitator')
  await ask(server, 'POST', '/api/v1/templates', { body: anOwnPlate(), token })
  await ask(server, 'POST', `/api/v1/boards/${board.id}/sheets`, { body: { template: 'eigen-wijk' }, token })
  expect((await ask(server, 'DELETE', '/api/v1/templates/eigen-wijk', { token })).status).toBe(204)
  const { page, faults } = await aGuest(browser, server, board, { name: 'Jo' })
  await page.getByRole('heading', { name: 'Onze wijk' }).waitFor()
  await until(async () => expect(await page.locator('svg.plate').textContent()).toContain('Kijk rond'))
  await page.getByRole('button', { name: 'Meer', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Toetsen' }).waitFor()
  expect(await page.getByRole('menuitem', { name: 'Bewaar als eigen plaat' }).count()).toBe(0)
  expect(faults).toEqual([])
})

const HOSTILE: readonly [string, string, RegExp][] = [
  ['that is no JSON', '<svg onload=alert(1)>', /geen JSON/],
  ['with a number where words belong', JSON.stringify({ ...anOwnPlate(), title: 7 }), /^title: /],
  [
    'with a label of 100 KB',
    JSON.stringify(anOwnPlate()).replace('fijn","en', `${'x'.repeat(100_000)}","en`),
    /areas\.0\.label\.nl: te lang .* 500/,
  ],
  ['of our own build', JSON.stringify({ ...anOwnPlate(), number: 'A01' }), /geen eigen plaat/],
]

test.each(HOSTILE)('a file %s is refused with the place and what was expected', async (_, text, words) => {
  const { page, server, faults } = await aHost()
  const { own } = await openGallery(page)
  await own
    .locator('input[type="file"]')
    .setInputFiles({ name: 'plaat.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await own.getByRole('alert').getByText(words).first().waitFor()
  expect((await ask(server, 'GET', '/api/v1/templates?own=true')).body).toEqual([])
  expect(faults).toEqual([])
})

test('markup, emoji and a right-to-left script in a plate are text on the table', async () => {
  const { page, server, board, faults } = await aHost()
  const { token } = await sit(server, board, 'facilitator')
  const label = '<img src=x onerror=alert(1)> 👨‍👩‍👧 ما هي'
  const plate = JSON.parse(JSON.stringify(anOwnPlate()).replaceAll('"fijn","en":"fijn"', `"${label}","en":"${label}"`))
  expect((await ask(server, 'POST', '/api/v1/templates', { body: plate, token })).status).toBe(201)
  await ask(server, 'POST', `/api/v1/boards/${board.id}/sheets`, { body: { template: 'eigen-wijk' }, token })
  await page.getByRole('heading', { name: 'Onze wijk' }).waitFor()
  await until(async () => expect(await page.locator('svg.plate').textContent()).toContain('<img'))
  expect(await page.locator('.canvas img[src="x"]').count()).toBe(0)
  expect(faults).toEqual([])
})
