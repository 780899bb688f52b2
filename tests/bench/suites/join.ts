import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { inMB, inMs, listSetting, median, numberSetting, table } from '../figures.ts'
import { type Joining, joinByFetching, joinPlainly } from '../load/joining.ts'
import { benchNotes } from '../load/notes.ts'
import { type Layout, seed } from '../load/seed.ts'
import { CONTENDERS, type Contender, ours, type Running, seats, start } from '../servers.ts'

const NOTES = 20_000
const ROUNDS = 3
/** A server that has had this long since the last change has stored it, in the form in which it keeps it. */
const STORED_MS = 6_000
/** So long after the first has come in, a server has done what it puts off. */
const WARM_MS = 3_000

/** One way in, at a server whose board lies in one layout. */
interface Way {
  name: string
  contender: Contender
  layout: Layout
  join: typeof joinPlainly
}

interface Prepared extends Way {
  dataDir: string
  /** Two people's. */
  paths: readonly [string, string]
  cold: Joining[]
  warm: Joining[]
}

/**
 * Joining a board of 20,000 notes: the first after the server was started, and one who comes while it has the board open.
 * `--only` (by server), `--notes` and `--rounds` choose less or more.
 */
export async function run(args: string[]): Promise<string> {
  const only = listSetting(args, 'only')
  const notes = numberSetting(args, 'notes', NOTES)
  const rounds = numberSetting(args, 'rounds', ROUNDS)
  const ways: Prepared[] = []
  try {
    for (const way of WAYS) if (only?.includes(way.contender.name) ?? true) ways.push(await prepare(way, notes))
    for (let round = 0; round < rounds; round++) for (const way of ways) await enterTwice(way, notes)
  } finally {
    for (const { dataDir } of ways) await rm(dataDir, { recursive: true, force: true })
  }
  return table([
    ['server', 'cold: last byte', 'in a document', 'warm: last byte', 'in a document', 'MB received'],
    ...ways.map(({ name, cold, warm }) => {
      const ms = (joinings: Joining[], of: (joining: Joining) => number) => `${inMs(median(joinings.map(of)))} ms`
      return [
        name,
        ms(cold, ({ waitedMs }) => waitedMs),
        ms(cold, ({ readMs }) => readMs),
        ms(warm, ({ waitedMs }) => waitedMs),
        ms(warm, ({ readMs }) => readMs),
        inMB(median([...cold, ...warm].map(({ bytes }) => bytes))),
      ]
    }),
  ])
}

const peer = (name: string): Contender => {
  const found = CONTENDERS.find((contender) => contender.name === name)
  if (found === undefined) throw new Error(`no server is called ${name}`)
  return found
}

const WAYS: readonly Way[] = [
  { name: 'y-websocket', contender: peer('y-websocket'), layout: 'plain', join: joinPlainly },
  { name: 'hocuspocus', contender: peer('hocuspocus'), layout: 'plain', join: joinPlainly },
  { name: 'hocuspocus, our layout', contender: peer('hocuspocus'), layout: 'ours', join: joinPlainly },
  { name: 'tldraw-sync', contender: peer('tldraw-sync'), layout: 'plain', join: joinPlainly },
  { name: 'ours, stock client', contender: ours, layout: 'ours', join: joinPlainly },
  { name: 'ours, our client', contender: ours, layout: 'ours', join: joinByFetching },
]

const placeOf = ({ contender: { dialect }, url }: Running) => ({ dialect, url })

/** Fills a board and leaves it on the disk. */
async function prepare(way: Way, notes: number): Promise<Prepared> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tafel-bench-'))
  const server = await start(way.contender, { dataDir })
  const [one = '', other = ''] = await seats(server, 2)
  const leave = await seed({ ...placeOf(server), path: one }, benchNotes(notes), way.layout)
  const { end } = await joinPlainly({ ...placeOf(server), path: other }, notes)
  end()
  leave()
  await wait(STORED_MS)
  await server.stop()
  return { ...way, dataDir, paths: [one, other], cold: [], warm: [] }
}

async function enterTwice({ contender, dataDir, paths: [one, other], join, cold, warm }: Prepared, notes: number) {
  const server = await start(contender, { dataDir })
  const first = await join({ ...placeOf(server), path: one }, notes)
  await wait(WARM_MS)
  const second = await join({ ...placeOf(server), path: other }, notes)
  cold.push(first)
  warm.push(second)
  first.end()
  second.end()
  await server.stop()
}
