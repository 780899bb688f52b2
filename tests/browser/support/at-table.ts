import type { Locator, Page } from 'playwright-core'
import { until } from '../../support/sockets.ts'

/** Acts and sights at a table as a person has them, in Dutch, found by role and name. */

interface NewTable {
  title: string
  plates: readonly string[]
  /** The organiser's key, where the server wants one. */
  key?: string
}

/** From home: chooses plates, names the table and waits for its door. */
export async function layTable(page: Page, { title, plates, key }: NewTable): Promise<void> {
  await page.goto('/')
  const choices = page.getByRole('group', {
    name: 'Kies 1 of meer platen, of een lege tafel. Aan tafel zijn er nog veel meer.',
  })
  await choices.getByRole('checkbox', { name: 'Lege tafel' }).check()
  for (const plate of plates) await choices.getByRole('checkbox', { name: plate }).check()
  await page.getByLabel('Hoe heet uw tafel?').fill(title)
  const lay = page.getByRole('button', { name: 'Dek de tafel' })
  await lay.click()
  if (key !== undefined) {
    await page.getByLabel('Sleutel').fill(key)
    await lay.click()
  }
  await page.getByRole('heading', { name: title }).waitFor()
}

/** Answers the two questions at the door and waits for the canvas. */
export async function sitDown(page: Page, { name, party }: { name?: string; party?: string } = {}): Promise<void> {
  if (name !== undefined) await page.getByLabel('Hoe noemen we u?').fill(name)
  if (party !== undefined) await page.getByLabel('Voor welke partij zit u hier?').selectOption({ label: party })
  await page.getByRole('button', { name: 'Ga zitten' }).click()
  await canvasOf(page).waitFor()
}

export const canvasOf = (page: Page): Locator => page.getByRole('application', { name: 'Bord' })

/** Waits until the badge says that everything is on the server's disk. */
export const saysSaved = (page: Page): Promise<void> => saysOfSaving(page, 'Opgeslagen')

export const saysOfSaving = (page: Page, words: string): Promise<void> =>
  page.getByRole('button', { name: words, exact: true }).waitFor({ timeout: 15_000 })

/** Writes a note in the dialog that the keyboard opens, and lays it in a region named `plate · region`. */
export async function layNote(page: Page, text: string, region?: string): Promise<void> {
  await page.getByRole('button', { name: 'Kaartje', exact: true }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Nieuw kaartje' })
  await dialog.getByLabel('Wat wilt u zeggen?').fill(text)
  if (region !== undefined) await dialog.getByLabel('In welk vak?').selectOption({ label: region })
  await dialog.getByRole('button', { name: 'Leg neer' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Opens a tab of the dossier: in the rail at the side, on a phone by way of the pill. */
export async function openDossier(page: Page, tab: 'Antwoorden' | 'Partijen'): Promise<void> {
  const pill = page.getByRole('button', { name: 'Dossier', exact: true })
  if (await pill.isVisible()) await pill.click()
  const button = page
    .getByRole('toolbar', { name: 'Dossier' })
    .filter({ visible: true })
    .getByRole('button', { name: tab })
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click()
}

/** Closes the dossier where it covers the board, as on a phone. */
export async function closeDossier(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sluit', exact: true }).click()
}

/** Lays a party's card. The tab with the parties must be open. */
export async function layParty(page: Page, party: string, region: string): Promise<void> {
  await page.getByRole('button', { name: 'Partij toevoegen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Partij toevoegen' })
  await dialog.getByLabel('Welke partij?').selectOption({ label: party })
  await dialog.getByLabel('In welk vak?').selectOption({ label: region })
  await dialog.getByRole('button', { name: 'Leg neer' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Writes the sentence that all plates share. The tab with the answers must be open. */
export async function writeSentence(page: Page, region: string, text: string): Promise<void> {
  await page
    .getByRole('button', { name: `Schrijf de zin: ${region}`, exact: true })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: region })
  await dialog.getByRole('textbox').fill(text)
  await dialog.getByRole('button', { name: 'Bewaar' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** A note or card on the canvas, by the words on it. */
export const onCanvas = (page: Page, words: string): Locator =>
  page.locator('[data-shape-type="note"], [data-shape-type="card"]').filter({ hasText: words })

/** Where a note or card lies, as the screen has it. */
export const placeOf = (page: Page, words: string): Promise<string> =>
  onCanvas(page, words).evaluate((thing) => (thing as HTMLElement).style.transform)

/** Opens a note for writing, with the caret behind its last letter. */
export async function openNote(page: Page, words: string): Promise<void> {
  await onCanvas(page, words).dblclick()
  await onCanvas(page, words).getByRole('textbox').waitFor()
  await page.keyboard.press('Control+End')
}

/** Takes a note or card off the table with the keys. */
export async function takeAway(page: Page, words: string): Promise<void> {
  // What is selected already would open at a click.
  await page.getByRole('application').press('Escape')
  await onCanvas(page, words).click()
  await page.keyboard.press('Delete')
  await onCanvas(page, words).waitFor({ state: 'detached' })
}

/** What lies on a screen: every note and card with its words and place on the page. */
export const thingsOnScreen = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-shape-type="note"], [data-shape-type="card"]')]
      .map((thing) => {
        // The words of a note stand there more than once while it is selected or open.
        const words = thing.querySelector('.tl-rich-text') ?? thing
        return `${thing.dataset.shapeId} ${thing.style.transform} ${(words.textContent ?? '').replace(/\s+/g, '')}`
      })
      .sort(),
  )

export interface ReadRegion {
  slot: string
  label: { nl: string }
  sentence: string | null
  answers: { text: string; party: string | null; kind: string }[]
  parties: string[]
}
export interface ReadDossier {
  regions: ReadRegion[]
  parties: {
    name: string
    ring: string | null
    domains: string[]
    core: boolean
    missing: boolean
    levels: string[]
    notes: number
  }[]
  loose: { text: string; kind: string }[]
}

/** The dossier as the server tells it to who sits at this table. */
export const dossierFor = (page: Page): Promise<ReadDossier> => readFor(page, 'dossier')

export interface ReadRecord {
  id: string
  typeName: string
  type?: string
  meta?: Record<string, unknown>
}

/** All records of the table, as the server tells them. */
export const recordsFor = async (page: Page): Promise<ReadRecord[]> =>
  (await readFor<{ records: ReadRecord[] }>(page, 'records')).records

async function readFor<T>(page: Page, what: 'dossier' | 'records'): Promise<T> {
  const id = new URL(page.url()).pathname.split('/')[2]
  const response = await page.request.get(`/api/v1/boards/${id}/${what}`)
  if (!response.ok()) throw new Error(`${what}: ${response.status()}`)
  return await response.json()
}

/** The words of the tab of the dossier that is open. */
export async function dossierWords(page: Page, tab: 'Antwoorden' | 'Partijen'): Promise<string> {
  await openDossier(page, tab)
  const part = page.getByRole('complementary', { name: 'Dossier' }).or(page.getByRole('dialog', { name: 'Dossier' }))
  return (await part.locator('.dossier-body').innerText()).replace(/\s+/g, ' ')
}

/** Drags from one point of the window to another, as a hand does: in steps. */
export async function drag(page: Page, from: Locator, by: { x: number; y: number }): Promise<void> {
  const box = await from.boundingBox()
  if (box === null) throw new Error('nothing to drag')
  const start = { x: box.x + box.width / 2, y: box.y + box.height / 3 }
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + by.x / 2, start.y + by.y / 2, { steps: 5 })
  await page.mouse.move(start.x + by.x, start.y + by.y, { steps: 5 })
  await page.mouse.up()
}

/** Waits until all screens show the same things. */
export const showTheSame = (pages: readonly Page[]): Promise<void> =>
  until(async () => {
    const screens = await Promise.all(pages.map(thingsOnScreen))
    const [first] = screens
    for (const screen of screens) {
      if (JSON.stringify(screen) !== JSON.stringify(first))
        throw new Error(`screens differ:\n${difference(first, screen)}`)
    }
  }, 20_000)

const difference = (first: readonly string[] = [], second: readonly string[] = []): string =>
  [
    ...first.filter((line) => !second.includes(line)).map((line) => `- ${line}`),
    ...second.filter((line) => !first.includes(line)).map((line) => `+ ${line}`),
  ].join('\n')

/** A camera that has not moved for so many frames is at rest. */
const RESTS_FRAMES = 12

/** Which part of the table a screen shows once its camera rests, as the canvas has it. */
export const viewOf = (page: Page): Promise<string> =>
  page.evaluate(
    (restsFrames) =>
      new Promise<string>((resolve) => {
        let view = ''
        let same = 0
        const look = () => {
          const now = document.querySelector<HTMLElement>('.tl-html-layer')?.style.transform ?? ''
          same = now === view ? same + 1 : 0
          view = now
          if (same === restsFrames) resolve(view)
          else requestAnimationFrame(look)
        }
        look()
      }),
    RESTS_FRAMES,
  )

/** Pairs of notes of which one hides the other. */
export const covered = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    // On the page, not on the screen: what is out of view has no place there.
    const notes = [...document.querySelectorAll<HTMLElement>('[data-shape-type="note"]')].map((note) => {
      const { e: x, f: y } = new DOMMatrix(note.style.transform)
      return { x, y, w: Number.parseFloat(note.style.width), h: Number.parseFloat(note.style.height), note }
    })
    return notes.flatMap((a, at) =>
      notes
        .slice(at + 1)
        .filter((b) => Math.abs(a.x - b.x) < a.w / 2 && Math.abs(a.y - b.y) < a.h / 2)
        .map((b) => `${a.note.textContent} / ${b.note.textContent}`),
    )
  })
