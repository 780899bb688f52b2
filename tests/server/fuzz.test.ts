import { setTimeout } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type WebSocket from 'ws'
import * as Y from 'yjs'
import { CloseReason } from '../../shared/close-reasons.ts'
import { effort } from '../support/effort.ts'
import { aFlood, aForgery, aLyingVector, anHonestFrame, noise } from '../support/hostile.ts'
import { hasNote, writeNote } from '../support/layout-one.ts'
import { mutate } from '../support/mutate.ts'
import { createRandom, type Random } from '../support/random.ts'
import { aSavingClient, type SavingClient } from '../support/saving-client.ts'
import { aBoard, aDataDir, ask, sit, type TestBoard } from '../support/server.ts'
import { aServerProcess, type ServerProcess } from '../support/server-process.ts'
import { aRawSocket, aStockClient, type StockClient, until } from '../support/sockets.ts'

const ATTACKS = 24
/** One table sees so many batches: what strangers write there must not make it slow. */
const BATCHES_A_TABLE = 12
/** Frames that led to something new are kept, to be mutated further. */
const KEPT = 400
/** How long an attacker waits to see what becomes of it. */
const PATIENCE_MS = 60

/** What may happen to those who send such things. Any other code, and any of these lines in the log, is a fault of ours. */
const EXPECTED: readonly number[] = [
  CloseReason.brokenFrame,
  CloseReason.tooLarge,
  CloseReason.tooMany,
  CloseReason.tooSlow,
  1006,
]
const NEVER = [
  'crashed',
  'open-failed',
  'frame-failed',
  'apply-failed',
  'append-failed',
  'fold-failed',
  'read-failed',
  'sync-failed',
  'board-damaged',
]

/** Two honest people at a table: one writes, the other reads. */
interface Pair {
  board: TestBoard
  token: string
  /** The seats of those who mean no good. */
  seats: string[]
  writer: SavingClient
  reader: StockClient
}

async function aPair(server: { url: string }): Promise<Pair> {
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'facilitator')
  const others = ['participant', 'participant', 'facilitator', 'viewer'] as const
  const seats = await Promise.all(others.map(async (role) => (await sit(server, board, role)).token))
  const [writer, reader] = [aSavingClient(server, board.id, token), aStockClient(server, board.id, token)]
  await reader.synced()
  await until(() => expect(writer.provider.synced).toBe(true))
  return { board, token, seats, writer, reader }
}

/** That they notice nothing: what one writes is saved and reaches the other, and both have one document. */
async function expectWork({ writer, reader }: Pair, id: string): Promise<void> {
  const change = writer.change(() => writeNote(writer.doc, id, `wij werken door: ${id}`))
  await until(() => expect([hasNote(reader.doc, id), change.isSaved()]).toEqual([true, true]))
  await until(() => expect(reader.doc.getMap('r').toJSON()).toEqual(writer.doc.getMap('r').toJSON()))
  expect([reader.closes, writer.provider.shouldConnect]).toEqual([[], true])
}

/** That the table can be folded, and that a newcomer reads from that what the others have. */
async function expectFolds(server: { url: string }, { board, token, reader }: Pair): Promise<void> {
  const answer = await fetch(`${server.url}/api/v1/boards/${board.id}/snapshot`, {
    headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'identity' },
  })
  expect(answer.status).toBe(200)
  const bytes = Buffer.from(await answer.arrayBuffer())
  const doc = new Y.Doc()
  Y.applyUpdateV2(doc, bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes)
  expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
  const newcomer = aStockClient(server, board.id, token)
  await newcomer.synced()
  await until(() => expect(newcomer.doc.getMap('r').toJSON()).toEqual(reader.doc.getMap('r').toJSON()))
  newcomer.provider.destroy()
}

/** The bytes under the frames: half a frame, or none that a socket may carry. */
function breakLine(socket: WebSocket, random: Random): void {
  const line = (socket as unknown as { _socket: { write(bytes: Uint8Array): void; destroy(): void } })._socket
  if (random.upTo(2) === 0) line.write(noise(random))
  line.destroy()
}

class Attackers {
  /** What has happened to them so far, each way once. */
  readonly outcomes = new Set<string>()
  sent = 0
  #corpus: Uint8Array[] = []
  #random: Random

  constructor(random: Random) {
    this.#random = random
  }

  /** One who sends a few things, until the server has enough of it. */
  async attack(server: { url: string }, { board, seats, reader, writer }: Pair): Promise<void> {
    const token = this.#random.pick(seats) ?? ''
    const attacker = aRawSocket(server, board.id, { token, ...(this.#random.upTo(2) === 0 && { ack: '1' }) })
    await attacker.opened
    const frames = Array.from({ length: 1 + this.#random.upTo(4) }, () => this.#aFrame(reader.doc, writer.doc.clientID))
    for (const frame of frames) attacker.send(frame)
    this.sent += frames.length
    if (this.#random.upTo(20) === 0) attacker.send('tekst')
    if (this.#random.upTo(20) === 0) breakLine(attacker.socket, this.#random)
    const stays = setTimeout(PATIENCE_MS, { code: 1006, reason: 'stays' }, { ref: false })
    const { code, reason } = await Promise.race([attacker.closed, stays])
    attacker.socket.terminate()
    expect(EXPECTED).toContain(code)
    if (this.outcomes.has(reason)) return
    this.outcomes.add(reason)
    this.#corpus.push(...frames)
    while (this.#corpus.length > KEPT) this.#corpus.shift()
  }

  #aFrame(known: Y.Doc, living: number): Uint8Array {
    const random = this.#random
    const kinds = [aLyingVector, aForgery, aFlood, anHonestFrame]
    const fresh = () => (random.pick(kinds) ?? anHonestFrame)(known, random, living)
    const old = () => random.pick(this.#corpus) ?? fresh()
    switch (random.upTo(6)) {
      case 0:
        return noise(random)
      case 1:
        return fresh()
      case 2:
        return mutate(old(), fresh(), random)
      default:
        return mutate(anHonestFrame(known, random), fresh(), random)
    }
  }
}

async function aProcess(dataDir: string): Promise<{ url: string; process: ServerProcess }> {
  const process = aServerProcess({ DATA_DIR: dataDir })
  return { url: await process.url, process }
}

test(`CLS1 whatever is sent for ${effort.fuzzSeconds} seconds, the server lives and those who work notice nothing`, {
  timeout: 60_000 + effort.fuzzSeconds * 2_000,
}, async () => {
  const seed = effort.firstSeed
  const random = createRandom(seed)
  const dataDir = aDataDir()
  let server = await aProcess(dataDir)
  const end = performance.now() + effort.fuzzSeconds * 1_000
  const attackers = new Attackers(random)
  const elsewhere = await aPair(server)
  let here = await aPair(server)
  let batch = 0
  try {
    for (; performance.now() < end; batch++) {
      if (batch % BATCHES_A_TABLE === BATCHES_A_TABLE - 1) {
        for (const { provider } of [here.writer, here.reader]) provider.destroy()
        here = await aPair(server)
      }
      const attack = () => attackers.attack(server, here)
      await Promise.all(Array.from({ length: ATTACKS }, attack))
      await Promise.all([expectWork(here, `b${batch}`), expectWork(elsewhere, `b${batch}`)])
      await expectFolds(server, here)
    }
    const before = here.reader.doc.getMap('r').toJSON()
    for (const { provider } of [here.writer, here.reader, elsewhere.writer, elsewhere.reader]) provider.destroy()
    server.process.child.kill('SIGTERM')
    const { code, stdout } = await server.process.ended
    expect(code).toBe(0)
    for (const event of NEVER) expect(stdout).not.toContain(`"event":"${event}"`)
    server = await aProcess(dataDir)
    const again = aStockClient(server, here.board.id, here.token)
    await again.synced()
    expect(again.doc.getMap('r').toJSON()).toEqual(before)
    const records = await ask(server, 'GET', `/api/v1/boards/${here.board.id}/records`, { token: here.token })
    expect(records.status).toBe(200)
    // Who is never refused in several ways has not looked far.
    expect(attackers.outcomes.size).toBeGreaterThan(5)
  } catch (cause) {
    throw new Error(`SEED_START=${seed}, batch ${batch}, after ${attackers.sent} frames`, { cause })
  }
})
