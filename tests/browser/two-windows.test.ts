import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { aBoard, aServer, sit } from '../support/server.ts'
import { aStockClient, until } from '../support/sockets.ts'
import { layNote, onCanvas, saysOfSaving, saysSaved, showTheSame } from './support/at-table.ts'
import { aBrowser } from './support/browser.ts'
import { unsentRows } from './support/copies.ts'
import { aGuest, openTable } from './support/seats.ts'

const browser = await aBrowser()

const OFFLINE = 'Offline, bewaard op dit apparaat'

test('two windows of one person share a copy, and each tells the truth about its own work', async () => {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const stock = aStockClient(server, board.id, (await sit(server, board, 'participant')).token)
  await stock.synced()
  const before = new Set(Y.decodeStateVector(Y.encodeStateVector(stock.doc)).keys())
  const { context, page: one } = await aGuest(browser, server, board, { name: 'Sam' })
  const two = await context.newPage()
  await openTable(two, board)
  await Promise.all([saysSaved(one), saysSaved(two)])

  await context.setOffline(true)
  await Promise.all([saysOfSaving(one, OFFLINE), saysOfSaving(two, OFFLINE)])
  await layNote(one, 'Uit het ene venster')
  await layNote(two, 'Uit het andere venster')
  expect(await unsentRows(one)).toBeGreaterThanOrEqual(2)
  // One window goes before it could send anything: what it did is in the copy, and nobody else's to confirm.
  await one.close()
  await context.setOffline(false)
  await saysSaved(two)
  await until(() => expect(stock.doc.getMap('r').size).toBeGreaterThan(0))
  await onCanvas(two, 'Uit het andere venster').waitFor()
  expect(await unsentRows(two)).toBeGreaterThanOrEqual(1)
  expect(await onCanvas(two, 'Uit het ene venster').count()).toBe(0)

  const again = await context.newPage()
  await openTable(again, board)
  await onCanvas(again, 'Uit het ene venster').waitFor()
  await saysSaved(again)
  await onCanvas(two, 'Uit het ene venster').waitFor()
  await until(async () => expect(await unsentRows(two)).toBe(0))
  await showTheSame([two, again])

  // What each window wrote bears a client id of its own.
  await until(() => {
    const writers = [...Y.decodeStateVector(Y.encodeStateVector(stock.doc)).keys()].filter((id) => !before.has(id))
    expect(new Set(writers).size).toBeGreaterThanOrEqual(2)
  })
})

test('work of two windows at once all arrives, and both say so', async () => {
  const server = await aServer()
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const { context, page: one } = await aGuest(browser, server, board, { name: 'Sam' })
  const two = await context.newPage()
  await openTable(two, board)
  await context.setOffline(true)
  await Promise.all([saysOfSaving(one, OFFLINE), saysOfSaving(two, OFFLINE)])
  for (const at of [1, 2, 3]) {
    await layNote(one, `Een ${at}`)
    await layNote(two, `Twee ${at}`)
  }
  await context.setOffline(false)
  await Promise.all([saysSaved(one), saysSaved(two)])
  for (const at of [1, 2, 3]) {
    await onCanvas(two, `Een ${at}`).waitFor()
    await onCanvas(one, `Twee ${at}`).waitFor()
  }
  await until(async () => expect(await unsentRows(one)).toBe(0))
  await showTheSame([one, two])
})
