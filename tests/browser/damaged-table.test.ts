import { expect, test } from 'vitest'
import { aBoard, aServer } from '../support/server.ts'
import { until } from '../support/sockets.ts'
import { rowsOf, spoilRow } from '../support/spoil.ts'
import { layNote, onCanvas, saysSaved } from './support/at-table.ts'
import { aBrowser } from './support/browser.ts'
import { unsentRows } from './support/copies.ts'
import { aGuest, openTable } from './support/seats.ts'

const browser = await aBrowser()

const WORDS = 'Een deel van deze tafel is op de server beschadigd geraakt.'

test('DUR5 a table of which the server has lost a part says so, and the device that still has it brings it back', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const sam = await aGuest(browser, server, board, { name: 'Sam' })
  await layNote(sam.page, 'Lekkage in de gang')
  await saysSaved(sam.page)
  const before = rowsOf(server.dataDir, board.id).length
  await layNote(sam.page, 'Schimmel achter de kast')
  await saysSaved(sam.page)
  await until(async () => expect(await unsentRows(sam.page)).toBe(0))
  await sam.page.goto('about:blank')
  await server.close()
  const lost = rowsOf(server.dataDir, board.id)[before]
  spoilRow(server.dataDir, lost?.seq ?? 0, new Uint8Array([1]))

  const again = await aServer({ dataDir: server.dataDir, config: { port: Number(new URL(server.url).port) } })
  expect(again.url).toBe(server.url)
  const jo = await aGuest(browser, again, board, { name: 'Jo' })
  const warning = jo.page.getByRole('status').getByText(WORDS)
  await warning.waitFor()
  await onCanvas(jo.page, 'Lekkage in de gang').waitFor()
  expect(await onCanvas(jo.page, 'Schimmel achter de kast').count()).toBe(0)

  await openTable(sam.page, board)
  // It may lie beside what Jo looks at.
  await onCanvas(jo.page, 'Schimmel achter de kast').waitFor({ state: 'attached' })
  await jo.page.getByRole('status').filter({ hasText: WORDS }).getByRole('button', { name: 'Sluiten' }).click()
  await warning.waitFor({ state: 'detached' })
  await openTable(jo.page, board)
  await onCanvas(jo.page, 'Schimmel achter de kast').waitFor()
  expect(await warning.count()).toBe(0)
  expect([sam.faults, jo.faults]).toEqual([[], []])
})
