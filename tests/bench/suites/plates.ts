import type { TLFrameShape, TLNoteShape } from '@tldraw/tlschema'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import { A1 } from '../../../shared/templates/paper.ts'
import { isSheet, placeTemplate } from '../../../shared/templates/place.ts'
import { launchBrowser } from '../../browser/support/browser.ts'
import { benchNotes } from '../../support/busy-table/notes.ts'
import { type OurServer, type OurTable, ourServer } from '../../support/busy-table/our-server.ts'
import { allTemplates } from '../../support/templates.ts'
import { isUsable, mean, median, quantile } from '../browser/measures.ts'
import { whileMoving } from '../browser/moving.ts'

const VIEWPORT = { width: 1280, height: 800 }
const PLATES = 30
const PER_ROW = 6
const NOTES = 3_000
const ROUNDS = 3
const STEP = { x: A1.w + 200, y: A1.h + 200 }
/** From the whole board to about one plate. */
const NEARER = 12

/**
 * What plates cost: a table of thirty plates and three thousand notes against the same table, in the same page, with a
 * plain frame of tldraw in the place of each plate. `--rounds=` chooses fewer or more.
 */
export async function run(args: string[]): Promise<string> {
  const rounds = Number(args.find((arg) => arg.startsWith('--rounds='))?.split('=')[1] ?? ROUNDS)
  const browser = await launchBrowser()
  const server = await ourServer()
  try {
    const tables = {
      frames: await server.table([...frames(), ...notes()]),
      plates: await server.table([...plates(), ...notes()]),
    }
    const found = { frames: noFrames(), plates: noFrames() }
    for (let round = 0; round < rounds; round++) {
      for (const kind of ['frames', 'plates'] as const) {
        const times = await measured(browser, server, tables[kind])
        for (const view of VIEWS) for (const act of ACTS) found[kind][view][act].push(...times[view][act])
      }
    }
    return told(found, rounds)
  } finally {
    await browser.close()
    await server.close()
  }
}

const VIEWS = ['whole', 'near'] as const
const ACTS = ['pan', 'drag'] as const
type Times = Record<(typeof VIEWS)[number], Record<(typeof ACTS)[number], number[]>>
const noFrames = (): Times => ({ whole: { pan: [], drag: [] }, near: { pan: [], drag: [] } })

const cornerOf = (at: number) => ({ x: (at % PER_ROW) * STEP.x, y: Math.floor(at / PER_ROW) * STEP.y })

function plates(): BoardRecord[] {
  let next = 0
  return allTemplates()
    .slice(0, PLATES)
    .flatMap((template, at) =>
      placeTemplate(template, { existing: [], newId: () => `bench${next++}` }).map((record) =>
        isSheet(record) ? ({ ...record, ...cornerOf(at) } as BoardRecord) : record,
      ),
    )
    .filter((record, at, all) => all.findIndex(({ id }) => id === record.id) === at)
}

const frames = (): BoardRecord[] =>
  Array.from({ length: PLATES }, (_, at) => {
    const frame: TLFrameShape = {
      id: `shape:frame${at}` as TLFrameShape['id'],
      typeName: 'shape',
      type: 'frame',
      parentId: 'page:page' as TLFrameShape['parentId'],
      index: `a0${String.fromCharCode(65 + at)}V` as TLFrameShape['index'],
      ...cornerOf(at),
      rotation: 0,
      isLocked: false,
      opacity: 1,
      props: { w: A1.w, h: A1.h, name: `Plaat ${at + 1}`, color: 'black' },
      meta: {},
    }
    return frame
  })

/** A hundred on each plate, and the first in the very middle of the board, where the hand takes it. */
function notes(): TLNoteShape[] {
  const perPlate = NOTES / PLATES
  const middle = { x: (PER_ROW * STEP.x - 200) / 2, y: ((PLATES / PER_ROW) * STEP.y - 200) / 2 }
  return benchNotes(NOTES).map((note, at) => {
    if (at === 0) return { ...note, x: middle.x - 88, y: middle.y - 60 }
    const corner = cornerOf(Math.floor(at / perPlate))
    const place = at % perPlate
    return { ...note, x: corner.x + 80 + (place % 10) * 224, y: corner.y + 200 + Math.floor(place / 10) * 138 }
  })
}

async function measured(browser: Browser, server: OurServer, table: OurTable): Promise<Times> {
  const context = await aSeat(browser, server, table)
  const page = await context.newPage()
  await page.goto(`${server.url}/t/${table.id}`)
  await page.getByRole('application').waitFor({ timeout: 120_000 })
  await page.keyboard.press('Shift+1')
  await isUsable(page, NOTES)
  const times = noFrames()
  for (const view of VIEWS) {
    await page.keyboard.press('Shift+1')
    const at = await middleOfCanvas(page)
    if (view === 'near') await comeNearer(page, at)
    times[view].pan = await whileMoving(page, 'h', at)
    await page.keyboard.press('Shift+1')
    if (view === 'near') await comeNearer(page, at)
    times[view].drag = await whileMoving(page, 'v', at)
    await page.keyboard.press('Control+z')
  }
  await context.close()
  return times
}

async function aSeat(browser: Browser, server: OurServer, table: OurTable): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: VIEWPORT })
  await context.addCookies([
    { name: `tafel-${table.id}`, value: table.token, url: server.url, httpOnly: true, sameSite: 'Lax' },
  ])
  return context
}

async function middleOfCanvas(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.getByRole('application').boundingBox()
  if (!box) throw new Error('no canvas')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function comeNearer(page: Page, at: { x: number; y: number }): Promise<void> {
  await page.mouse.move(at.x, at.y)
  await page.keyboard.down('Control')
  for (let step = 0; step < NEARER; step++) await page.mouse.wheel(0, -100)
  await page.keyboard.up('Control')
}

function told(found: { frames: Times; plates: Times }, rounds: number): string {
  const words = { whole: 'the whole board', near: 'nearer', pan: 'moving the board', drag: 'dragging a note' }
  const short = (values: number[]) =>
    [median(values), mean(values), quantile(values, 0.95)].map((value) => value.toFixed(1)).join(' · ')
  const rows = VIEWS.flatMap((view) =>
    ACTS.map((act) => {
      const [plain, ours] = [found.frames[view][act], found.plates[view][act]]
      const ratio = (of: (values: number[]) => number) => (of(ours) / of(plain)).toFixed(2)
      return `| ${words[view]}, ${words[act]} | ${short(plain)} | ${short(ours)} | ${ratio(median)} | ${ratio(mean)} |`
    }),
  )
  return [
    `Frames on a table of ${PLATES} plates and ${NOTES} notes, and with a plain frame in the place of each plate (ms, ${rounds} rounds)`,
    '',
    '| | frames: median · mean · p95 | plates: median · mean · p95 | median ratio | mean ratio |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}
