import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, CDPSession } from 'playwright-core'
import * as Y from 'yjs'
import { SyncStep } from '../../../shared/sync/messages.ts'
import { firstIndexes } from '../../../shared/templates/fractional-index.ts'
import { launchBrowser } from '../../browser/support/browser.ts'
import { inMB, inPercent, median, numberSetting, table } from '../figures.ts'
import { comeIn } from '../load/entrance.ts'
import { Guest, MOST_NOTES } from '../load/guest.ts'
import { LightSocket } from '../load/light-socket.ts'
import { YjsPerson } from '../load/yjs-person.ts'
import { ours, type Running, seatOf, seats, start } from '../servers.ts'

const MINUTES = 60
const GUESTS = 40
const SAMPLE_MS = 30_000
/** What lives on the server's heap is looked at when this much is over, and at the end. */
const SETTLED = 1 / 6
/** The growth is that of the last half, between the medians of its first and its last sixth. */
const EDGE = 1 / 6
const ROWS = 12

interface Sample {
  minutes: number
  /** Of the server. */
  rssBytes: number
  /** Of the page, after a collection of its garbage. */
  heapBytes: number
  /** The document, format 1: it keeps the marks of what was deleted and written over. */
  documentBytes: number
  acts: number
}

/**
 * Forty guests at the pace of a workshop, and one real page that looks on: what grows in the server and in the page, and
 * how much of the document itself. `--minutes` chooses less than an hour, `--pace` how many times the workshop's pace.
 */
export async function run(args: string[]): Promise<string> {
  const minutes = numberSetting(args, 'minutes', MINUTES)
  const dataDir = await mkdtemp(join(tmpdir(), 'tafel-bench-'))
  const server = await start(ours, { dataDir })
  const browser = await launchBrowser()
  try {
    const [onlooker = '', keeper = '', ...paths] = await seats(server, GUESTS + 2)
    const board = await keepDocument(server, keeper)
    const guests = await seatGuests(server, paths, numberSetting(args, 'pace', 1))
    guests.work()
    const page = await anOnlooker(browser, server.url, onlooker)
    const { samples, live } = await sample({ server, page, guests, board }, minutes)
    const gone = guests.gone()
    guests.end()
    board.end()
    return report(samples, live, gone)
  } finally {
    await browser.close()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

interface Guests {
  work(): void
  acts(): number
  /** Lines that the server ended. */
  gone(): number
  end(): void
}

async function seatGuests({ url }: Running, paths: readonly string[], pace: number): Promise<Guests> {
  const indexes = firstIndexes(paths.length * MOST_NOTES)
  let acts = 0
  let gone = 0
  let isOver = false
  const guests = await Promise.all(
    paths.map(async (path, row) => {
      const socket = new LightSocket(url.replace('http', 'ws') + path)
      const guest = new Guest(row, indexes.slice(row * MOST_NOTES, (row + 1) * MOST_NOTES), pace)
      await comeIn(guest.person, socket)
      socket.onMessage = undefined
      void socket.closed.then(() => gone++)
      return { guest, socket }
    }),
  )
  const goOn = ({ guest, socket }: (typeof guests)[number]) => {
    setTimeout(() => {
      if (isOver) return
      for (const message of guest.act()) socket.send(message)
      acts += 1
      goOn({ guest, socket })
    }, guest.pause())
  }
  return {
    work: () => guests.forEach(goOn),
    acts: () => acts,
    gone: () => gone,
    end() {
      isOver = true
      for (const { socket } of guests) socket.end()
    },
  }
}

interface Keeper {
  documentBytes(): number
  end(): void
}

/** One more at the table, who only keeps the document. */
async function keepDocument({ url }: Running, path: string): Promise<Keeper> {
  const doc = new Y.Doc()
  const person = new YjsPerson(-1, { doc })
  const socket = new LightSocket(url.replace('http', 'ws') + path)
  const keep = (payload: Buffer) => {
    const sync = person.readSync(payload)
    if (sync !== undefined && sync.step !== SyncStep.step1) Y.applyUpdate(doc, sync.payload)
  }
  await comeIn(person, socket, keep)
  socket.onMessage = keep
  return { documentBytes: () => Y.encodeStateAsUpdate(doc).length, end: () => socket.end() }
}

interface Onlooker {
  devTools: CDPSession
  /** Frames that the page has got from the server so far: one that has fallen asleep does not grow. */
  frames(): number
}

async function anOnlooker(browser: Browser, url: string, path: string): Promise<Onlooker> {
  const { boardId, token } = seatOf(path)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies([{ name: `tafel-${boardId}`, value: token, url, httpOnly: true, sameSite: 'Lax' }])
  const page = await context.newPage()
  let frames = 0
  page.on('websocket', (socket) => socket.on('framereceived', () => frames++))
  await page.goto(`${url}/t/${boardId}`)
  await page.waitForSelector('.tl-canvas')
  return { devTools: await context.newCDPSession(page), frames: () => frames }
}

interface Soak {
  server: Running
  page: Onlooker
  guests: Guests
  board: Keeper
}

async function sample(
  { server, page, guests, board }: Soak,
  minutes: number,
): Promise<{ samples: Sample[]; live: number[] }> {
  const { devTools } = page
  const began = performance.now()
  const passed = () => (performance.now() - began) / 60_000
  const samples: Sample[] = []
  const live: number[] = []
  while (passed() < minutes) {
    const before = page.frames()
    await wait(Math.min(SAMPLE_MS, (minutes * 60_000) / 40))
    if (live.length === 0 && passed() >= minutes * SETTLED) live.push(await server.liveHeap())
    if (page.frames() === before) throw new Error('the page hears nothing any more')
    await devTools.send('HeapProfiler.collectGarbage')
    const { usedSize } = await devTools.send('Runtime.getHeapUsage')
    const { rssBytes } = await server.usage()
    samples.push({
      minutes: passed(),
      rssBytes,
      heapBytes: usedSize,
      documentBytes: board.documentBytes(),
      acts: guests.acts(),
    })
  }
  return { samples, live: [...live, await server.liveHeap()] }
}

function report(samples: readonly Sample[], live: readonly number[], gone: number): string {
  const last = samples.at(-1) ?? { minutes: 0, acts: 0 }
  const half = samples.filter(({ minutes }) => minutes >= last.minutes / 2)
  const edge = Math.max(1, Math.round(half.length * EDGE))
  const growth = (of: (sample: Sample) => number) =>
    median(half.slice(-edge).map(of)) / median(half.slice(0, edge).map(of)) - 1
  const rate = last.acts / (last.minutes * 60)
  const every = Math.max(1, Math.ceil(samples.length / ROWS))
  const rows = samples.filter((_, at) => (samples.length - 1 - at) % every === 0)
  return [
    `${GUESTS} guests, ${rate.toFixed(0)} updates/s together, ${last.minutes.toFixed(0)} minutes; ${gone} lines cut off.`,
    `Growth in the last half: server RSS ${inPercent(growth(({ rssBytes }) => rssBytes))}, heap of the page ${inPercent(growth(({ heapBytes }) => heapBytes))}, document ${inPercent(growth(({ documentBytes }) => documentBytes))}.`,
    `On the heap of the server after a collection: ${live.map(inMB).join(' MB, at the end ')} MB.`,
    '',
    table([
      ['minute', 'server RSS MB', 'heap of the page MB', 'document MB'],
      ...rows.map(({ minutes, rssBytes, heapBytes, documentBytes }) => [
        minutes.toFixed(1),
        inMB(rssBytes),
        inMB(heapBytes),
        inMB(documentBytes),
      ]),
    ]),
  ].join('\n')
}
