import type { Locator, Page } from 'playwright-core'

/** Acts and sights at a table as a person has them, in Dutch, found by role and name. */

export interface Seat {
  name?: string
  /** As it stands in the list. */
  party?: string
}

/** From home: chooses plates, names the table and waits until it is laid. */
export async function layTable(page: Page, { title, plates }: { title: string; plates: string[] }): Promise<void> {
  await page.goto('/')
  for (const box of await page.getByRole('group', { name: /platen/ }).getByRole('checkbox').all()) {
    const name = await box.evaluate((input) => input.closest('label')?.textContent ?? '')
    await box.setChecked(plates.includes(name.replaceAll('\u00ad', '').trim()))
  }
  await page.getByLabel('Hoe heet uw tafel?').fill(title)
  await page.getByRole('button', { name: 'Dek de tafel' }).click()
}

/** Answers the two questions at the door and waits for the canvas. */
export async function sitDown(page: Page, { name, party }: Seat = {}): Promise<void> {
  if (name !== undefined) await page.getByLabel('Hoe noemen we u?').fill(name)
  if (party !== undefined) await page.getByLabel('Voor welke partij zit u hier?').selectOption({ label: party })
  await page.getByRole('button', { name: 'Ga zitten' }).click()
  await canvas(page).waitFor()
}

export const canvas = (page: Page): Locator => page.getByRole('application')

export const isSaved = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Opgeslagen', exact: true }).waitFor()

/** The region's option in a list, whatever plate it is on: lists say "plate · region". */
const choose = async (list: Locator, region: string | undefined) => {
  if (region !== undefined) await list.selectOption({ label: region })
}

/** With the keyboard: K, the text, the region. */
export async function layNote(page: Page, text: string, region?: string): Promise<void> {
  await page.getByRole('button', { name: 'Kaartje' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Nieuw kaartje' })
  await dialog.getByLabel('Wat wilt u zeggen?').fill(text)
  await choose(dialog.getByLabel('In welk vak?'), region)
  await dialog.getByRole('button', { name: 'Leg neer' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Opens a tab of the dossier: in the rail, on narrow screens by way of the pill. */
export async function openDossier(page: Page, tab: 'Antwoorden' | 'Partijen'): Promise<void> {
  const pill = page.getByRole('button', { name: 'Dossier', exact: true })
  if (await pill.isVisible()) await pill.click()
  const button = page.getByRole('toolbar', { name: 'Dossier' }).getByRole('button', { name: tab }).last()
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click()
}

export async function layParty(page: Page, party: string, region?: string): Promise<void> {
  await page.getByRole('button', { name: /^(Partij toevoegen|Eerste partij)$/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Partij toevoegen' })
  await dialog.getByLabel('Welke partij?').selectOption({ label: party })
  await choose(dialog.getByLabel('In welk vak?'), region)
  await dialog.getByRole('button', { name: 'Leg neer' }).click()
  await dialog.waitFor({ state: 'hidden' })
}
