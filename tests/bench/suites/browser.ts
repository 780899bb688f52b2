import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../../browser/support/browser.ts'
import { movePointers, POINT_EVERY_MS, POINTERS, pointersAt } from '../../support/busy-table/moving-pointers.ts'
import { benchNotes } from '../../support/busy-table/notes.ts'
import { type OurServer, type OurTable, ourServer } from '../../support/busy-table/our-server.ts'
import { framesOf, isUsable, mean, median, quantile } from '../browser/measures.ts'
import { whileMoving } from '../browser/moving.ts'
import { aStockBoard, type StockBoard } from '../browser/stock-board.ts'

const VIEWPORT = { width: 1280, height: 800 }
const MIDDLE = { x: VIEWPORT.width / 2, y: VIEWPORT.height / 2 }
const FRAMES_MS = 5_000
const SIZES = [500, 2_000, 5_000]
const RELOADED = 5_000
const ROUNDS = 3

/**
 * The canvas in a real browser: our page on our server against stock tldraw with the same notes from memory, turn by turn.
 * `--rounds=`, `--sizes=` and `--only=reload|pointers|hand` choose less or more.
 */
export async function run(args: string[]): Promise<string> {
  const setting = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1]
  const rounds = Number(setting('rounds') ?? ROUNDS)
  const sizes = setting('sizes')?.split(',').map(Number) ?? SIZES
  const only = setting('only')
  const browser = await launchBrowser()
  const server = await ourServer()
  const stock = await aStockBoard()
  try {
    const bench = { browser, server, stock, rounds }
    const tables: string[] = []
    if (only === undefined || only === 'reload') tables.push(await reloads(bench, Math.max(...sizes, 0) || RELOADED))
    if (only === undefined || only === 'pointers') tables.push(await pointers(bench, sizes))
    if (only === undefined || only === 'hand') tables.push(await hands(bench, sizes))
    return tables.join('\n\n')
  } finally {
    await browser.close()
    await server.close()
    await stock.close()
  }
}

interface Bench {
  browser: Browser
  server: OurServer
  stock: StockBoard
  rounds: number
}

/** A browser profile with a seat at a table. */
async function aSeat({ browser, server }: Bench, table: OurTable): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: VIEWPORT })
  await context.addCookies([
    { name: `tafel-${table.id}`, value: table.token, url: server.url, httpOnly: true, sameSite: 'Lax' },
  ])
  return context
}

async function timed(page: Page, address: string, notes: number): Promise<number> {
  const started = performance.now()
  await page.goto(address)
  await isUsable(page, notes)
  return performance.now() - started
}

// ---- opening again

async function reloads(bench: Bench, notes: number): Promise<string> {
  const { browser, server, stock, rounds } = bench
  const table = await server.table(benchNotes(notes))
  const address = `${server.url}/t/${table.id}`
  const [ours, theirs] = [await aSeat(bench, table), await browser.newContext({ viewport: VIEWPORT })]
  const [ourPage, stockPage] = [await ours.newPage(), await theirs.newPage()]
  // Both have been open once: scripts and fonts are in the browser's cache.
  await timed(ourPage, address, notes)
  await timed(stockPage, stock.address(notes), notes)
  const times = { withCopy: [] as number[], withoutCopy: [] as number[], stock: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    await stockPage.goto('about:blank')
    times.stock.push(await timed(stockPage, stock.address(notes), notes))
    await stockPage.goto('about:blank')
    await forget(ourPage, server.url)
    times.withoutCopy.push(await timed(ourPage, address, notes))
    await keepsCopy(ourPage)
    await ourPage.goto('about:blank')
    times.withCopy.push(await timed(ourPage, address, notes))
  }
  await ours.close()
  await theirs.close()
  const base = median(times.stock)
  const row = (name: string, values: number[]) =>
    `| ${name} | ${Math.round(median(values))} | ${values.map(Math.round).join(' · ')} | ${(median(values) / base).toFixed(2)} |`
  return [
    `Opening ${notes} notes again, the whole board in view, until all are drawn and a key answers (ms, warm HTTP cache, ${rounds} rounds)`,
    '',
    '| board | median | rounds | against stock |',
    '|---|---|---|---|',
    row('stock tldraw, notes from memory', times.stock),
    row('ours, from the server', times.withoutCopy),
    row('ours, with the copy on this device', times.withCopy),
  ].join('\n')
}

/** Takes away what the browser keeps of tables, from a page of the same origin that opens none. */
async function forget(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/healthz`)
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      await new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name ?? '')
        request.onsuccess = resolve
        request.onerror = reject
        request.onblocked = reject
      })
    }
  })
  await page.goto('about:blank')
}

/** Waits until the browser holds a copy of the table. */
const keepsCopy = (page: Page): Promise<unknown> =>
  page.waitForFunction(async () => {
    const kept = (await indexedDB.databases()).find(({ name }) => /^opgavetafel:.+:\d+$/.test(name ?? ''))
    if (kept?.name === undefined) return false
    const { name } = kept
    return await new Promise<boolean>((resolve, reject) => {
      const request = indexedDB.open(name)
      request.onerror = () => reject(request.error)
      request.onsuccess = () => {
        const db = request.result
        const count = db.transaction('updates').objectStore('updates').count()
        count.onsuccess = () => {
          db.close()
          resolve(count.result > 0)
        }
      }
    })
  })

// ---- pointers of others

async function pointers(bench: Bench, sizes: readonly number[]): Promise<string> {
  const rows: string[] = []
  for (const notes of sizes) rows.push(...(await pointersOver(bench, notes)))
  return [
    `Frames with ${POINTERS} pointers at 20 Hz against none, the whole board in view (ms, ${FRAMES_MS / 1_000} s each, ${bench.rounds} rounds)`,
    '',
    '| notes | board | none: median · mean · p95 | pointers: median · mean · p95 | median ratio | mean ratio |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

async function pointersOver(bench: Bench, notes: number): Promise<string[]> {
  const { browser, server, stock, rounds } = bench
  const table = await server.table(benchNotes(notes))
  const [ours, theirs] = [await aSeat(bench, table), await browser.newContext({ viewport: VIEWPORT })]
  const frames = { ours: [[], []] as number[][], stock: [[], []] as number[][] }
  for (let round = 0; round < rounds; round++) {
    const stockPage = await theirs.newPage()
    await timed(stockPage, stock.address(notes), notes)
    await stockPage.keyboard.press('v')
    frames.stock[0]?.push(...(await framesOf(stockPage, FRAMES_MS)))
    const started = performance.now()
    const timer = setInterval(() => {
      const points = pointersAt(performance.now() - started, notes)
      // A page that is too busy to answer is measured all the same.
      stockPage.evaluate((points) => window.moveCursors(points), points).catch(() => {})
    }, POINT_EVERY_MS)
    frames.stock[1]?.push(...(await framesOf(stockPage, FRAMES_MS)))
    clearInterval(timer)
    await stockPage.close()

    const ourPage = await ours.newPage()
    await timed(ourPage, `${server.url}/t/${table.id}`, notes)
    await ourPage.keyboard.press('v')
    frames.ours[0]?.push(...(await framesOf(ourPage, FRAMES_MS)))
    const stop = await movePointers(server, table, notes)
    frames.ours[1]?.push(...(await framesOf(ourPage, FRAMES_MS)))
    stop()
    await ourPage.close()
  }
  await ours.close()
  await theirs.close()
  const row = (name: string, [without = [], withThem = []]: number[][]) => {
    const told = (values: number[]) => [median(values), mean(values), quantile(values, 0.95)].map(inTenths).join(' · ')
    const ratio = (of: (values: number[]) => number) => (of(withThem) / of(without)).toFixed(2)
    return `| ${notes} | ${name} | ${told(without)} | ${told(withThem)} | ${ratio(median)} | ${ratio(mean)} |`
  }
  return [row('stock tldraw', frames.stock), row('ours', frames.ours)]
}

const inTenths = (value: number) => value.toFixed(1)

// ---- one's own hand

async function hands(bench: Bench, sizes: readonly number[]): Promise<string> {
  const rows: string[] = []
  for (const notes of sizes) rows.push(...(await handsOn(bench, notes)))
  return [
    `Frames while the board is moved under the hand, and while one note is dragged, the whole board in view (ms, ${bench.rounds} rounds)`,
    '',
    '| notes | board | moving the board: median · mean · p95 | dragging a note: median · mean · p95 |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n')
}

async function handsOn(bench: Bench, notes: number): Promise<string[]> {
  const { browser, server, stock, rounds } = bench
  const table = await server.table(benchNotes(notes))
  const [ours, theirs] = [await aSeat(bench, table), await browser.newContext({ viewport: VIEWPORT })]
  const frames = { ours: [[], []] as number[][], stock: [[], []] as number[][] }
  for (let round = 0; round < rounds; round++) {
    for (const board of ['stock', 'ours'] as const) {
      const page = await (board === 'ours' ? ours : theirs).newPage()
      await timed(page, board === 'ours' ? `${server.url}/t/${table.id}` : stock.address(notes), notes)
      frames[board][0]?.push(...(await whileMoving(page, 'h', MIDDLE)))
      frames[board][1]?.push(...(await whileMoving(page, 'v', MIDDLE)))
      await page.close()
    }
  }
  await ours.close()
  await theirs.close()
  const row = (name: string, kinds: number[][]) =>
    `| ${notes} | ${name} | ${kinds.map((values) => [median(values), mean(values), quantile(values, 0.95)].map(inTenths).join(' · ')).join(' | ')} |`
  return [row('stock tldraw', frames.stock), row('ours', frames.ours)]
}
