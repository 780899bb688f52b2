import sharp from 'sharp'
import { expect, test } from 'vitest'
import { hasNote, noteIds, wordsIn, writeNote } from '../support/layout-one.ts'
import { createRandom } from '../support/random.ts'
import { aSavingClient, type Change } from '../support/saving-client.ts'
import { aBoard, ask, sit } from '../support/server.ts'
import { aSmallDisk } from '../support/small-disk.ts'
import { aStockClient, until } from '../support/sockets.ts'

const SEED = 20_261_128
/** So often it is full and there is room again, while people work. */
const ROUNDS = 3
const NOTES = 6
const WORDS = 'past er niet meer bij '.repeat(60)

/** A picture that no encoder can make small. */
const aPicture = (seed: number): Promise<Buffer> => {
  const random = createRandom(seed)
  const pixels = Uint8Array.from({ length: 200 * 200 * 3 }, () => random.upTo(256))
  return sharp(pixels, { raw: { width: 200, height: 200, channels: 3 } })
    .png()
    .toBuffer()
}

test('SAV5 DUR1 a disk that is full again and again, while people write, fold and bring pictures, loses nothing called saved', async () => {
  const random = createRandom(SEED)
  const disk = await aSmallDisk()
  let process = disk.start()
  let server = { url: await process.url }
  const board = await aBoard(server, { templates: ['opgave-circle'] })
  const { token } = await sit(server, board, 'facilitator')
  const path = `/api/v1/boards/${board.id}`
  const upload = async (seed: number) =>
    ask(server, 'POST', `${path}/images`, { token, binary: { bytes: await aPicture(seed), type: 'image/png' } })
  const client = aSavingClient(server, board.id, token)
  const other = aStockClient(server, board.id, token)
  await other.synced()
  await until(() => expect(client.provider.synced).toBe(true))
  const write = (id: string): [string, Change] => [id, client.change(() => writeNote(client.doc, id, `${id} ${WORDS}`))]
  const first = await upload(1)
  expect(first.status).toBe(201)

  for (let round = 0; round < ROUNDS; round++) {
    const written: [string, Change][] = []
    for (let count = 0; count < NOTES; count++) {
      written.push(write(`r${round}n${count}`))
      if (count === round) disk.fill(process)
      if (random.upTo(2) === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    await until(() => expect(client.said.at(-1)).toBe('notSaved'))
    const unsaved = written.filter(([, change]) => !change.isSaved()).map(([id]) => id)
    expect(unsaved.length).toBeGreaterThan(0)
    const [picture, folded, made, ready, alive] = await Promise.all([
      upload(100 + round),
      ask(server, 'GET', `${path}/snapshot`, { token }),
      ask(server, 'POST', '/api/v1/boards', { body: { title: 'Nog een' } }),
      ask(server, 'GET', '/readyz'),
      ask(server, 'GET', '/healthz'),
    ])
    expect([picture.status, made.status, ready.status, alive.status]).toEqual([503, 503, 503, 200])
    expect([200, 503]).toContain(folded.status)
    expect(client.said.at(-1)).toBe('notSaved')
    for (const id of unsaved) expect([id, hasNote(other.doc, id)]).toEqual([id, false])

    disk.free(process)
    await until(() => expect(written.filter(([, change]) => !change.isSaved())).toEqual([]))
    await until(() => expect(noteIds(other.doc)).toEqual(noteIds(client.doc)))
    expect([other.closes, client.provider.shouldConnect]).toEqual([[], true])
    expect((await upload(200 + round)).status).toBe(201)
    expect((await ask(server, 'GET', `${path}/snapshot`, { token })).status).toBe(200)
  }

  const all = noteIds(client.doc)
  disk.fill(process)
  write('onderweg')
  await until(() => expect(client.said.at(-1)).toBe('notSaved'))
  process.child.kill('SIGKILL')
  await process.ended
  disk.free(process)
  process = disk.start()
  server = { url: await process.url }
  const reader = aStockClient(server, board.id, token)
  await reader.synced()
  expect(noteIds(reader.doc)).toEqual(all)
  expect(wordsIn(reader.doc, 'r0n0')).toBe(`r0n0 ${WORDS}`)
  const picture = await fetch(server.url + first.body.src, { headers: { authorization: `Bearer ${token}` } })
  expect((await sharp(Buffer.from(await picture.arrayBuffer())).metadata()).width).toBe(200)
})
