import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inMB, inMs, inPercent, listSetting, median, numberSetting, quantile, setting, table } from '../figures.ts'
import type { Load, LoadWord, Measured } from '../load/main.ts'
import { CONTENDERS, type Contender, seats, start, type Usage } from '../servers.ts'

const PEOPLE = [10, 50, 100, 200]
const ROUNDS = 3
const WINDOW_S = 5
const WARM_UP_MS = 10_000
const GRACE_MS = 1_000
/** One in so many writes. */
const WRITERS_ONE_IN = 5
const OBSERVERS = 4

interface Cell {
  contender: Contender
  people: number
  /** Processor time of the server as a share of one core. */
  cpu: number
  /** The same against the relay of this round and number of people. */
  ratio: number
  p50: number
  p95: number
  framesPerSecond: number
  delivered: number
  peakRssBytes: number
  loadShare: number
  gone: number
}

/**
 * People on one board, one in five of whom moves a note and a pointer 20 times a second: what that costs each server, and
 * how soon the others see it. `--only`, `--n`, `--seconds`, `--rounds` choose less or more; `--profile` names a folder for
 * processor profiles of the servers.
 */
export async function run(args: string[]): Promise<string> {
  const only = listSetting(args, 'only')
  const contenders = CONTENDERS.filter(({ name }) => only?.includes(name) ?? true)
  const sizes = listSetting(args, 'n')?.map(Number) ?? PEOPLE
  const rounds = numberSetting(args, 'rounds', ROUNDS)
  const windowMs = 1_000 * numberSetting(args, 'seconds', WINDOW_S)
  const profileDir = setting(args, 'profile')
  const cells: Cell[] = []
  for (let round = 0; round < rounds; round++) {
    for (const people of sizes) {
      const row: Cell[] = []
      for (const contender of turned(contenders, round)) {
        row.push(await measure(contender, people, { windowMs, profileDir }))
      }
      const relay = row.find(({ contender }) => contender.name === 'relay')?.cpu ?? Number.NaN
      for (const cell of row) cell.ratio = cell.cpu / relay
      cells.push(...row)
    }
  }
  const figures = table([
    [
      'people',
      'server',
      'CPU',
      '× relay',
      'p50 ms',
      'p95 ms',
      'frames/s each',
      'in time',
      'peak MB',
      'load CPU',
      'cut off',
    ],
    ...sizes.flatMap((people) => contenders.map((contender) => rowOf(cells, contender, people))),
  ])
  return `${figures}\n\nMedians of ${rounds}. The relays and y-websocket store nothing here. –: not seen in time.`
}

/** Each round begins with another, so that nobody always comes after the same. */
const turned = <T>(all: readonly T[], by: number): T[] => {
  const first = by % Math.max(1, all.length)
  return [...all.slice(first), ...all.slice(0, first)]
}

function rowOf(cells: readonly Cell[], contender: Contender, people: number): string[] {
  const ours = cells.filter((cell) => cell.contender === contender && cell.people === people)
  const middle = (of: (cell: Cell) => number) => median(ours.map(of))
  const ratio = middle((cell) => cell.ratio)
  return [
    String(people),
    contender.name,
    inPercent(middle((cell) => cell.cpu)),
    Number.isNaN(ratio) ? '' : ratio.toFixed(2),
    inMs(middle((cell) => cell.p50)),
    inMs(middle((cell) => cell.p95)),
    middle((cell) => cell.framesPerSecond).toFixed(0),
    inPercent(middle((cell) => cell.delivered)),
    inMB(middle((cell) => cell.peakRssBytes)),
    inPercent(middle((cell) => cell.loadShare)),
    String(Math.max(...ours.map((cell) => cell.gone))),
  ]
}

async function measure(
  contender: Contender,
  people: number,
  { windowMs, profileDir }: { windowMs: number; profileDir: string | undefined },
): Promise<Cell> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tafel-bench-'))
  // Without a folder it keeps nothing: that is how it is cheapest.
  const server = await start(contender, { profileDir, ...(contender.name !== 'y-websocket' && { dataDir }) })
  try {
    const paths = await seats(server, people)
    const everybody = paths.map((_, at) => at)
    const readers = everybody.filter((at) => at % WRITERS_ONE_IN !== 0)
    const crowd = {
      dialect: contender.dialect,
      url: server.url,
      paths,
      writers: everybody.filter((at) => at % WRITERS_ONE_IN === 0),
      observers: readers.filter((_, at) => at % Math.ceil(readers.length / OBSERVERS) === 0),
    }
    const load: Load = { crowd, warmUpMs: WARM_UP_MS, windowMs, graceMs: GRACE_MS }
    const { measured, before, after } = await under(load, () => server.usage())
    // What was not seen in time took longer than all that was.
    const late = Array<number>(Math.max(0, measured.expected - measured.delaysMs.length)).fill(Number.POSITIVE_INFINITY)
    const delays = [...measured.delaysMs, ...late]
    return {
      contender,
      people,
      cpu: (after.cpuMs - before.cpuMs) / (after.atMs - before.atMs),
      ratio: Number.NaN,
      p50: quantile(delays, 0.5),
      p95: quantile(delays, 0.95),
      framesPerSecond: measured.framesPerSecond,
      delivered: measured.delaysMs.length / measured.expected,
      peakRssBytes: after.peakRssBytes,
      loadShare: measured.loadShare,
      gone: measured.gone,
    }
  } finally {
    await server.stop()
    await rm(dataDir, { recursive: true })
  }
}

/** Runs a load, and asks for the server's usage where its window begins and ends. */
async function under(
  load: Load,
  usage: () => Promise<Usage>,
): Promise<{ measured: Measured; before: Usage; after: Usage }> {
  const program = fileURLToPath(new URL('../load/main.ts', import.meta.url))
  const child = fork(program, [JSON.stringify(load)], { execArgv: [] })
  return new Promise((resolve, reject) => {
    let before: Promise<Usage> | undefined
    let after: Promise<Usage> | undefined
    let isMeasured = false
    child.on('disconnect', () => !isMeasured && reject(new Error('the load ended before it had measured')))
    child.on('message', (said: LoadWord) => {
      if (said.word === 'begin') before = usage()
      else if (said.word === 'end') after = usage()
      else if (before !== undefined && after !== undefined) {
        isMeasured = true
        Promise.all([before, after]).then(
          ([before, after]) => resolve({ measured: said.measured, before, after }),
          reject,
        )
      }
    })
  })
}
