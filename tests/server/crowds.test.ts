import { execFileSync } from 'node:child_process'
import { connect, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import WebSocket from 'ws'
import { CloseReason } from '../../shared/close-reasons.ts'
import { LIMITS } from '../../shared/limits.ts'
import { Frame, SyncStep } from '../../shared/sync/messages.ts'
import { hasNote, noteIds, writeNote } from '../support/layout-one.ts'
import { aSavingClient, type SavingClient } from '../support/saving-client.ts'
import { aBoard, aDataDir, ask, sit, type TestBoard } from '../support/server.ts'
import { aServerProcess } from '../support/server-process.ts'
import { aRawSocket, aStockClient, type StockClient, until } from '../support/sockets.ts'

/** As many as SPEC's LIM7 allows at one board. */
const CONNECTIONS = 2 * LIMITS.peoplePerBoard
/** Of 1.8 megabytes: more than a line holds by itself, and eight megabytes. */
const PORTIONS = 14
const STEP1 = new Uint8Array([Frame.sync, SyncStep.step1, 1, 0])

interface Scene {
  url: string
  /** Megabytes of memory that the server takes. */
  memory(): number
  board: TestBoard
  token: string
  writer: SavingClient
  reader: StockClient
  /** Somebody works, and the others notice within so many ms. */
  expectWork(id: string, withinMs?: number): Promise<void>
}

async function aScene(): Promise<Scene> {
  const { child, url: address } = aServerProcess({ DATA_DIR: aDataDir() })
  const url = await address
  const board = await aBoard({ url })
  const { token } = await sit({ url }, board, 'facilitator')
  const [writer, reader] = [aSavingClient({ url }, board.id, token), aStockClient({ url }, board.id, token)]
  await reader.synced()
  await until(() => expect(writer.provider.synced).toBe(true))
  const memory = () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)]).toString()) / 1024
  const expectWork = async (id: string, withinMs = 5_000) => {
    const change = writer.change(() => writeNote(writer.doc, id, 'wij werken door'))
    await until(() => expect([hasNote(reader.doc, id), change.isSaved()]).toEqual([true, true]), withinMs)
    expect([reader.closes, writer.provider.shouldConnect]).toEqual([[], true])
  }
  return { url, memory, board, token, writer, reader, expectWork }
}

/** Who is at the table, as the server sees it. */
async function isHere({ url, board, token }: Scene, participantId: string): Promise<boolean> {
  const { body } = await ask({ url }, 'GET', `/api/v1/boards/${board.id}/people`, { token })
  return body.find((person: { participantId: string }) => person.participantId === participantId).here
}

const lineOf = (socket: WebSocket): Socket => (socket as unknown as { _socket: Socket })._socket

test('LIM8 who reads nothing has to go; the server holds little for them, and the others do not wait', async () => {
  const scene = await aScene()
  const deaf = await sit(scene, scene.board, 'viewer')
  const { opened, send, frames, socket } = aRawSocket(scene, scene.board.id, { token: deaf.token })
  await opened
  send(STEP1)
  await until(() => expect(frames.length).toBeGreaterThan(1))
  socket.pause()
  const before = scene.memory()
  const { doc } = scene.writer
  for (let portion = 0; portion < PORTIONS; portion++) {
    doc.transact(() => {
      for (let count = 0; count < 20; count++) writeNote(doc, `n${portion}-${count}`, 'x'.repeat(90_000))
    })
    await until(() => expect(hasNote(scene.reader.doc, `n${portion}-19`)).toBe(true))
  }
  await until(async () => expect(await isHere(scene, deaf.participantId)).toBe(false))
  await scene.expectWork('verder')
  // The 25 megabytes that were written are there some times over; what waits for who does not read comes on top.
  expect(scene.memory() - before).toBeLessThan(500)
})

test('500 who come and go within ten seconds, from one address and from many, leave nothing behind', async () => {
  const scene = await aScene()
  const { url, board } = scene
  const seats = await Promise.all(Array.from({ length: 20 }, () => sit(scene, board, 'participant')))
  const address = (count: number) =>
    process.platform === 'linux' ? `127.0.${count % 7}.${1 + (count % 200)}` : undefined
  const visit = async (count: number, localAddress?: string) => {
    const token = seats[count % seats.length]?.token ?? ''
    const options = localAddress === undefined ? {} : { localAddress }
    const socket = new WebSocket(`${url.replace('http', 'ws')}/sync/${board.id}?token=${token}`, options)
    onTestFinished(() => socket.terminate())
    socket.on('error', () => {})
    await new Promise<void>((resolve, reject) => {
      socket.on('close', () => reject(new Error('refused')))
      socket.on('message', () => resolve())
    })
    socket.removeAllListeners('close')
    socket.send(STEP1)
    if (count % 2 === 0) socket.terminate()
    else socket.close()
  }
  const before = scene.memory()
  const started = performance.now()
  for (const from of [() => undefined, address]) {
    for (let count = 0; count < 500; count += 25) {
      await Promise.all(Array.from({ length: 25 }, (_, at) => visit(count + at, from(count + at))))
    }
    await scene.expectWork(`golf ${from(1)}`)
  }
  expect(performance.now() - started).toBeLessThan(20_000)
  await until(async () => {
    const { body } = await ask(scene, 'GET', `/api/v1/boards/${board.id}/people`, { token: scene.token })
    expect(body.filter((person: { here: boolean }) => person.here).length).toBe(1)
  })
  expect(scene.memory() - before).toBeLessThan(150)
})

test('LIM7 500 who come in and say nothing do not disturb those who work; those beyond the limit are sent away', async () => {
  const scene = await aScene()
  const seats = await Promise.all(
    Array.from({ length: LIMITS.peoplePerBoard - 2 }, () => sit(scene, scene.board, 'viewer')),
  )
  const before = scene.memory()
  const silent = Array.from({ length: 500 }, (_, at) =>
    aRawSocket(scene, scene.board.id, { token: seats[at % seats.length]?.token ?? '' }),
  )
  await Promise.all(silent.map(({ opened }) => opened))
  const sentAway = silent.map(({ closed }) => closed)
  const codes: number[] = []
  for (const closed of sentAway) void closed.then(({ code }) => codes.push(code))
  await until(() => expect(codes.length).toBe(500 + 2 - CONNECTIONS))
  expect(new Set(codes)).toEqual(new Set([CloseReason.tooMany]))
  await scene.expectWork('tussen de zwijgers')
  expect(scene.memory() - before).toBeLessThan(150)
})

test('frames that come a byte at a time keep nobody waiting, and are not paid for before they are there', async () => {
  const scene = await aScene()
  const { token } = await sit(scene, scene.board, 'participant')
  const { hostname, port } = new URL(scene.url)
  const before = scene.memory()
  // A frame of nearly as much as a frame may be, of which the first bytes come; and a request that never ends its headers.
  const head = Buffer.from([0x82, 0xff, 0, 0, 0, 0, 0, 0xff, 0xff, 0xf0, 1, 2, 3, 4])
  const slow = await Promise.all(
    Array.from({ length: 60 }, async (_, at) => {
      if (at % 2 === 0) {
        const half = connect(Number(port), hostname, () => half.write('GET /sync/x HTTP/1.1\r\nHost: x\r\nX-'))
        half.on('error', () => {})
        onTestFinished(() => void half.destroy())
        return half
      }
      const socket = aRawSocket(scene, scene.board.id, { token })
      await socket.opened
      lineOf(socket.socket).write(head)
      return lineOf(socket.socket)
    }),
  )
  for (let round = 0; round < 30; round++) {
    for (const line of slow) line.write('a')
    await scene.expectWork(`r${round}`)
  }
  expect(noteIds(scene.reader.doc).length).toBe(30)
  expect(scene.memory() - before).toBeLessThan(100)
})
