import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { effort } from '../support/effort.ts'
import { writeNote } from '../support/layout-one.ts'
import { type Deed, Ledger, watchGoing } from '../support/ledger.ts'
import { createRandom, type Random } from '../support/random.ts'
import { aSavingClient } from '../support/saving-client.ts'
import { aBoard, aDataDir, ask, sit, type TestBoard } from '../support/server.ts'
import { aServerProcess } from '../support/server-process.ts'
import { aStockClient, until } from '../support/sockets.ts'

/** One server sees so many kills, its table must stay within what fits on it; then a fresh one with a seed of its own. */
const KILLS_A_SERVER = Math.min(50, effort.kills)
const SEEDS = Array.from({ length: Math.ceil(effort.kills / KILLS_A_SERVER) }, (_, at) => effort.firstSeed + at)
/** The server is killed after at most so many words about saving, and then at most so many more writes. */
const WORDS = 3
const WRITES_MORE = 40
/** The longest pause between two writes; the server syncs, folds and answers in between. */
const PAUSE_MS = 12
/** How long at most it may work at something before it is killed. */
const STARTING_MS = 500
const OPENING_MS = 80
const FOLDING_MS = 25

/** One table and what was promised about it, over many lives of the server. */
interface Table {
  url: string
  board: TestBoard
  token: string
  ledger: Ledger
  random: Random
  /** For names that no note has had yet. */
  life: number
  kill(): Promise<void>
}

/** What the server is doing when it is killed. */
type Moment = (table: Table) => Promise<void>

const anyTime = (random: Random, most: number) => setTimeout(random.upTo(most))

async function aPair({ url, board, token, ledger }: Table) {
  const clients = [0, 1].map(() => {
    const client = aSavingClient({ url }, board.id, token)
    return { client, sawGo: watchGoing(client.doc) }
  })
  await Promise.all(clients.map(({ client }) => until(() => expect(client.provider.synced).toBe(true))))
  for (const { client } of clients) ledger.check(client.doc)
  return clients
}

/** Two people write and delete; some of it is seen, some is called saved, some is on its way. */
async function write(table: Table, until: (heard: number) => boolean, ask = () => {}): Promise<void> {
  const { random, ledger, life, kill } = table
  const clients = await aPair(table)
  const deeds: Deed[] = []
  ask()
  for (let count = 0; until(Math.max(...clients.map(({ client }) => client.said.length - 1))); count++) {
    const by = (random.pick(clients) ?? clients[0])?.client
    if (by === undefined) break
    const own = random.pick(deeds.filter((deed) => deed.words !== undefined && deed.by === by))
    if (random.upTo(5) === 0 && own) {
      const change = by.change(() => by.doc.getMap('r').delete(`shape:${own.id}`))
      deeds.push({ id: own.id, words: undefined, by, change })
    } else {
      const [id, words] = [`l${life}w${count}`, `leven ${life}, ${count}`]
      deeds.push({ id, words, by, change: by.change(() => writeNote(by.doc, id, words)) })
    }
    await anyTime(random, PAUSE_MS)
  }
  await kill()
  ledger.settle(deeds, clients)
  for (const { client } of clients) client.provider.destroy()
}

const whileWriting: Moment = (table) => {
  const enough = table.random.upTo(WORDS + 1)
  let left = table.random.upTo(WRITES_MORE)
  return write(table, (heard) => {
    if (heard >= enough) left -= 1
    return left > 0
  })
}

const whileFolding: Moment = (table) => {
  const end = performance.now() + table.random.upTo(FOLDING_MS)
  const { url, board, token } = table
  const fold = () => void ask({ url }, 'GET', `/api/v1/boards/${board.id}/snapshot`, { token }).catch(() => {})
  return write(table, () => performance.now() < end, fold)
}

const whileOpening: Moment = async ({ url, board, token, random, kill }) => {
  const client = aSavingClient({ url }, board.id, token)
  await anyTime(random, OPENING_MS)
  await kill()
  client.provider.destroy()
}

/** The answer says that it is there, so it is. */
const afterMakingATable: Moment = async (table) => {
  const made = await aBoard({ url: table.url }, { templates: ['opgave-circle'] })
  await table.kill()
  table.board = made
  table.token = ''
  table.ledger = new Ledger()
}

const afterSittingDown: Moment = async (table) => {
  table.token = (await sit({ url: table.url }, table.board, 'facilitator')).token
  await table.kill()
}

const MOMENTS: readonly Moment[] = [
  ...Array.from({ length: 6 }, () => whileWriting),
  ...Array.from({ length: 3 }, () => whileFolding),
  whileOpening,
  afterSittingDown,
]

async function start(dataDir: string) {
  const { child, url, ended } = aServerProcess({ DATA_DIR: dataDir })
  const kill = async () => {
    child.kill('SIGKILL')
    expect((await ended).signal).toBe('SIGKILL')
  }
  return { url: await url, kill }
}

test.for(SEEDS)(
  `DUR1 DUR2 ${KILLS_A_SERVER} kills at any moment lose nothing that was called saved, or that others were sent (seed %i)`,
  {
    timeout: 60_000 + KILLS_A_SERVER * 10_000,
  },
  async (seed) => {
    const random = createRandom(seed)
    const dataDir = aDataDir()
    const first = await start(dataDir)
    const table: Table = { ...first, board: await aBoard(first), token: '', ledger: new Ledger(), random, life: 0 }
    await table.kill()
    let promised = 0

    for (table.life = 1; table.life < KILLS_A_SERVER; table.life++) {
      if (random.upTo(10) === 0) {
        const starting = aServerProcess({ DATA_DIR: dataDir })
        await anyTime(random, STARTING_MS)
        starting.child.kill('SIGKILL')
        await starting.ended
        continue
      }
      Object.assign(table, await start(dataDir))
      table.token ||= (await sit(table, table.board, 'facilitator')).token
      if (table.life === 2) {
        await checkOnceMore(table)
        promised += table.ledger.promised
        await afterMakingATable(table)
      } else await (random.pick(MOMENTS) ?? whileWriting)(table)
    }

    Object.assign(table, await start(dataDir))
    await checkOnceMore(table)
    expect(promised + table.ledger.promised).toBeGreaterThan(KILLS_A_SERVER)
  },
)

async function checkOnceMore(table: Table): Promise<void> {
  table.token ||= (await sit(table, table.board, 'facilitator')).token
  const reader = aStockClient(table, table.board.id, table.token)
  await reader.synced()
  table.ledger.check(reader.doc)
  const { body } = await ask(table, 'GET', `/api/v1/boards/${table.board.id}/records`, { token: table.token })
  expect(body.setAside).toEqual([])
  const { body: about } = await ask(table, 'GET', `/api/v1/boards/${table.board.id}`, { token: table.token })
  expect(about.damaged).toBeUndefined()
  reader.provider.destroy()
}
