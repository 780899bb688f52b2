import { expect, test } from 'vitest'
import { writeRecords } from '../../shared/records/doc.ts'
import type { BoardRecord } from '../../shared/records/schema.ts'
import { aNote, aRegion, aSheet } from '../support/records.ts'
import { aBoard, aServer, sit } from '../support/server.ts'
import { aStockClient, until } from '../support/sockets.ts'
import { aBrowser } from './support/browser.ts'
import { aGuest } from './support/seats.ts'

const browser = await aBrowser()

test('a plate from a newer version is a frame with the names of its fields, and its notes are there', async () => {
  const server = await aServer()
  const board = await aBoard(server, { templates: [] })
  const { token } = await sit(server, board, 'facilitator')
  const other = aStockClient(server, board.id, token)
  await other.synced()
  const sheet = aSheet('later', { template: 'from-a-later-release', index: 'a1' })
  const region = aRegion(sheet, 'vak', { x: 60, y: 200, label: { nl: 'Nieuw vak', en: 'New field' } })
  const note = aNote('n1', { text: 'Blijft liggen', at: [260, 400], index: 'a2' })
  writeRecords(other.doc, [sheet, region, note] as unknown as BoardRecord[])

  const { page, faults } = await aGuest(browser, server, board, { name: 'Jo' })
  await page.getByRole('heading', { name: 'Een plaat uit een nieuwere versie' }).waitFor()
  await page.getByText('Blijft liggen').first().waitFor()
  await until(async () => expect(await page.locator('svg.plate').textContent()).toContain('Nieuw vak'))
  // The server does not know it either, which the browser notes.
  expect(faults).toEqual([expect.stringMatching(/404.*\/api\/v1\/templates\/from-a-later-release$/)])
})
