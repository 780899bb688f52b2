import type { BrowserContext } from 'playwright-core'
import { expect, test } from 'vitest'
import { aBoard, aServer } from '../support/server.ts'
import { until } from '../support/sockets.ts'
import { aBrowser } from './support/browser.ts'
import { aGuest, type Seat } from './support/seats.ts'

const browser = await aBrowser()

async function aGallery({ onContext }: Pick<Seat, 'onContext'> = {}) {
  const server = await aServer()
  const board = await aBoard(server, { templates: [] })
  const { page } = await aGuest(browser, server, board, { role: 'facilitator', name: 'Sam', onContext })
  await page.getByRole('button', { name: 'Platen' }).click()
  await page.getByRole('button', { name: 'Leg een plaat neer' }).click()
  const gallery = page.getByRole('dialog', { name: 'Kies een plaat' })
  await gallery.getByRole('list').first().waitFor()
  const names = () => gallery.locator('.gallery-name').allTextContents()
  return { page, gallery, names }
}

test('a plate is found by words of either language, by the step of the route, and by the way of meeting', async () => {
  const { gallery, names } = await aGallery()
  const all = await names()
  const search = gallery.getByRole('searchbox', { name: 'Zoek een plaat' })
  await search.fill('vulnerabilities')
  await until(async () => expect(await names()).toContain('De opgave'))
  expect((await names()).length).toBeLessThan(all.length)
  await search.fill('')
  await gallery.getByRole('button', { name: /^4 Wie doet mee/ }).click()
  await until(async () => expect(await names()).toContain('Wie doet mee?'))
  expect(await names()).not.toContain('De opgave')
  await search.fill('zoiets staat nergens')
  await gallery.getByText('Geen plaat gevonden').waitFor()
})

test('a plate for residents is laid with pictures, which say what its words say', async () => {
  const { page, gallery } = await aGallery()
  await gallery.getByRole('button', { name: /^Dromen en ideeën ophalen/ }).click()
  const about = gallery.getByRole('region', { name: 'Dromen en ideeën ophalen' })
  await about.getByRole('link', { name: 'Pictogrammen: OpenMoji, CC BY-SA 4.0' }).waitFor()
  await about.getByRole('button', { name: 'Leg op tafel' }).click()
  const plate = page.locator('.tl-canvas svg.plate')
  await plate.locator('[data-pictogram="happy"] circle').first().waitFor()
  await plate.getByText('Pictogrammen: OpenMoji, CC BY-SA 4.0').waitFor()
  const shown = await plate
    .locator('[data-pictogram]')
    .evaluateAll((pictures) => pictures.map((each) => each.dataset.pictogram))
  expect(shown).toEqual(['rainbow', 'happy', 'dream', 'me', 'people'])
  // Those who listen hear the region; the picture adds nothing to that.
  await page.getByText('Wat gaat hier goed?. Waar wordt u blij van?').first().waitFor({ state: 'attached' })
  expect(await page.getByRole('img', { name: /OpenMoji|happy|blij/ }).count()).toBe(0)
})

test('where the pictures do not come, icons stand in their place', async () => {
  const asked: string[] = []
  const onContext = (context: BrowserContext) =>
    context.route(/\/openmoji-.*\.js$/, (route) => {
      asked.push(route.request().url())
      return route.abort()
    })
  const { gallery } = await aGallery({ onContext })
  await gallery.getByRole('button', { name: /^Dromen en ideeën ophalen/ }).click()
  const plate = gallery.locator('.gallery-figure svg.plate')
  await until(async () => expect(asked).not.toEqual([]))
  await plate.locator('svg.lucide-smile').waitFor()
  expect(await plate.locator('[data-pictogram]').count()).toBe(0)
})

test('what a plate is for can be read before it is laid', async () => {
  const { page, gallery } = await aGallery()
  await gallery.getByRole('button', { name: /^Wie doet mee\?/ }).click()
  const about = gallery.getByRole('region', { name: 'Wie doet mee?' })
  await about.getByText('45–60 minuten, 4–14 mensen').waitFor()
  await about.getByText(/Kansrijk samenwerken.*Reconstructie/).waitFor()
  await about.getByText(/^Vult ook: .*Drie domeinen/).waitFor()
  await about.getByRole('button', { name: 'Leg op tafel' }).click()
  await page.getByText('Wie doet mee? ligt op tafel.').first().waitFor()
  await page.locator('svg.plate').first().waitFor()
})
