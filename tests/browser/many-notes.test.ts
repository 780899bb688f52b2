import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { recordsMap, writeRecords } from '../../shared/records/doc.ts'
import { noteBox } from '../../shared/records/note.ts'
import { NOTE_KINDS } from '../../shared/records/note-kind.ts'
import { benchNotes, placeOfNote } from '../support/busy-table/notes.ts'
import { aBoard, aServer, sit, type TestBoard } from '../support/server.ts'
import { aStockClient, type StockClient, until } from '../support/sockets.ts'
import { canvasOf, recordsFor, viewOf } from './support/at-table.ts'
import { aBrowser } from './support/browser.ts'
import { aGuest } from './support/seats.ts'
import { boardArea, spotOf } from './support/sight.ts'

const browser = await aBrowser()

const PAPER = '#fff3bf'
/** More than are drawn as elements. */
const MANY = 320
/** Beside the last row, where nothing lies. */
const FREE = placeOfNote(MANY + 1, MANY)

interface Table {
  page: Page
  board: TestBoard
  /** Another, who works by program. */
  other: StockClient
  notes: ReturnType<typeof benchNotes>
}

/** Somebody at a table with very many notes of all kinds, all in sight. */
async function aFullTable(count = MANY): Promise<Table> {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'participant')
  const other = aStockClient(server, board.id, token)
  await other.synced()
  const notes = benchNotes(count).map((note, at) => ({ ...note, meta: { kind: NOTE_KINDS[at % NOTE_KINDS.length] } }))
  writeRecords(other.doc, notes)
  const { doc } = aStockClient(server, board.id, token)
  await until(() => expect(notes.every(({ id }) => recordsMap(doc).has(id))).toBe(true))
  const { page } = await aGuest(browser, server, board)
  await picture(page, count)
  await viewOf(page)
  return { page, board, other, notes }
}

/** Waits until the picture shows so many notes. */
const picture = (page: Page, count: number) => page.locator(`canvas[data-notes="${count}"]`).waitFor()
const elements = (page: Page) => page.locator('[data-shape-type="note"]')

/** Where a point of the page is in the window. */
const inWindow = async (page: Page, point: { x: number; y: number }) => {
  const { x, y } = await boardArea(page)
  return await page
    .locator('.tl-html-layer')
    .first()
    .evaluate(
      (layer, point) => {
        const { a, e, f } = new DOMMatrix((layer as HTMLElement).style.transform)
        return { x: point.origin.x + point.x * a + e, y: point.origin.y + point.y * a + f }
      },
      { ...point, origin: { x, y } },
    )
}

const middleOf = ({ x, y, props }: Table['notes'][number]) => ({
  x: x + noteBox(props).w / 2,
  y: y + noteBox(props).h - 15,
})

/** Whether there is paper at a point of the page. */
async function isPaperAt(page: Page, point: { x: number; y: number }): Promise<boolean> {
  const { x, y } = await inWindow(page, point)
  return (await spotOf(page, PAPER, { x: Math.round(x) - 1, y: Math.round(y) - 1, width: 2, height: 2 })) !== null
}

test('very many notes are one picture, whose words screen readers find', async () => {
  const { page, notes } = await aFullTable()
  expect(await elements(page).count()).toBe(0)
  for (const note of [notes[0], notes[100], notes[MANY - 1]]) {
    expect(note && (await isPaperAt(page, middleOf(note)))).toBe(true)
  }
  await until(async () => expect(await page.locator('canvas li').count()).toBe(MANY))
  expect(await page.locator('canvas li').first().textContent()).toBe('Te weinig plek (0)')
  expect(await page.locator('canvas li').nth(2).textContent()).toMatch(/, Feit$/)
})

test('the picture looks as the notes do', async () => {
  const { page, other, notes } = await aFullTable()
  const clip = { ...(await boardArea(page)), height: 300 }
  /** Seen so small that it does not matter on which half pixel a letter stands. */
  const pixels = async () => {
    const png = await page.screenshot({ clip })
    const small = sharp(png).resize({ width: Math.round(clip.width / 4) })
    return await small.removeAlpha().raw().toBuffer()
  }
  const pictured = await pixels()
  other.doc.transact(() => {
    for (const { id } of notes.slice(290)) recordsMap(other.doc).delete(id)
  })
  await until(async () => expect(await elements(page).count()).toBe(290))
  const shown = await pixels()
  let off = 0
  for (const [at, light] of shown.entries()) off += Math.abs(light - (pictured[at] ?? 0))
  const average = off / shown.length
  expect(average, `${average} of 255 off`).toBeLessThan(3)
})

test('a note of the picture is selected, moved and written in as any other', async () => {
  const { page, board, notes } = await aFullTable()
  const [, note] = notes
  if (!note) throw new Error('no note')
  const from = await inWindow(page, middleOf(note))
  const far = middleOf({ ...note, ...FREE })
  const to = await inWindow(page, far)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 8 })
  await elements(page).and(page.locator('[data-shape-id="shape:n1"]')).waitFor()
  await page.mouse.up()
  await canvasOf(page).press('Escape')
  await picture(page, MANY)
  expect(await elements(page).count()).toBe(0)
  expect(await isPaperAt(page, far)).toBe(true)
  expect(await isPaperAt(page, middleOf(note))).toBe(false)

  await page.mouse.dblclick(to.x, to.y)
  await elements(page).getByRole('textbox').waitFor()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Een huis')
  await canvasOf(page).press('Escape')
  await canvasOf(page).press('Escape')
  await until(async () => {
    const moved = (await recordsFor(page)).find(({ id }) => id === 'shape:n1')
    expect(JSON.stringify(moved)).toContain('Een huis')
  })
  expect(board.id).not.toBe('')
})

test('what others do to a note of the picture is seen', async () => {
  const { page, other, notes } = await aFullTable()
  const [moved, gone] = [notes[0], notes[2]]
  if (!moved || !gone) throw new Error('no notes')
  other.doc.transact(() => {
    recordsMap(other.doc).get(moved.id)?.set('at', [FREE.x, FREE.y, moved.parentId, moved.index])
    recordsMap(other.doc).delete(gone.id)
  })
  await picture(page, MANY - 1)
  await until(async () => {
    expect(await isPaperAt(page, middleOf(moved))).toBe(false)
    expect(await isPaperAt(page, middleOf({ ...moved, ...FREE }))).toBe(true)
    expect(await isPaperAt(page, middleOf(gone))).toBe(false)
  })
})

test('who comes near sees elements, and who goes away again a picture', async () => {
  const { page } = await aFullTable()
  const { x, y, width, height } = await boardArea(page)
  await page.mouse.move(x + width / 2, y + height / 2)
  const zoom = async (way: 1 | -1) => {
    await page.keyboard.down('Control')
    for (let step = 0; step < 8; step++) await page.mouse.wheel(0, -100 * way)
    await page.keyboard.up('Control')
  }
  await zoom(1)
  await until(async () => expect(await elements(page).count()).toBeGreaterThan(0))
  expect(await page.locator('canvas[data-notes]').count()).toBe(0)
  expect(await elements(page).count()).toBeLessThan(MANY)
  await zoom(-1)
  await picture(page, MANY)
})
