import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aBoard, aServer } from '../support/server.ts'
import { until } from '../support/sockets.ts'
import { dossierFor, dossierWords, drag, layNote, onCanvas, openDossier, saysSaved } from './support/at-table.ts'
import { aBrowser, type Visitor } from './support/browser.ts'
import { aGuest } from './support/seats.ts'

const browser = await aBrowser()

const WITH_PLACES = ['Wie doet wat?', 'Belangen op tafel', 'Gedeelde ambitie']

async function samAndJo(): Promise<{ sam: Visitor; jo: Visitor }> {
  const server = await aServer()
  const templates = ['stakeholder-map', 'three-domains', 'party-roles', 'interest-analysis', 'shared-ambition']
  const board = await aBoard(server, { templates })
  const sam = await aGuest(browser, server, board, { name: 'Sam' })
  const jo = await aGuest(browser, server, board, { name: 'Jo' })
  return { sam, jo }
}

const plate = (page: Page, title: string): Locator =>
  page
    .locator('[data-shape-type="sheet"]')
    .filter({ has: page.getByRole('heading', { name: title, exact: true, includeHidden: true }) })

/** Goes to a plate, so that all of it is in sight. */
async function goToPlate(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Platen', exact: true }).click()
  await page.getByRole('button', { name: `Ga naar ${title}`, exact: true }).click()
  await plate(page, title).locator('svg').first().waitFor()
}

/** Whether each plate with places prints the party's name. */
const printedOn = (page: Page, name: string): Promise<boolean[]> =>
  Promise.all(WITH_PLACES.map(async (title) => ((await plate(page, title).textContent()) ?? '').includes(name)))

async function addParty(page: Page, name: string, region: string): Promise<void> {
  await openDossier(page, 'Partijen')
  await page.getByRole('button', { name: /^(Partij toevoegen|Eerste partij)$/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Partij toevoegen' })
  await dialog.getByLabel('Welke partij?').selectOption({ label: name })
  await dialog.getByLabel('In welk vak?').selectOption({ label: region })
  await dialog.getByRole('button', { name: 'Leg neer' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Looks at which a thing has to stand in one place: a travelling view is between two frames at some. */
const LOOKS = 15

/** Where something stands once the view has come to rest. */
async function restingBox(thing: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  let before = ''
  let still = 0
  return until(async () => {
    const box = await thing.boundingBox()
    const now = JSON.stringify(box)
    still = now === before ? still + 1 : 0
    before = now
    if (box === null || still < LOOKS) throw new Error('not at rest')
    return box
  })
}

/** Drags a card on the stakeholder map into the ring round the hub. */
async function dragToCore(page: Page, name: string): Promise<void> {
  await goToPlate(page, 'Wie doet mee?')
  const write = page.getByRole('button', { name: 'Schrijf: Opgave of bewoner', includeHidden: true })
  const hub = await restingBox(page.locator('[data-shape-type="region"]').filter({ has: write }))
  const card = await restingBox(onCanvas(page, name))
  // The hub is 384 units wide; the ring begins at 192 units from the middle and ends at 452.
  const to = { x: hub.x + hub.width / 2 - (320 * hub.width) / 384, y: hub.y + hub.height / 2 }
  await drag(page, onCanvas(page, name), { x: to.x - card.x - card.width / 2, y: to.y - card.y - card.height / 3 })
}

test('a party that is entered once is on every plate, under the name and in the place that anybody gives it', async () => {
  const { sam, jo } = await samAndJo()
  await addParty(sam.page, 'GGZ', 'Wie doet mee? · Tweede ring · Casus')
  for (const { page } of [sam, jo])
    await until(async () => expect(await printedOn(page, 'GGZ')).toEqual([true, true, true]))

  await openDossier(jo.page, 'Partijen')
  await jo.page.getByRole('button', { name: 'Wijzig GGZ' }).click()
  const dialog = jo.page.getByRole('dialog', { name: 'GGZ' })
  await dialog.getByLabel('Naam').fill('Parnassia')
  await dialog.getByRole('radio', { name: 'helpende hand' }).check()
  await dialog.getByRole('checkbox', { name: /Professioneel/ }).check()
  await dialog.getByRole('button', { name: 'Bewaar' }).click()
  for (const { page } of [sam, jo])
    await until(async () =>
      expect([await printedOn(page, 'Parnassia'), await printedOn(page, 'GGZ')]).toEqual([
        [true, true, true],
        [false, false, false],
      ]),
    )

  // What lies in the core of one plate is shown in the core of the other, on both screens.
  const inTheCore = (page: Page) =>
    page
      .locator('[data-shape-type="region"]')
      .filter({ has: page.getByText(/^Kerncoalitie/) })
      .getByRole('button', { name: 'Parnassia, ligt op Wie doet mee?. Ga erheen.' })
  await dragToCore(sam.page, 'Parnassia')
  await until(async () => expect(await dossierWords(sam.page, 'Partijen')).toContain('Kern 1'))
  await saysSaved(sam.page)
  const [party] = (await dossierFor(sam.page)).parties
  expect(party).toMatchObject({ name: 'Parnassia', core: true, ring: 'kern', levels: ['professioneel'] })
  for (const { page } of [sam, jo]) {
    await goToPlate(page, 'Drie domeinen')
    await inTheCore(page).waitFor()
  }
  expect(await dossierWords(jo.page, 'Antwoorden')).toContain('Hoort hier ook Parnassia')

  // Each takes back what they did themselves, and then nothing of it is left.
  await sam.page.keyboard.press('Control+z')
  await until(async () => expect(await dossierWords(sam.page, 'Partijen')).toContain('Tweede ring 1'))
  await jo.page.keyboard.press('Control+z')
  await until(async () => expect(await printedOn(sam.page, 'GGZ')).toEqual([true, true, true]))
  await sam.page.keyboard.press('Control+z')
  for (const { page } of [sam, jo])
    await until(async () => expect(await printedOn(page, 'GGZ')).toEqual([false, false, false]))
  expect((await dossierFor(sam.page)).parties).toEqual([])
  expect([...sam.faults, ...jo.faults]).toEqual([])
})

test('taking a party from the table says what goes, and can be undone', async () => {
  const { sam, jo } = await samAndJo()
  await addParty(sam.page, 'GGZ', 'Wie doet mee? · Kernpartners · Casus')
  await until(async () => expect(await printedOn(sam.page, 'GGZ')).toEqual([true, true, true]))
  await layNote(sam.page, 'Minder wachten', 'Belangen op tafel · GGZ: Collectief')
  await onCanvas(jo.page, 'Minder wachten').waitFor({ state: 'attached' })

  await openDossier(sam.page, 'Partijen')
  await sam.page.getByRole('button', { name: 'Wijzig GGZ' }).click()
  await sam.page.getByRole('button', { name: 'Van tafel halen' }).click()
  const dialog = sam.page.getByRole('dialog', { name: 'GGZ van tafel halen?' })
  expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual([
    '1 kaart van deze partij',
    'de plek van deze partij op 3 platen',
    '1 kaartje dat op die plek ligt',
  ])
  await dialog.getByRole('button', { name: 'Haal van tafel' }).click()
  await until(async () => expect(await printedOn(jo.page, 'GGZ')).toEqual([false, false, false]))
  await onCanvas(jo.page, 'Minder wachten').waitFor({ state: 'detached' })

  await sam.page.getByRole('button', { name: 'Zet terug' }).click()
  await until(async () => expect(await printedOn(jo.page, 'GGZ')).toEqual([true, true, true]))
  await saysSaved(sam.page)
  const { regions } = await dossierFor(jo.page)
  const answers = regions.filter(({ answers }) => answers.length > 0)
  expect(answers.map(({ label, answers }) => [label.nl, answers.map(({ text }) => text)])).toEqual([
    ['Collectief', ['Minder wachten']],
  ])
})
