import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { noteIds, wordsIn, writeNote } from '../support/layout-one.ts'
import { createRandom } from '../support/random.ts'
import { aSavingClient, type Change, type SavingClient } from '../support/saving-client.ts'
import { aBoard, aDataDir, ask, sit } from '../support/server.ts'
import { aServerProcess } from '../support/server-process.ts'
import { aStockClient, until } from '../support/sockets.ts'

const KILLS = 20
const SEED = 20_261_125
/** The server is killed after at most so many words about saving, and then at most so many more writes. */
const WORDS = 3
const WRITES_MORE = 40
/** The longest pause between two writes; the server syncs, folds and answers in between. */
const PAUSE_MS = 12

/** What must be true of the table from the moment on which a change was called saved. */
interface Promised {
  id: string
  words: string | undefined
  by: SavingClient
  change: Change
}

test(`[LOG1] ${KILLS} kills at random moments lose nothing that was called saved`, { timeout: 180_000 }, async () => {
  const random = createRandom(SEED)
  const dataDir = aDataDir()
  let board: Awaited<ReturnType<typeof aBoard>> | undefined
  let token = ''
  /** Notes that were called saved, with their words; undefined where the deletion was called saved. */
  const saved = new Map<string, string | undefined>()
  let kept = 0

  for (let round = 0; round < KILLS; round++) {
    const server = aServerProcess({ DATA_DIR: dataDir })
    const url = await server.url
    board ??= await aBoard({ url }, { templates: ['opgave-circle'] })
    token ||= (await sit({ url }, board, 'participant')).token

    const clients = [aSavingClient({ url }, board.id, token), aSavingClient({ url }, board.id, token)]
    await Promise.all(clients.map(({ provider }) => until(() => expect(provider.synced).toBe(true))))
    for (const { doc } of clients) expectAll(doc, saved)

    const promised: Promised[] = []
    const enough = random.upTo(WORDS + 1)
    const heard = () => Math.max(...clients.map(({ said }) => said.length - 1))
    let left = random.upTo(WRITES_MORE)
    for (let write = 0; left > 0; write++) {
      if (heard() >= enough) left -= 1
      const client = clients[random.upTo(clients.length)] ?? clients[0]
      if (client === undefined) break
      const mine = promised.filter(({ words, by }) => words !== undefined && by === client)
      if (random.upTo(5) === 0 && mine.length > 0) {
        const id = random.pick(mine)?.id ?? ''
        const change = client.change(() => client.doc.getMap('r').delete(`shape:${id}`))
        promised.push({ id, words: undefined, by: client, change })
      } else {
        const id = `r${round}w${write}`
        const text = `ronde ${round}, ${write}`
        promised.push({ id, words: text, by: client, change: client.change(() => writeNote(client.doc, id, text)) })
      }
      await setTimeout(random.upTo(PAUSE_MS))
    }
    server.child.kill('SIGKILL')
    expect((await server.ended).signal).toBe('SIGKILL')
    for (const { id, words, change } of promised) {
      if (!change.isSaved()) continue
      saved.set(id, words)
      kept += 1
    }
    // What was sent but not called saved may be there or not, a deletion of something saved too.
    for (const { id, words, change } of promised) if (words === undefined && !change.isSaved()) saved.delete(id)
    for (const { provider } of clients) provider.destroy()
  }

  const server = aServerProcess({ DATA_DIR: dataDir })
  const url = await server.url
  const reader = aStockClient({ url }, board?.id ?? '', token)
  await reader.synced()
  expectAll(reader.doc, saved)
  const { body } = await ask({ url }, 'GET', `/api/v1/boards/${board?.id}/records`, { token })
  expect(body.setAside).toEqual([])
  // A run in which nothing was ever saved proves nothing.
  expect(kept).toBeGreaterThan(KILLS)
})

function expectAll(doc: Parameters<typeof noteIds>[0], saved: ReadonlyMap<string, string | undefined>): void {
  const here = new Set(noteIds(doc))
  const found = [...saved.keys()].map((id) => [id, here.has(id) ? wordsIn(doc, id) : undefined])
  expect(found).toEqual([...saved])
}
