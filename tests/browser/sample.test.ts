import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aServer } from '../support/server.ts'
import {
  canvasOf,
  covered,
  dossierFor,
  layNote,
  onCanvas,
  openDossier,
  saysSaved,
  sitDown,
} from './support/at-table.ts'
import { axeFindings } from './support/axe.ts'
import { aBrowser, aVisitor } from './support/browser.ts'
import { savePicture } from './support/pictures.ts'

const browser = await aBrowser()
const SAYS = 'Dit is een voorbeeld. U kunt alles bekijken, niets wijzigen.'

async function openSample(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: 'Bekijk een voorbeeld' }).click()
  await canvasOf(page).waitFor()
  await page.getByRole('status').filter({ hasText: SAYS }).waitFor()
}

async function copy(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Maak er een eigen tafel van' }).click()
  const dialog = page.getByRole('dialog', { name: 'Maak er een eigen tafel van' })
  await dialog.getByRole('button', { name: 'Maak de tafel' }).click()
  await dialog.getByText('Geef de tafel een naam').waitFor()
  await dialog.getByLabel('Hoe heet uw tafel?').fill(title)
  await dialog.getByRole('button', { name: 'Maak de tafel' }).click()
  await page.getByRole('heading', { name: title }).waitFor()
}

test('from home to the sample, a look around, a copy, and a change to that', async () => {
  const server = await aServer()
  const { page, faults } = await aVisitor(browser, server.url)
  await openSample(page)
  expect(await axeFindings(page)).toEqual([])

  await page.getByRole('button', { name: 'Platen' }).click()
  await page.getByRole('button', { name: 'Ga naar Drie domeinen' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await onCanvas(page, 'Ik wil mijn hond houden').waitFor()
  await savePicture(page, 'sample')
  await openDossier(page, 'Antwoorden')
  await page.getByRole('button', { name: 'Een sleutel is nog geen thuis' }).click()
  await onCanvas(page, 'Een sleutel is nog geen thuis').waitFor()
  expect(await covered(page)).toEqual([])

  // Nothing can be changed: not by the buttons, and not by the keys.
  expect(await page.getByRole('button', { name: 'Delen' }).count()).toBe(0)
  const sample = await dossierFor(page)
  await page.keyboard.press('Delete')
  await onCanvas(page, 'Een sleutel is nog geen thuis').waitFor()
  expect(sample.regions.flatMap(({ answers }) => answers.map(({ text }) => text))).toContain(
    'Een sleutel is nog geen thuis',
  )

  await copy(page, 'Thuis in onze stad')
  await sitDown(page, { name: 'Sam' })
  expect((await dossierFor(page)).regions).toEqual(sample.regions)
  await layNote(page, 'Dit is van ons', 'De opgave · Krachten')
  await saysSaved(page)
  await onCanvas(page, 'Dit is van ons').waitFor()

  // Home remembers the copy and not the sample, which is as it was.
  await page.goto('/')
  const recent = page.getByRole('region', { name: 'Onlangs op dit apparaat' })
  await recent.getByText('Thuis in onze stad').waitFor()
  expect(await recent.getByRole('listitem').count()).toBe(1)
  await openSample(page)
  expect(await dossierFor(page)).toEqual(sample)
  // The way in asks first whether there is a seat already.
  expect(faults.filter((fault) => !fault.includes('401'))).toEqual([])
})

test('on a phone, in English, with a server that asks for a key', async () => {
  const server = await aServer({ config: { isLoopback: false, organiserKey: 'a-key-of-many-words' } })
  const { page } = await aVisitor(browser, server.url, { screen: 'phone', locale: 'en' })
  await page.goto('/')
  await page.getByRole('link', { name: 'Look at an example' }).click()
  await page.getByRole('application').waitFor()
  await page.getByText('This is an example. You can look at everything and change nothing.').waitFor()
  const button = page.getByRole('button', { name: 'Make it a table of your own' })
  // The words above the button have the whole width: the banner leaves the table most of the screen.
  const banner = await page.locator('.save-banner').boundingBox()
  expect(banner?.height).toBeLessThan(140)
  await button.click()
  const dialog = page.getByRole('dialog', { name: 'Make it a table of your own' })
  await dialog.getByLabel('What is your table called?').fill('Our own')
  await dialog.getByRole('button', { name: 'Make the table' }).click()
  await dialog.getByLabel('Key').fill('a-key-of-many-words')
  await dialog.getByRole('button', { name: 'Make the table' }).click()
  await page.getByRole('heading', { name: 'Our own' }).waitFor()
  await page.getByRole('button', { name: 'Take a seat' }).click()
  await page.getByRole('application').waitFor()
  await page.getByRole('button', { name: 'Saved', exact: true }).waitFor()
  expect((await dossierFor(page)).parties.map(({ name }) => name)).toContain('City of Waterstad')
})
