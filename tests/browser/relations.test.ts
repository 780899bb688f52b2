import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { ParticipantsMay } from '../../shared/participants-may.ts'
import { writeRecords } from '../../shared/records/doc.ts'
import type { BoardRecord } from '../../shared/records/schema.ts'
import { aCard, aNote, aParty, aRelation } from '../support/records.ts'
import { aBoard, aServer, ask, sit } from '../support/server.ts'
import { aStockClient, until } from '../support/sockets.ts'
import { dossierWords, onCanvas, openDossier, recordsFor, saysSaved } from './support/at-table.ts'
import { axeFindings } from './support/axe.ts'
import { aBrowser } from './support/browser.ts'
import { aGuest, type Seat } from './support/seats.ts'

const browser = await aBrowser()

const [gemeente, corporatie] = [aParty('gemeente'), aParty('woningcorporatie')]
/** Beside each other in one field, or under each other in the middle of the plate, which is what a phone shows. */
const cardsAt = (one: readonly [number, number], other: readonly [number, number]) => [
  gemeente,
  corporatie,
  aCard('gemeente', gemeente.id, { at: one, index: 'a3' }),
  aCard('corporatie', corporatie.id, { at: other, index: 'a4' }),
]
const IN_A_FIELD = cardsAt([340, 620], [860, 620])
const IN_THE_MIDDLE = cardsAt([1192, 740], [1192, 1060])
const NOTE = aNote('note', { at: [340, 420], text: 'Huur op tijd betaald', index: 'a5' })

/** A table with a plate and what is given, and a way to its seats. */
async function aTableWith(records: Parameters<typeof writeRecords>[1]) {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const stock = aStockClient(server, board.id, (await sit(server, board, 'participant')).token)
  await stock.synced()
  writeRecords(stock.doc, records)
  const { token } = await sit(server, board, 'facilitator')
  return {
    setMay: (participantsMay: ParticipantsMay) =>
      ask(server, 'PATCH', `/api/v1/boards/${board.id}`, { token, body: { participantsMay } }),
    guest: async (seat: Seat) => {
      const visitor = await aGuest(browser, server, board, seat)
      await saysSaved(visitor.page)
      await onCanvas(visitor.page, 'Gemeente').waitFor()
      return visitor
    },
  }
}

const barOf = (page: Page): Locator => page.getByRole('region', { name: 'Verband' })
/** What a screen reader finds on the canvas of a relation. */
const says = (page: Page, sentence: string): Locator =>
  page.getByRole('application').getByText(sentence, { exact: true })
const legendOf = (page: Page): Locator => page.locator('.relation-legend')

async function middleOf(thing: Locator) {
  const box = await thing.boundingBox()
  if (!box) throw new Error('not on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Draws an arrow with tldraw's own tool. */
async function drawArrow(page: Page, from: Locator, to: Locator): Promise<void> {
  await page.getByTestId('tools.arrow').click()
  const [start, end] = [await middleOf(from), await middleOf(to)]
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move((start.x + end.x) / 2, end.y + 20, { steps: 4 })
  await page.mouse.move(end.x, end.y, { steps: 4 })
  await page.mouse.up()
}

test('an arrow drawn between two cards becomes what is chosen, on every screen, and undo makes it plain again', async () => {
  const { guest } = await aTableWith(IN_A_FIELD)
  const [sam, jo] = [await guest({ name: 'Sam' }), await guest({ name: 'Jo' })]
  await drawArrow(sam.page, onCanvas(sam.page, 'Gemeente'), onCanvas(sam.page, 'corporatie'))
  await barOf(sam.page).getByRole('button', { name: 'wringt' }).click()

  const sentence = 'Gemeente wringt met Woningcorporatie'
  await says(jo.page, sentence).waitFor({ state: 'attached' })
  await legendOf(jo.page).getByText('wringt').waitFor()
  expect(await legendOf(jo.page).getByText('levert aan').count()).toBe(0)
  await saysSaved(sam.page)
  const arrowOf = async () =>
    (await recordsFor(sam.page)).find(({ typeName, type }) => typeName === 'shape' && type === 'arrow')
  expect(await arrowOf()).toMatchObject({ meta: { relation: 'clashes' }, props: { color: 'black' } })
  expect(await dossierWords(jo.page, 'Partijen')).toContain('wringt met Woningcorporatie')

  await sam.page.keyboard.press('Control+z')
  await says(jo.page, sentence).waitFor({ state: 'detached' })
  await legendOf(jo.page).waitFor({ state: 'detached' })
  await until(async () => expect((await arrowOf())?.meta).toEqual({ by: expect.any(String) }))
  expect([...sam.faults, ...jo.faults]).toEqual([])
})

test('with the keys alone a card is joined with a note, and the relation turned round', async () => {
  const { guest } = await aTableWith([...IN_A_FIELD, NOTE])
  const { page, faults } = await guest({ name: 'Sam' })
  await onCanvas(page, 'Gemeente').click()
  await page.keyboard.press('F6')
  const bar = barOf(page)
  await until(async () => expect(await bar.getByRole('button', { name: 'Verbind' }).evaluate(isFocused)).toBe(true))
  await page.keyboard.press('Enter')
  await bar.getByRole('button', { name: 'schept voorwaarden' }).press('Enter')
  const list = bar.getByRole('combobox', { name: 'Of kies uit de lijst' })
  await until(async () => expect(await list.evaluate(isFocused)).toBe(true))
  await list.selectOption({ label: 'Huur op tijd betaald' })
  await says(page, 'Gemeente schept voorwaarden voor Huur op tijd betaald').waitFor({ state: 'attached' })

  await bar.getByRole('button', { name: 'Keer om' }).press('Enter')
  await says(page, 'Huur op tijd betaald schept voorwaarden voor Gemeente').waitFor({ state: 'attached' })
  await page.keyboard.press('Control+z')
  await says(page, 'Gemeente schept voorwaarden voor Huur op tijd betaald').waitFor({ state: 'attached' })
  expect(faults).toEqual([])
})

const isFocused = (element: Element): boolean => element === document.activeElement

test('on a phone a card is tapped, then what it does, then the other card', async () => {
  const { guest } = await aTableWith(IN_THE_MIDDLE)
  const { page, faults } = await guest({ name: 'Sam', screen: 'phone' })
  await onCanvas(page, 'Gemeente').tap()
  const bar = barOf(page)
  await bar.getByRole('button', { name: 'Verbind' }).tap()
  const screen = page.viewportSize()
  const box = await bar.boundingBox()
  expect(box && screen && box.x >= 0 && box.x + box.width <= screen.width && box.y >= 0).toBe(true)
  await bar.getByRole('button', { name: 'levert aan' }).tap()
  await bar.getByText('Tik op de andere kaart').waitFor()
  await onCanvas(page, 'corporatie').tap()
  await says(page, 'Gemeente levert aan Woningcorporatie').waitFor({ state: 'attached' })
  expect(faults).toEqual([])
})

test('when a card is taken away its arrow stays behind as a plain one', async () => {
  const { guest } = await aTableWith([...IN_A_FIELD, ...aRelation('arrow', 'mandates', 'gemeente', 'corporatie')])
  const [sam, jo] = [await guest({ name: 'Sam' }), await guest({ name: 'Jo' })]
  const sentence = 'Gemeente geeft mandaat aan Woningcorporatie'
  await says(jo.page, sentence).waitFor({ state: 'attached' })
  await onCanvas(sam.page, 'corporatie').click()
  await sam.page.keyboard.press('Delete')
  await says(jo.page, sentence).waitFor({ state: 'detached' })
  await jo.page.locator('[data-shape-type="arrow"]').waitFor()
  await sam.page.keyboard.press('Control+z')
  await says(jo.page, sentence).waitFor({ state: 'attached' })
  expect([...sam.faults, ...jo.faults]).toEqual([])
})

test('axe finds nothing on a relation, on the choice of its kind, or in the dossier beside it', async () => {
  const { guest } = await aTableWith([...IN_A_FIELD, ...aRelation('arrow', 'teaches', 'gemeente', 'corporatie')])
  const { page } = await guest({ name: 'Sam' })
  await openDossier(page, 'Partijen')
  await page.getByRole('list', { name: 'Verbanden' }).first().waitFor()
  await page.locator('[data-shape-type="arrow"] circle').click({ force: true })
  await barOf(page).getByRole('button', { name: 'Verband: levert leerervaring. Wijzig' }).click()
  await barOf(page).getByRole('button', { name: 'gewone pijl' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
})

test('who may change only their own is not asked about the arrows of others', async () => {
  const { guest, setMay } = await aTableWith([
    ...IN_A_FIELD,
    ...aRelation('arrow', 'teaches', 'gemeente', 'corporatie'),
  ])
  await setMay('own')
  const { page } = await guest({ name: 'Sam' })
  await onCanvas(page, 'Gemeente').click()
  await barOf(page).getByRole('button', { name: 'Verbind' }).waitFor()
  await page.locator('[data-shape-type="arrow"] circle').click({ force: true })
  await barOf(page).waitFor({ state: 'detached' })
})

test('its disc can be pressed, also where it lies over a note', async () => {
  const under = aNote('under', { at: [600, 620], text: 'Hieronder', index: 'a4' })
  const [arrow, ...ties] = aRelation('arrow', 'mandates', 'gemeente', 'corporatie')
  const { guest } = await aTableWith([...IN_A_FIELD, under, { ...arrow, index: 'a6' } as BoardRecord, ...ties])
  const { page } = await guest({ name: 'Sam' })
  const disc = await page.locator('[data-shape-type="arrow"] circle').boundingBox()
  if (!disc) throw new Error('no disc')
  await page.mouse.click(disc.x + disc.width / 2, disc.y + disc.height * 0.15)
  await barOf(page).getByRole('button', { name: 'Verband: geeft mandaat. Wijzig' }).waitFor()
})
