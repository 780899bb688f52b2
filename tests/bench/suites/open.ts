import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../../browser/support/browser.ts'
import { aNote } from '../../support/records.ts'
import { isUsable } from '../browser/measures.ts'
import { median, numberSetting, table } from '../figures.ts'
import { joinPlainly } from '../load/joining.ts'
import { seed } from '../load/seed.ts'
import { ours, type Running, seatOf, seats, start } from '../servers.ts'

const NOTES = 2_000
const ROUNDS = 5
const PLATES = ['opgave-circle', 'three-domains', 'stakeholder-map']
const SHEET_WIDTH = 2_384
const NOTES_PER_ROW = Math.ceil((3 * SHEET_WIDTH) / 200)
const MAX_SETTLE_MS = 60_000

interface Opening {
  /** From the start of the navigation until the canvas shows its notes and answers to a key, in ms. */
  readyMs: number
  /** HTML, scripts, styles, fonts, pictures and API answers as they travelled, in bytes. */
  httpBytes: number
  /** What came over the sync socket, in bytes. */
  socketBytes: number
}

interface Table {
  name: string
  path: string
  /** How many notes lie within the view that it opens with. */
  inView: number
  openings: Opening[]
}

/**
 * How long a table takes to open, and how much travels: the three plates with nothing on them, and the same with many
 * notes, turn by turn in one run. Every opening is a new browser profile: nothing is cached. `--rounds` chooses less.
 */
export async function run(args: string[]): Promise<string> {
  const rounds = numberSetting(args, 'rounds', ROUNDS)
  const dataDir = await mkdtemp(join(tmpdir(), 'tafel-bench-'))
  const server = await start(ours, { dataDir })
  const browser = await launchBrowser()
  try {
    const tables = [
      await aTable(browser, server, '3 plates, no notes', 0),
      await aTable(browser, server, `3 plates, ${NOTES} notes`, NOTES),
    ]
    for (let round = 0; round < rounds; round++) {
      for (const table of tables) table.openings.push(await open(browser, server, table))
    }
    return table([
      ['table', 'usable after', 'over HTTP', 'over the socket'],
      ...tables.map(({ name, openings }) => {
        const middle = (of: (opening: Opening) => number) => median(openings.map(of))
        const kB = (bytes: number) => `${Math.round(bytes / 1_000)} kB`
        const seconds = (middle(({ readyMs }) => readyMs) / 1_000).toFixed(1)
        return [
          name,
          `${seconds} s`,
          kB(middle(({ httpBytes }) => httpBytes)),
          kB(middle(({ socketBytes }) => socketBytes)),
        ]
      }),
    ])
  } finally {
    await browser.close()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** A table with notes spread over its plates, opened once to see what it shows. */
async function aTable(browser: Browser, server: Running, name: string, count: number): Promise<Table> {
  const [path = ''] = await seats(server, 1, PLATES)
  const door = { dialect: ours.dialect, url: server.url, path }
  const notes = Array.from({ length: count }, (_, at) =>
    aNote(`n${at}`, {
      x: 40 + (at % NOTES_PER_ROW) * 200,
      y: 180 + Math.floor(at / NOTES_PER_ROW) * 24,
      text: `Kaartje ${at}: er is te weinig plek voor wie weg kan`,
      growY: 60,
    }),
  )
  const leave = await seed(door, notes, 'ours')
  const { end } = await joinPlainly(door, count)
  end()
  leave()
  const { page, leave: leavePage } = await visit(browser, server, path)
  await isUsable(page, Math.min(1, count))
  const inView = await settledNotes(page)
  await leavePage()
  return { name, path, inView, openings: [] }
}

/** How many notes a page shows when that has stopped changing. */
async function settledNotes(page: Page): Promise<number> {
  const shown = () =>
    page.evaluate(() => {
      const pictures = [...document.querySelectorAll<HTMLElement>('canvas[data-notes]')]
      const pictured = pictures.reduce((sum, { dataset }) => sum + Number(dataset.notes), 0)
      return document.querySelectorAll('[data-shape-type="note"]').length + pictured
    })
  const deadline = performance.now() + MAX_SETTLE_MS
  let before = -1
  let now = await shown()
  while (now !== before && performance.now() < deadline) {
    await page.waitForTimeout(2_000)
    before = now
    now = await shown()
  }
  return now
}

/** A new browser profile with a seat; the clock starts when it goes to the table. */
async function visit(browser: Browser, { url }: Running, path: string) {
  const { boardId, token } = seatOf(path)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies([{ name: `tafel-${boardId}`, value: token, url, httpOnly: true, sameSite: 'Lax' }])
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  await network.send('Network.enable')
  const travelled = { httpBytes: 0, socketBytes: 0 }
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    travelled.httpBytes += encodedDataLength
  })
  network.on('Network.webSocketFrameReceived', ({ response }) => {
    travelled.socketBytes += response.opcode === 2 ? Buffer.byteLength(response.payloadData, 'base64') : 0
  })
  const started = performance.now()
  await page.goto(`${url}/t/${boardId}`)
  return { page, started, travelled, leave: () => context.close() }
}

async function open(browser: Browser, server: Running, { path, inView }: Table): Promise<Opening> {
  const { page, started, travelled, leave } = await visit(browser, server, path)
  await isUsable(page, inView)
  const readyMs = performance.now() - started
  await page.waitForLoadState('networkidle')
  await leave()
  return { readyMs, ...travelled }
}
