import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { parseConfig } from '../../server/config.ts'
import { startServer } from '../../server/start-server.ts'
import { recordsMap, writeRecords } from '../../shared/records/doc.ts'
import { launchBrowser } from '../browser/support/browser.ts'
import { aNote } from '../support/records.ts'

/**
 * How long a table takes to open, and how much travels: the three plates with nothing on them, and the same with many
 * notes, turn by turn in one run. Every opening is a new browser profile: nothing is cached.
 */
const NOTES = 2_000
const ROUNDS = 5
const PLATES = ['opgave-circle', 'three-domains', 'stakeholder-map']
const SHEET_WIDTH = 2_384

interface Opening {
  /** From the start of the navigation until the canvas shows all notes and answers to a key, in ms. */
  readyMs: number
  /** HTML, scripts, styles, fonts, pictures and API answers as they travelled, in bytes. */
  httpBytes: number
  /** What came over the sync socket, in bytes. */
  socketBytes: number
}

async function main() {
  const dataDir = mkdtempSync(join(tmpdir(), 'tafel-bench-'))
  const quiet = { info() {}, warn() {}, error() {} }
  const server = await startServer({ ...parseConfig({ PORT: '0', DATA_DIR: dataDir }) }, { log: quiet })
  const browser = await launchBrowser()
  const tables = [
    { name: '3 plates, no notes', ...(await aTable(server.url, 0)), openings: [] as Opening[] },
    { name: `3 plates, ${NOTES} notes`, ...(await aTable(server.url, NOTES)), openings: [] as Opening[] },
  ]
  for (let round = 0; round < ROUNDS; round++) {
    for (const table of tables) table.openings.push(await open(browser, server.url, table))
  }
  const lines = tables.map(({ name, openings }) => {
    const median = (of: (opening: Opening) => number) => openings.map(of).sort((a, b) => a - b)[ROUNDS >> 1] ?? 0
    const kB = (bytes: number) => `${Math.round(bytes / 1_000)} kB`
    return `| ${name} | ${(median(({ readyMs }) => readyMs) / 1_000).toFixed(1)} s | ${kB(median(({ httpBytes }) => httpBytes))} | ${kB(median(({ socketBytes }) => socketBytes))} |`
  })
  process.stdout.write(
    ['| table | usable after | over HTTP | over the socket |', '|---|---|---|---|', ...lines, ''].join('\n'),
  )
  await browser.close()
  await server.close()
  rmSync(dataDir, { recursive: true })
}

/** A table with notes spread over its plates, written by a stock client. */
async function aTable(url: string, notes: number): Promise<{ id: string; token: string; notes: number }> {
  const post = async (path: string, body: unknown) =>
    (await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).then((response) => response.json())) as { id: string; token: string; links: { participant: string } }
  const board = await post('/api/v1/boards', { title: 'Meting', templates: PLATES })
  const secret = board.links.participant.split('#')[1]
  const { token } = await post(`/api/v1/boards/${board.id}/join`, { secret, name: 'Meter' })
  const [writer, reader] = [await aClient(url, board.id, token), await aClient(url, board.id, token)]
  const perRow = Math.ceil((3 * SHEET_WIDTH) / 200)
  writeRecords(
    writer,
    Array.from({ length: notes }, (_, at) =>
      aNote(`n${at}`, {
        x: 40 + (at % perRow) * 200,
        y: 180 + Math.floor(at / perRow) * 24,
        text: `Kaartje ${at}: er is te weinig plek voor wie weg kan`,
        growY: 60,
      }),
    ),
  )
  await new Promise<void>((resolve) => {
    const hasAll = () => [...recordsMap(reader).keys()].filter((id) => /^shape:n\d+$/.test(id)).length === notes
    if (hasAll()) resolve()
    else reader.on('update', () => hasAll() && resolve())
  })
  for (const doc of [writer, reader]) doc.destroy()
  return { id: board.id, token, notes }
}

/** The document of a stock client that has all that the server has. */
async function aClient(url: string, boardId: string, token: string): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync`, boardId, doc, {
    params: { token },
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  })
  doc.on('destroy', () => provider.destroy())
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  return doc
}

async function open(
  browser: Browser,
  url: string,
  table: { id: string; token: string; notes: number },
): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies([{ name: `tafel-${table.id}`, value: table.token, url, httpOnly: true, sameSite: 'Lax' }])
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  let httpBytes = 0
  let socketBytes = 0
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    httpBytes += encodedDataLength
  })
  network.on('Network.webSocketFrameReceived', ({ response }) => {
    socketBytes += response.opcode === 2 ? Buffer.byteLength(response.payloadData, 'base64') : 0
  })
  const started = performance.now()
  await page.goto(`${url}/t/${table.id}`)
  await page.waitForFunction(
    (notes) =>
      document.querySelectorAll('[data-shape-type="note"]').length === notes && document.querySelector('.tl-canvas'),
    table.notes,
    { polling: 'raf', timeout: 120_000 },
  )
  await page.getByRole('button', { name: 'Kaartje', exact: true }).press('Enter')
  await page.getByRole('dialog', { name: 'Nieuw kaartje' }).waitFor()
  const readyMs = performance.now() - started
  await page.waitForLoadState('networkidle')
  await context.close()
  return { readyMs, httpBytes, socketBytes }
}

await main()
