import { expect, test } from 'vitest'
import { millis } from '../../shared/ids.ts'
import { hasNote, writeNote } from '../support/layout-one.ts'
import { aSavingClient } from '../support/saving-client.ts'
import { aBoard, aDataDir, aServer, ask, sit } from '../support/server.ts'
import { aServerProcess } from '../support/server-process.ts'
import { aStockClient, until } from '../support/sockets.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
const SHIFTED = new URL('../support/shifted-clock.mjs', import.meta.url).href

async function aPair(server: { url: string }) {
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'participant')
  const [writer, reader] = [aSavingClient(server, board.id, token), aStockClient(server, board.id, token)]
  await reader.synced()
  await until(() => expect(writer.provider.synced).toBe(true))
  const work = async (id: string) => {
    const change = writer.change(() => writeNote(writer.doc, id, 'de tijd doet er niet toe'))
    await until(() => expect([hasNote(reader.doc, id), change.isSaved()]).toEqual([true, true]))
    expect([reader.closes, writer.provider.shouldConnect]).toEqual([[], true])
  }
  return { board, token, work }
}

test('a server whose clock is a day ahead, and then is put back two days, syncs, saves and lets people in', async () => {
  const process = aServerProcess({ DATA_DIR: aDataDir(), NODE_OPTIONS: `--import=${SHIFTED}` })
  const server = { url: await process.url }
  const { board, token, work } = await aPair(server)
  await work('vooruit')
  const times: number[] = []
  process.child.stdout?.on('data', (chunk: Buffer) => {
    for (const [, time] of chunk.toString().matchAll(/"time":"([^"]+)"/g)) times.push(Date.parse(time ?? ''))
  })
  process.child.kill('SIGUSR2')
  await until(async () => {
    await ask(server, 'GET', `/api/v1/boards/${board.id}`, { token })
    expect(times.at(-1)).toBeLessThan(Date.now() - DAY_MS / 2)
  })
  await work('achteruit')
  expect((await ask(server, 'GET', `/api/v1/boards/${board.id}`, { token })).status).toBe(200)
  const late = await sit(server, board, 'participant')
  const newcomer = aStockClient(server, board.id, late.token)
  await newcomer.synced()
  expect(['vooruit', 'achteruit'].map((id) => hasNote(newcomer.doc, id))).toEqual([true, true])
  expect((await ask(server, 'GET', `/api/v1/boards/${board.id}/snapshot`, { token })).status).toBe(200)
})

test('a seat ends when its time has passed on the server’s clock, and not before; a clock put back ends none', async () => {
  let now = Date.now()
  const server = await aServer({ clock: () => millis(now) })
  const { board, token, work } = await aPair(server)
  const asks = async () => (await ask(server, 'GET', `/api/v1/boards/${board.id}`, { token })).status
  for (const days of [1, -2, 3]) {
    now += days * DAY_MS
    expect(await asks()).toBe(200)
    await work(`na ${days}`)
  }
  now += 366 * DAY_MS
  expect(await asks()).toBe(401)
})
