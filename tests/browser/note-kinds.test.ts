import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { TOOLBAR_SELECTOR } from '../../client/canvas/toolbar-selector.ts'
import { aBoard, aServer, ask, sit } from '../support/server.ts'
import { until } from '../support/sockets.ts'
import {
  canvasOf,
  closeDossier,
  dossierFor,
  drag,
  layNote,
  onCanvas,
  openDossier,
  recordsFor,
  saysSaved,
} from './support/at-table.ts'
import { aBrowser, type VisitorOptions } from './support/browser.ts'
import { aGuest } from './support/seats.ts'

const browser = await aBrowser()

/** A table with the opgave circle, and a way to sit down at it. */
async function theCircle() {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const join = (screen: VisitorOptions['screen'], name = 'Sam') =>
    aGuest(browser, server, board, { name, party: 'gemeente', screen })
  return { server, board, join }
}

const barOf = (page: Page): Locator => page.getByRole('group', { name: /^Soort van/ })
const chip = (page: Page, name: string): Locator => barOf(page).getByRole('button', { name, exact: true })
const saysKind = (page: Page, words: string, kind: string) => onCanvas(page, words).filter({ hasText: kind }).waitFor()
/** The line round what is chosen on this screen, not on another's. */
const chosenHere = (page: Page): Locator =>
  page.locator('.tl-overlays__item:not(.tl-collaborator__shape-indicator) .laid-chosen')
const isPressed = async (button: Locator) => (await button.getAttribute('aria-pressed')) === 'true'
const metaOf = async (page: Page) => (await recordsFor(page)).find(({ type }) => type === 'note')?.meta

/** Whether two things on the screen lie free of each other. */
async function liesFree(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = await Promise.all([one.boundingBox(), other.boundingBox()])
  if (!a || !b) throw new Error('not on the screen')
  return a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
}

test('a note is what its place asks for; one tap makes it something else for everybody, and undo takes that back', async () => {
  const { join } = await theCircle()
  const sam = await join('laptop')
  const jo = await join('laptop', 'Jo')
  await layNote(sam.page, 'Eenzaam in het begin', 'De opgave · Kwetsbaarheden')
  await saysKind(sam.page, 'Eenzaam', 'Kwetsbaar')
  await saysKind(jo.page, 'Eenzaam', 'Kwetsbaar')
  await until(async () => expect(await isPressed(chip(sam.page, 'Kwetsbaar'))).toBe(true))
  await saysSaved(sam.page)
  expect(await metaOf(sam.page)).not.toHaveProperty('kind')
  for (const other of [onCanvas(sam.page, 'Eenzaam'), sam.page.locator(TOOLBAR_SELECTOR)])
    expect(await liesFree(barOf(sam.page), other)).toBe(true)

  await chip(sam.page, 'Feit').click()
  await saysKind(sam.page, 'Eenzaam', 'Feit')
  expect(await isPressed(chip(sam.page, 'Feit'))).toBe(true)
  await saysKind(jo.page, 'Eenzaam', 'Feit')

  await sam.page.keyboard.press('Control+z')
  await saysKind(sam.page, 'Eenzaam', 'Kwetsbaar')
  await saysKind(jo.page, 'Eenzaam', 'Kwetsbaar')
  await saysSaved(sam.page)
  expect(await metaOf(sam.page)).not.toHaveProperty('kind')

  // What its place asks for is no choice: the note goes on to follow its place.
  await chip(sam.page, 'Vraag').click()
  await saysKind(jo.page, 'Eenzaam', 'Vraag')
  await chip(sam.page, 'Kwetsbaar').click()
  await saysKind(jo.page, 'Eenzaam', 'Kwetsbaar')
  await saysSaved(sam.page)
  expect(await metaOf(sam.page)).not.toHaveProperty('kind')
  expect([...sam.faults, ...jo.faults]).toEqual([])
})

test('an untouched note that is moved takes the kind of its new place, a chosen one keeps its own', async () => {
  const { join } = await theCircle()
  const sam = await join('laptop')
  const { page } = sam
  await layNote(page, 'Een huis', 'De opgave · Kwetsbaarheden')
  await saysKind(page, 'Een huis', 'Kwetsbaar')
  await drag(page, onCanvas(page, 'Een huis'), { x: 0, y: 700 })
  await onCanvas(page, 'Een huis').filter({ hasNotText: 'Kwetsbaar' }).waitFor()
  await page.keyboard.press('Control+z')
  await saysKind(page, 'Een huis', 'Kwetsbaar')
  await chip(page, 'Feit').click()
  await saysKind(page, 'Een huis', 'Feit')
  await drag(page, onCanvas(page, 'Een huis'), { x: 0, y: 700 })
  await until(async () => expect((await dossierFor(page)).loose).toMatchObject([{ kind: 'fact' }]))
  await saysKind(page, 'Een huis', 'Feit')
  expect(sam.faults).toEqual([])
})

test('several notes become one kind with one tap, and one undo takes that back', async () => {
  const { join } = await theCircle()
  const sam = await join('laptop')
  const { page } = sam
  await layNote(page, 'Een huis', 'De opgave · Kwetsbaarheden')
  await layNote(page, 'Een thuis', 'De opgave · Krachten')
  const kinds = async () => (await dossierFor(page)).regions.flatMap(({ answers }) => answers.map(({ kind }) => kind))
  await until(async () => expect(await kinds()).toEqual(['strength', 'vulnerability']))
  await canvasOf(page).press('Control+a')
  const bar = page.getByRole('group', { name: 'Soort van 2 kaartjes' })
  await bar.waitFor()
  expect(await bar.getByRole('button', { pressed: true }).count()).toBe(0)
  // What one of the two places asks for is written on the other note only.
  await bar.getByRole('button', { name: 'Kracht', exact: true }).click()
  await until(async () => expect(await kinds()).toEqual(['strength', 'strength']))
  const written = async () =>
    (await recordsFor(page)).flatMap(({ type, meta }) => (type === 'note' && meta?.kind ? [meta.kind] : []))
  expect(await written()).toEqual(['strength'])
  await page.keyboard.press('Control+z')
  await until(async () => expect(await kinds()).toEqual(['strength', 'vulnerability']))
  expect(await written()).toEqual([])
  expect(sam.faults).toEqual([])
})

test('with the keys alone a note gets another kind, and more is told of it that the dossier shows', async () => {
  const { join } = await theCircle()
  const sam = await join('laptop')
  const { page } = sam
  const tabTo = async (button: Locator) => {
    await until(async () => {
      if (await button.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
      throw new Error('not there yet')
    })
  }
  await layNote(page, 'Bel de huisarts', 'De opgave · Kwetsbaarheden')
  await saysKind(page, 'huisarts', 'Kwetsbaar')
  await canvasOf(page).focus()
  await page.keyboard.press('F6')
  await until(async () => {
    if (await barOf(page).evaluate((bar) => bar.contains(document.activeElement))) return
    await page.keyboard.press('F6')
    throw new Error('not there yet')
  })
  await tabTo(chip(page, 'Meer soorten…'))
  await page.keyboard.press('Enter')
  const kinds = page.getByRole('dialog', { name: 'Welke soort kaartje?' })
  await tabTo(kinds.getByRole('button', { name: 'Actie' }))
  await page.keyboard.press('Enter')
  await kinds.waitFor({ state: 'hidden' })
  await saysKind(page, 'huisarts', 'Actie')
  await tabTo(chip(page, 'Wie en wanneer'))
  await page.keyboard.press('Enter')
  const more = page.getByRole('dialog', { name: 'Meer over dit kaartje' })
  await more.getByLabel('Wie doet dit?').fill('gemeente')
  await more.getByLabel('Wanneer is het klaar?').fill('2026-05-12')
  await page.keyboard.press('Enter')
  await more.waitFor({ state: 'hidden' })

  // Back on the canvas, one undo for all that was told at once.
  await until(async () => expect(await metaOf(page)).toMatchObject({ kind: 'action', due: '2026-05-12' }))
  expect((await metaOf(page))?.owner).toMatch(/^party:/)
  await openDossier(page, 'Antwoorden')
  await page
    .getByRole('button', { name: 'Bel de huisarts' })
    .filter({ hasText: 'Gemeente · klaar op 12 mei 2026' })
    .waitFor()
  await canvasOf(page).focus()
  await page.keyboard.press('Control+z')
  await until(async () => {
    const meta = await metaOf(page)
    expect(meta).toHaveProperty('kind', 'action')
    expect(meta).not.toHaveProperty('due')
    expect(meta).not.toHaveProperty('owner')
  })
  expect(sam.faults).toEqual([])
})

test('on a phone the bar has room beside the note and the buttons, and a finger chooses', async () => {
  const { join } = await theCircle()
  const nadia = await join('phone')
  const { page } = nadia
  await layNote(page, 'Eenzaam in het begin', 'De opgave · Kwetsbaarheden')
  await saysKind(page, 'Eenzaam', 'Kwetsbaar')
  for (const other of [
    onCanvas(page, 'Eenzaam'),
    page.locator(TOOLBAR_SELECTOR),
    page.getByRole('button', { name: 'Kaartje', exact: true }),
    page.getByRole('button', { name: 'Dossier', exact: true }),
  ])
    expect(await liesFree(barOf(page), other)).toBe(true)
  for (const button of await barOf(page).getByRole('button').all())
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)

  await chip(page, 'Meer soorten…').tap()
  const kinds = page.getByRole('dialog', { name: 'Welke soort kaartje?' })
  await kinds.getByRole('button', { name: 'Idee' }).tap()
  await saysKind(page, 'Eenzaam', 'Idee')
  await chip(page, 'Kwetsbaar').tap()
  await saysKind(page, 'Eenzaam', 'Kwetsbaar')
  await openDossier(page, 'Antwoorden')
  await page.getByRole('button', { name: 'Eenzaam in het begin' }).filter({ hasText: 'Kwetsbaar' }).waitFor()
  await closeDossier(page)
  expect(nadia.faults).toEqual([])
})

test('the foot of a note has room under one, two and six lines, and far away it has no word', async () => {
  const { join } = await theCircle()
  const sam = await join('laptop')
  const { page } = sam
  const texts = ['Een huis', 'Een huis om in te wonen', `Een huis ${'en nog een huis '.repeat(12)}`]
  for (const text of texts) await layNote(page, text, 'De opgave · Kwetsbaarheden')
  const notes = page.locator('[data-shape-type="note"]')
  await until(async () => expect(await notes.filter({ hasText: 'Kwetsbaar' }).count()).toBe(texts.length))
  await canvasOf(page).press('Escape')
  await until(async () => expect(await notes.getByRole('textbox').count()).toBe(0))
  const gaps = await notes.evaluateAll((all) =>
    all.map((note) => {
      const bottomOf = (selector: string) => note.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
      const [text, foot, paper] = ['.tl-rich-text', '.note-kind', '.note-paper'].map(bottomOf)
      return [(foot?.top ?? 0) - (text?.bottom ?? 0), (paper?.bottom ?? 0) - (foot?.bottom ?? 0)]
    }),
  )
  for (const gap of gaps.flat()) expect(gap, JSON.stringify(gaps)).toBeGreaterThan(4)

  const word = notes.first().getByText('Kwetsbaar')
  expect((await word.boundingBox())?.width).toBeGreaterThan(20)
  await page.getByRole('button', { name: /Toon alles/ }).click()
  await until(async () => expect((await word.boundingBox())?.width).toBeLessThan(2))
  expect(sam.faults).toEqual([])
})

test('who may not change a note is offered no kinds', async () => {
  const { server, board, join } = await theCircle()
  const sam = await join('laptop')
  const watcher = await aGuest(browser, server, board, { role: 'viewer', name: 'Kim' })
  await layNote(sam.page, 'Een huis', 'De opgave · Krachten')
  await saysKind(watcher.page, 'Een huis', 'Kracht')
  await openDossier(watcher.page, 'Antwoorden')
  await watcher.page.getByRole('button', { name: 'Een huis' }).click()
  await chosenHere(watcher.page).waitFor()
  expect(await barOf(watcher.page).count()).toBe(0)
  await barOf(sam.page).waitFor()

  // Nor a participant of what another laid, where each changes their own only.
  const jo = await aGuest(browser, server, board, { name: 'Jo' })
  await openDossier(jo.page, 'Antwoorden')
  await jo.page.getByRole('button', { name: 'Een huis' }).click()
  await barOf(jo.page).waitFor()
  const { token } = await sit(server, board, 'facilitator')
  await ask(server, 'PATCH', `/api/v1/boards/${board.id}`, { token, body: { participantsMay: 'own' } })
  await barOf(jo.page).waitFor({ state: 'detached' })
  await chosenHere(jo.page).waitFor()
  await barOf(sam.page).waitFor()
})
