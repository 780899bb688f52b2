import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aDataDir } from '../support/server.ts'
import { aServerProcess } from '../support/server-process.ts'
import { until } from '../support/sockets.ts'
import {
  canvasOf,
  closeDossier,
  covered,
  dossierFor,
  dossierWords,
  drag,
  layNote,
  layParty,
  layTable,
  onCanvas,
  openDossier,
  openNote,
  saysOfSaving,
  saysSaved,
  showTheSame,
  sitDown,
  thingsOnScreen,
  viewOf,
  writeSentence,
} from './support/at-table.ts'
import { aBrowser, aVisitor } from './support/browser.ts'
import { savePicture } from './support/pictures.ts'
import { NOTES, PARTIES, PLATES, QUESTIONS, SENTENCE, SUB_TASKS, TITLE } from './support/uitstroming.ts'

const browser = await aBrowser()

const ARRIVES = 10_000

test('three people build a real case, one of them by way of a broken line, and a kill takes nothing', {
  timeout: 300_000,
}, async () => {
  const dataDir = aDataDir()
  const server = aServerProcess({ DATA_DIR: dataDir })
  const url = await server.url
  const sam = await aVisitor(browser, url)
  const jo = await aVisitor(browser, url)
  const nadia = await aVisitor(browser, url, { screen: 'phone' })
  const pages = [sam.page, jo.page, nadia.page]
  const who = { sam: sam.page, jo: jo.page, nadia: nadia.page }

  // They come in: by making the table, by a link, by the code.
  await layTable(sam.page, { title: TITLE, plates: PLATES })
  await sitDown(sam.page, { name: 'Sam', party: 'Gemeente' })
  const { link, code } = await invitationOf(sam.page)
  await jo.page.goto(link)
  await sitDown(jo.page, { name: 'Jo', party: 'Woningcorporatie' })
  await nadia.page.goto(`/mee/${code}`)
  await nadia.page.getByRole('heading', { name: TITLE }).waitFor()
  await savePicture(nadia.page, 'join-phone')
  await sitDown(nadia.page, { name: 'Nadia', party: 'Zorgaanbieder' })
  for (const page of pages) await expectPeople(page, 3)

  // The shared sentence and the sub-tasks: written in one place, shown on every plate.
  await openDossier(sam.page, 'Antwoorden')
  await writeSentence(sam.page, 'De opgave', SENTENCE)
  for (const [region, text] of Object.entries(SUB_TASKS)) await writeSentence(sam.page, region, text)
  // Each plate says it twice: under its title, and in its hub or banner.
  for (const page of [sam.page, jo.page]) {
    await until(
      async () => expect(await canvasOf(page).getByText('zes maanden').count()).toBe(2 * PLATES.length),
      ARRIVES,
    )
  }

  // Parties by two, notes by three at once; the phone loses its line in the middle and goes on.
  await Promise.all(
    (['sam', 'jo'] as const).map(async (name) => {
      await openDossier(who[name], 'Partijen')
      for (const { party, region } of PARTIES.filter((each) => each.who === name)) {
        await layParty(who[name], party, region)
      }
    }),
  )
  const notesOf = (name: keyof typeof who) => NOTES.filter((note) => note.who === name)
  const lay = async (page: Page, notes: typeof NOTES) => {
    for (const { text, region } of notes) await layNote(page, text, region)
  }
  await Promise.all([
    lay(sam.page, notesOf('sam')),
    lay(jo.page, notesOf('jo')),
    (async () => {
      const [first = [], rest = []] = [notesOf('nadia').slice(0, 2), notesOf('nadia').slice(2)]
      await lay(nadia.page, first)
      await saysSaved(nadia.page)
      await nadia.context.setOffline(true)
      await saysOfSaving(nadia.page, 'Offline, bewaard op dit apparaat')
      await lay(nadia.page, rest)
      await savePicture(nadia.page, 'offline-phone')
    })(),
  ])
  await saysSaved(sam.page)
  expect(await onCanvas(sam.page, 'Minder terugval').count()).toBe(0)
  await nadia.context.setOffline(false)
  for (const page of pages) await saysSaved(page)
  await until(async () => expect(await onCanvas(sam.page, 'Minder terugval').count()).toBe(1), ARRIVES)

  // What was laid on one free place at once has found two.
  await until(async () => expect(await covered(sam.page)).toEqual([]), ARRIVES)

  // Two in one note at once, and two at one note at once.
  const typed = await bothTypeIn(sam.page, jo.page, 'Angst voor overlast')
  await bothDrag(sam.page, jo.page, 'Werk en inkomen')
  for (const page of pages) await saysSaved(page)
  await showTheSame(pages)

  // What the software has read from the places.
  const dossier = await dossierFor(sam.page)
  const answersIn = (label: string) =>
    dossier.regions
      .filter((region) => region.slot.startsWith('opgave.') && region.label.nl.replaceAll('\u00ad', '') === label)
      .flatMap((region) => region.answers.map(({ text }) => text))
  for (const question of QUESTIONS) {
    const laid = NOTES.filter(({ region }) => region === `De opgave · ${question}`).map(({ text }) => text)
    const now = laid.map((text) => (text === 'Angst voor overlast' ? typed : text))
    // Two dragged a note from here.
    if (question !== 'Domeinen') expect(answersIn(question).sort(), question).toEqual(now.sort())
  }
  expect(dossier.parties.filter(({ core }) => core).map(({ name }) => name.replaceAll('\u00ad', ''))).toEqual([
    'Gemeente',
    'Woningcorporatie',
    'Zorgaanbieder',
    'Bewoner',
  ])
  expect(dossier.parties.filter(({ missing }) => missing).map(({ name }) => name)).toEqual(['Huisarts'])
  const sentences = dossier.regions.flatMap(({ sentence }) => sentence ?? [])
  expect(sentences.filter((sentence) => sentence === SENTENCE)).toHaveLength(PLATES.length)
  expect(sentences).toEqual(expect.arrayContaining(Object.values(SUB_TASKS)))
  const words = await Promise.all(pages.map((page) => dossierWords(page, 'Antwoorden')))
  expect(new Set(words).size).toBe(1)
  expect(await dossierFor(nadia.page)).toEqual(dossier)
  await savePicture(nadia.page, 'dossier-phone')
  await closeDossier(nadia.page)

  // The server dies without a word. Everybody is told; when it is back, everything is.
  const before = await thingsOnScreen(sam.page)
  server.child.kill('SIGKILL')
  await server.ended
  for (const page of pages) await saysOfSaving(page, 'Offline, bewaard op dit apparaat')
  const again = aServerProcess({ DATA_DIR: dataDir, PORT: new URL(url).port })
  await again.url
  for (const page of pages) await saysSaved(page)
  expect(await dossierFor(sam.page)).toEqual(dossier)

  // The next day: back from the list of recent tables, on a device that has to load everything anew.
  await sam.page.goto('/')
  const recent = sam.page.getByRole('link', { name: TITLE })
  await recent.waitFor()
  await savePicture(sam.page, 'home')
  await recent.click()
  await canvasOf(sam.page).waitFor()
  await saysSaved(sam.page)
  await until(async () => expect(await thingsOnScreen(sam.page)).toEqual(before), ARRIVES)
  await takePictures(sam.page, nadia.page)

  const expected = [/401/, /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|WebSocket connection/]
  for (const { faults, strayRequests } of [sam, jo, nadia]) {
    expect(strayRequests).toEqual([])
    expect(faults.filter((fault) => !expected.some((kind) => kind.test(fault)))).toEqual([])
  }
})

/** What a facilitator passes on, read from the dialog as a person would. */
async function invitationOf(page: Page): Promise<{ link: string; code: string }> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Delen' }).click()
  const dialog = page.getByRole('dialog', { name: 'Wie schuift er aan?' })
  await dialog.getByRole('button', { name: 'Kopieer link voor deelnemer' }).click()
  await dialog.getByRole('button', { name: 'Gekopieerd: link voor deelnemer' }).waitFor()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const code = ((await dialog.getByText(/^Code:/).textContent()) ?? '').replace(/\D/g, '')
  await dialog.getByRole('button', { name: 'Sluit' }).click()
  return { link, code }
}

const expectPeople = (page: Page, count: number) =>
  page.getByRole('button', { name: `${count} mensen aan tafel` }).waitFor()

/** Both open the note and type at the same time, one before its words and one behind: neither loses a letter or its place. */
async function bothTypeIn(one: Page, other: Page, words: string): Promise<string> {
  for (const page of [one, other]) {
    await openDossier(page, 'Antwoorden')
    await page.getByRole('button', { name: words }).click()
    await openNote(page, words)
  }
  await one.keyboard.press('Control+Home')
  const [before, behind] = ['Vooral: ', ' in de straat']
  await Promise.all([one.keyboard.type(before, { delay: 25 }), other.keyboard.type(behind, { delay: 20 })])
  const textOf = (page: Page) => onCanvas(page, words).getByRole('textbox').innerText()
  const whole = before + words + behind
  await until(async () => expect(await Promise.all([one, other].map(textOf))).toEqual([whole, whole]), ARRIVES)
  for (const page of [one, other]) {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  }
  return whole
}

/** Both drag the same note at the same time; it ends in one place for everybody. */
async function bothDrag(one: Page, other: Page, words: string): Promise<void> {
  for (const page of [one, other]) {
    await openDossier(page, 'Antwoorden')
    await page.getByRole('button', { name: words }).click()
    await onCanvas(page, words).waitFor()
    await page.keyboard.press('Escape')
  }
  await Promise.all([
    drag(one, onCanvas(one, words), { x: 10, y: 150 }),
    drag(other, onCanvas(other, words), { x: 30, y: 140 }),
  ])
}

async function takePictures(laptop: Page, phone: Page): Promise<void> {
  for (const [title, name] of [
    ['De opgave', 'opgave-circle'],
    ['Drie domeinen', 'three-domains'],
    ['Wie doet mee?', 'stakeholder-map'],
  ] as const) {
    await laptop.getByRole('button', { name: 'Platen' }).click()
    await laptop.getByRole('button', { name: `Ga naar ${title}` }).click()
    await laptop.getByRole('dialog').waitFor({ state: 'hidden' })
    await savePicture(laptop, `plate-${name}`)
  }
  await openDossier(laptop, 'Partijen')
  await savePicture(laptop, 'board-stakeholder-map')
  const view = await viewOf(laptop)
  await laptop.getByRole('button', { name: 'Delen' }).click()
  await laptop.getByRole('dialog', { name: 'Wie schuift er aan?' }).waitFor()
  await savePicture(laptop, 'share')
  expect(await viewOf(laptop)).toBe(view)
  await savePicture(phone, 'board-phone')
}
