import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { LIMITS } from '../../shared/limits.ts'
import { writeRecords } from '../../shared/records/doc.ts'
import { Frame } from '../../shared/sync/messages.ts'
import { INK_2 } from '../../shared/templates/hues.ts'
import { benchNotes } from '../support/busy-table/notes.ts'
import { aCard, aParty } from '../support/records.ts'
import { aBoard, aServer, sit, type TestBoard, type TestServer } from '../support/server.ts'
import { aStockClient, type StockClient, until } from '../support/sockets.ts'
import {
  canvasOf,
  layNote,
  onCanvas,
  placeOf,
  recordsFor,
  saysSaved,
  showTheSame,
  thingsOnScreen,
} from './support/at-table.ts'
import { aBrowser, type Visitor } from './support/browser.ts'
import { courseOf, watchCourse } from './support/course.ts'
import { aGuest } from './support/seats.ts'
import { boardArea, boxOf, spotOf } from './support/sight.ts'

const browser = await aBrowser()

/** A tick of a drag, with the frame round it. */
const MOST_BYTES = 110
const MOST_TICKS_A_SECOND = 20
/** More than are drawn as elements. */
const MANY = 320
/** What is shown of a gesture of which nothing more is heard. */
const SILENT_MS = 2_000

interface Table {
  server: TestServer
  board: TestBoard
  sam: Visitor
  jo: Visitor
}

/** Two at one table that was empty when they came, with a note that Sam has laid. */
async function samAndJo(words = 'Een huis'): Promise<Table> {
  const server = await aServer()
  const board = await aBoard(server)
  const sam = await aGuest(browser, server, board, { name: 'Sam', party: 'gemeente' })
  const jo = await aGuest(browser, server, board, { name: 'Jo', party: 'woningcorporatie' })
  await layNote(sam.page, words)
  await saysSaved(sam.page)
  await onCanvas(jo.page, words).waitFor()
  await canvasOf(sam.page).press('Escape')
  return { server, board, sam, jo }
}

/** Takes something in the hand and holds it. */
async function takeUp(page: Page, words: string): Promise<{ x: number; y: number }> {
  const { x, y } = await boxOf(onCanvas(page, words))
  await page.mouse.move(x + 40, y + 15)
  await page.mouse.down()
  return { x: x + 40, y: y + 15 }
}

/** Moves what is in the hand in even steps, a frame each. */
async function carry(page: Page, from: { x: number; y: number }, by: { x: number; y: number }, steps: number) {
  for (let step = 1; step <= steps; step += 1) {
    await page.mouse.move(from.x + (by.x * step) / steps, from.y + (by.y * step) / steps)
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
}

const noteIn = async (page: Page) => {
  const note = (await recordsFor(page)).find(({ type }) => type === 'note')
  if (!note) throw new Error('no note')
  return note as typeof note & { x: number; y: number }
}

test('while one drags, the other sees it move all the way, and the note ends where it was let go', async () => {
  const { sam, jo } = await samAndJo()
  const before = await placeOf(sam.page, 'Een huis')
  await watchCourse(sam.page, 'Een huis')
  const hold = await takeUp(jo.page, 'Een huis')
  await carry(jo.page, hold, { x: 300, y: 120 }, 90)
  await jo.page.mouse.up()
  await until(async () => expect(await placeOf(sam.page, 'Een huis')).toBe(await placeOf(jo.page, 'Een huis')))
  const course = await courseOf(sam.page)
  expect(course.length).toBeGreaterThan(30)
  // It never goes back on its way, as it would between a preview and a commit.
  const xs = course.map(({ x }) => x)
  expect(xs).toEqual(xs.toSorted((a, b) => a - b))
  expect(course[0]?.place).toBe(before)
  await saysSaved(jo.page)
  await showTheSame([sam.page, jo.page])
  expect([...sam.faults, ...jo.faults]).toEqual([])
})

test('a drag costs little: few bytes a tick, few ticks a second, and what is held is told once', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const sam = await aGuest(browser, server, board, { name: 'Sam van der Meer', party: 'gemeente' })
  await layNote(sam.page, 'Een huis')
  await saysSaved(sam.page)
  await canvasOf(sam.page).press('Escape')
  const { x, y } = await boxOf(onCanvas(sam.page, 'Een huis'))
  const { told, start } = await hearFrames(sam, board)
  await sam.page.mouse.move(x + 40, y + 15)
  await sam.page.mouse.down()
  await sam.page.mouse.move(x + 60, y + 30, { steps: 5 })
  await saysSaved(sam.page)
  start()
  const began = performance.now()
  await carry(sam.page, { x: x + 60, y: y + 30 }, { x: 300, y: 120 }, 90)
  const seconds = (performance.now() - began) / 1_000
  const ticks = told()
  expect(ticks.length).toBeGreaterThan(10)
  expect(ticks.length).toBeLessThanOrEqual(Math.ceil(seconds * MOST_TICKS_A_SECOND) + 1)
  expect(Math.max(...ticks)).toBeLessThanOrEqual(MOST_BYTES)
  await sam.page.mouse.up()
})

/** The sizes of the frames of awareness that somebody alone at the table sends after `start`, who comes in anew for it. */
async function hearFrames(visitor: Visitor, board: TestBoard) {
  const sizes: number[] = []
  visitor.page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => {
      if (typeof payload !== 'string' && payload[0] === Frame.awareness) sizes.push(payload.length)
    })
  })
  await visitor.page.goto(`/t/${board.id}`)
  await onCanvas(visitor.page, 'Een huis').waitFor()
  return {
    told: () => sizes,
    start: () => {
      sizes.length = 0
    },
  }
}

test('nothing of a preview is kept: the records, the dossier and undo know the commits only', async () => {
  const { server, board, sam } = await samAndJo()
  const ghost = await aGhost(server, board)
  const before = await noteIn(sam.page)
  const shown = await thingsOnScreen(sam.page)
  ghost.keepHolding([before.id], [before.x + 300, before.y])
  await until(async () => expect(await thingsOnScreen(sam.page)).not.toEqual(shown))
  // Sam changes the same note meanwhile: what is told of it is what Sam did, not where the ghost has it.
  await onCanvas(sam.page, 'Een huis').dblclick()
  await onCanvas(sam.page, 'Een huis').getByRole('textbox').waitFor()
  await sam.page.keyboard.type(' is nog')
  await sam.page.keyboard.press('Escape')
  await saysSaved(sam.page)
  await until(async () => expect(JSON.stringify(await noteIn(sam.page))).toContain('is nog'))
  const after = await noteIn(sam.page)
  expect([after.x, after.y]).toEqual([before.x, before.y])
  await sam.page.keyboard.press('Control+z')
  await saysSaved(sam.page)
  const undone = await noteIn(sam.page)
  expect([undone.x, undone.y]).toEqual([before.x, before.y])
  // All the while it was seen in the ghost's hand.
  expect((await pointOf(sam.page, 'Een huis')).x).toBeGreaterThan(before.x + 250)
  expect(sam.faults).toEqual([])
})

test('of a hand that falls silent nothing is left after two seconds; of one that goes, nothing at once', async () => {
  const { server, board, sam } = await samAndJo()
  const ghost = await aGhost(server, board)
  const { id, x, y } = await noteIn(sam.page)
  const home = await placeOf(sam.page, 'Een huis')
  const isHome = async () => expect(await placeOf(sam.page, 'Een huis')).toBe(home)
  const isAway = async () => expect(await placeOf(sam.page, 'Een huis')).not.toBe(home)
  ghost.hold([id], [x + 200, y])
  await until(isAway)
  const moved = performance.now()
  await until(isHome)
  expect(performance.now() - moved).toBeGreaterThan(SILENT_MS / 2)
  expect(performance.now() - moved).toBeLessThan(SILENT_MS * 2)

  ghost.hold([id], [x + 200, y + 100])
  await until(isAway)
  const left = performance.now()
  ghost.client.provider.destroy()
  await until(isHome)
  expect(performance.now() - left).toBeLessThan(SILENT_MS / 2)
})

test('a tab that is closed in the middle of a drag leaves the note where it was committed, for everybody', async () => {
  const { sam, jo } = await samAndJo()
  const hold = await takeUp(jo.page, 'Een huis')
  await carry(jo.page, hold, { x: 200, y: 60 }, 20)
  await jo.page.close()
  await sam.page.getByRole('button', { name: '1 persoon aan tafel' }).waitFor()
  await until(async () => expect(await pointOf(sam.page, 'Een huis')).toEqual(await committedPoint(sam.page)))
  expect(await onCanvas(sam.page, 'Een huis').locator('[data-lifted="true"]').count()).toBe(0)
  expect(sam.faults).toEqual([])
})

const rounded = ({ x, y }: { x: number; y: number }) => ({ x: Math.round(x), y: Math.round(y) })

/** Where a note is drawn on the page, and where the server has it. */
const pointOf = async (page: Page, words: string) =>
  rounded(
    await onCanvas(page, words).evaluate((note) => {
      const { e: x, f: y } = new DOMMatrix((note as HTMLElement).style.transform)
      return { x, y }
    }),
  )
const committedPoint = async (page: Page) => rounded(await noteIn(page))

test('what is in my own hand stays there, whatever another says of it', async () => {
  const { server, board, sam } = await samAndJo()
  const ghost = await aGhost(server, board)
  const { id, x, y } = await noteIn(sam.page)
  const hold = await takeUp(sam.page, 'Een huis')
  await carry(sam.page, hold, { x: 100, y: 0 }, 5)
  const mine = await placeOf(sam.page, 'Een huis')
  ghost.keepHolding([id], [x - 400, y])
  await ghost.isHeardBy(sam.page)
  expect(await placeOf(sam.page, 'Een huis')).toBe(mine)
  await carry(sam.page, { x: hold.x + 100, y: hold.y }, { x: 50, y: 0 }, 5)
  await sam.page.mouse.up()
  await saysSaved(sam.page)
  const { x: end } = await noteIn(sam.page)
  expect(end).toBeGreaterThan(x)
})

test('who asked for less motion sees a note jump from tick to tick', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const sam = await aGuest(browser, server, board, { name: 'Sam', reducedMotion: 'reduce' })
  await layNote(sam.page, 'Een huis')
  await saysSaved(sam.page)
  const { id, x, y } = await noteIn(sam.page)
  const ghost = await aGhost(server, board)
  await watchCourse(sam.page, 'Een huis')
  ghost.hold([id], [x + 200, y])
  // A step on the way would stay in the list; the last one is in it a frame after it is seen.
  await until(async () => expect((await courseOf(sam.page)).map((step) => Math.round(step.x - x))).toEqual([0, 200]))
  expect((await pointOf(sam.page, 'Een huis')).x).toBe(Math.round(x + 200))
})

test('what another turns or resizes is seen turned and resized, and an arrow follows the note that it points to', async () => {
  const { server, board, sam, jo } = await samAndJo()
  await jo.page.mouse.move(300, 300)
  await jo.page.keyboard.press('r')
  await jo.page.mouse.down()
  await jo.page.mouse.move(400, 380, { steps: 4 })
  await jo.page.mouse.up()
  const { x, y } = await boxOf(onCanvas(jo.page, 'Een huis'))
  await jo.page.keyboard.press('a')
  await jo.page.mouse.move(x - 200, y)
  await jo.page.mouse.down()
  await jo.page.mouse.move(x + 30, y + 20, { steps: 6 })
  await jo.page.mouse.up()
  await saysSaved(jo.page)
  const [geo, arrow] = ['geo', 'arrow'].map((type) => sam.page.locator(`[data-shape-type="${type}"]`))
  if (!geo || !arrow) throw new Error('no shapes')
  await geo.waitFor()
  await arrow.waitFor({ state: 'attached' })
  const records = await recordsFor(sam.page)
  const shape = records.find(({ type }) => type === 'geo') as unknown as { id: string; x: number; y: number }
  const before = await boxOf(geo)
  const ghost = await aGhost(server, board)
  ghost.hold([shape.id], [shape.x, shape.y, 0, 250, 80])
  await until(async () => expect((await boxOf(geo)).width / before.width).toBeCloseTo(2.5, 1))
  ghost.hold([shape.id], [shape.x, shape.y, Math.PI / 2])
  await until(async () => {
    const turned = await boxOf(geo)
    expect([turned.width, turned.height]).toEqual([expect.closeTo(before.height, 0), expect.closeTo(before.width, 0)])
  })
  const drawn = () => arrow.innerHTML()
  const arrowBefore = await drawn()
  const note = await noteIn(sam.page)
  ghost.hold([note.id], [note.x + 150, note.y])
  await until(async () => expect(await drawn()).not.toBe(arrowBefore))
  ghost.client.provider.destroy()
  await until(async () => expect(await drawn()).toBe(arrowBefore))
  expect([...sam.faults, ...jo.faults]).toEqual([])
})

test('on a table with very many notes too, what another holds is seen where the hand has it', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const ghost = await aGhost(server, board)
  const notes = benchNotes(MANY)
  const party = aParty('gemeente')
  const card = aCard('card', party.id, { at: [-300, 100] })
  writeRecords(ghost.client.doc, [party, card, ...notes])
  const sam = await aGuest(browser, server, board, { name: 'Sam' })
  await sam.page.locator(`canvas[data-notes="${MANY}"]`).waitFor()
  const seen = sam.page.locator('[data-shape-type="card"]')
  const place = () => seen.evaluate((thing) => new DOMMatrix((thing as HTMLElement).style.transform).e)
  expect(await place()).toBe(card.x)
  const [note] = notes
  if (!note) throw new Error('no note')
  ghost.keepHolding([card.id, note.id], [card.x - 200, card.y])
  await until(async () => expect(await place()).toBeCloseTo(card.x - 200, -1))
  // A note that is held is lifted out of the picture.
  const lifted = sam.page.locator('[data-shape-type="note"]')
  await lifted.waitFor()
  expect(await lifted.evaluate((thing) => new DOMMatrix((thing as HTMLElement).style.transform).e)).toBeCloseTo(
    note.x - 200,
    -1,
  )
  ghost.client.provider.destroy()
  await lifted.waitFor({ state: 'detached' })
  expect(await place()).toBe(card.x)
  expect(sam.faults).toEqual([])
})

test.each<[string, (id: string) => { grip?: unknown; g?: unknown }]>([
  ['what is not there', () => ({ grip: { n: 1, ids: ['shape:nobody'] }, g: { n: 1, at: [0, 0] } })],
  ['a place that is none', (id) => ({ grip: { n: 1, ids: [id] }, g: { n: 1, at: [null, 'x'] } })],
  [
    'the whole table',
    (id) => ({ grip: { n: 1, ids: Array(LIMITS.peoplePerBoard).fill(id) }, g: { n: 1, at: [0, 0] } }),
  ],
  ['another gesture', (id) => ({ grip: { n: 1, ids: [id] }, g: { n: 2, at: [0, 0] } })],
  ['a name of a selector', () => ({ grip: { n: 1, ids: ['shape:"] *, [x="'] }, g: { n: 1, at: [0, 0] } })],
])('who says to hold %s moves nothing and breaks nothing', async (_, told) => {
  const { server, board, sam } = await samAndJo()
  const ghost = await aGhost(server, board)
  const { id } = await noteIn(sam.page)
  const before = await thingsOnScreen(sam.page)
  ghost.tell(told(id))
  await ghost.isHeardBy(sam.page)
  expect(await thingsOnScreen(sam.page)).toEqual(before)
  expect(sam.faults).toEqual([])
})

test('a plate that lies fixed stays, whoever says to hold it', async () => {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const sam = await aGuest(browser, server, board, { name: 'Sam' })
  const sheet = (await recordsFor(sam.page)).find(({ type }) => type === 'sheet')
  const drawn = sam.page.locator('[data-shape-type="sheet"]')
  const place = () => drawn.evaluate((element) => (element as HTMLElement).style.transform)
  const before = await place()
  const ghost = await aGhost(server, board)
  ghost.hold([sheet?.id ?? ''], [900, 900])
  await ghost.isHeardBy(sam.page)
  expect(await place()).toBe(before)
})

interface Ghost {
  client: StockClient
  tell(state: Record<string, unknown>): void
  hold(ids: string[], at: number[]): void
  /** Holds on to the end of the test, with a hand that trembles. */
  keepHolding(ids: string[], at: number[]): void
  /** Waits until all that was told has arrived on a screen. */
  isHeardBy(page: Page): Promise<void>
}

/** Somebody who is a program, and tells over awareness whatever it likes. */
async function aGhost(server: TestServer, board: TestBoard): Promise<Ghost> {
  const seat = await sit(server, board, 'participant')
  const client = aStockClient(server, board.id, seat.token)
  await client.synced()
  const { awareness } = client.provider
  const who = { id: seat.participantId, name: null, party: null }
  let n = 0
  let state: Record<string, unknown> = { who }
  const tell = (part: Record<string, unknown>) => {
    state = { ...state, ...part }
    awareness.setLocalState(state)
  }
  return {
    client,
    tell,
    hold(ids, at) {
      n += 1
      tell({ grip: { n, ids }, g: { n, at } })
    },
    keepHolding(ids, [x = 0, y = 0]) {
      n += 1
      let step = 0
      const tick = () => tell({ grip: { n, ids }, g: { n, at: [x + (step++ % 2), y] } })
      const ticking = setInterval(tick, SILENT_MS / 8)
      onTestFinished(() => clearInterval(ticking))
      tick()
    },
    async isHeardBy(page) {
      // Told on the same line by another client, as a pointer, which is seen.
      const witness = new Awareness(new Y.Doc())
      onTestFinished(() => witness.destroy())
      witness.setLocalState({ who, pointer: { x: 60, y: 60 } })
      applyAwarenessUpdate(awareness, encodeAwarenessUpdate(witness, [witness.clientID]), witness)
      await until(async () => expect(await spotOf(page, INK_2, await boardArea(page))).not.toBeNull())
    },
  }
}

test('a line that another draws grows before it is committed, and is the same line when it is', async () => {
  const { sam, jo } = await samAndJo()
  await jo.page.keyboard.press('d')
  const area = { x: 300, y: 600, width: 400, height: 60 }
  const ink = '#1d1d1d'
  await jo.page.mouse.move(320, 630)
  await jo.page.mouse.down()
  await carry(jo.page, { x: 320, y: 630 }, { x: 120, y: 0 }, 12)
  // It is seen as far as it is drawn, and no shape of it is on the table yet.
  await until(async () => expect((await spotOf(sam.page, ink, area))?.width).toBeGreaterThan(110))
  await carry(jo.page, { x: 440, y: 630 }, { x: 200, y: 0 }, 20)
  await until(async () => expect((await spotOf(sam.page, ink, area))?.width).toBeGreaterThan(300))
  await jo.page.mouse.up()
  // Out of the way, or the own pointer would cover the end.
  await jo.page.mouse.move(320, 300)
  await saysSaved(jo.page)
  await sam.page.locator('[data-shape-type="draw"]').waitFor()
  await until(async () => {
    const [hers, his] = [await spotOf(sam.page, ink, area), await spotOf(jo.page, ink, area)]
    expect(hers).toEqual(his)
  })
  expect([...sam.faults, ...jo.faults]).toEqual([])
})
