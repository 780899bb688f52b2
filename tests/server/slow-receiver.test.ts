import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import WebSocket, { WebSocketServer } from 'ws'
import { Connection } from '../../server/sync/connection.ts'
import { CloseReason } from '../../shared/close-reasons.ts'
import { type BoardId, millis, type ParticipantId } from '../../shared/ids.ts'

const MEGABYTE = new Uint8Array(1024 * 1024)
/** What the line itself may hold comes on top of the eight megabytes. */
const MOST = 64

const SESSION = {
  tokenHash: '',
  participantId: 'p' as ParticipantId,
  boardId: 'b' as BoardId,
  name: null,
  party: null,
  role: 'participant',
  cameBy: 'participant',
  created: millis(0),
  expires: millis(0),
} as const

/** Both ends of one line, of which ours is a connection. */
async function aLine() {
  const server = new WebSocketServer({ port: 0 })
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const theirs = new WebSocket(`ws://localhost:${port}`, { perMessageDeflate: false })
  onTestFinished(() => theirs.terminate())
  const [[ours]] = await Promise.all([once(server, 'connection'), once(theirs, 'open')])
  return {
    ours: ours as WebSocket,
    theirs,
    connection: new Connection(ours as WebSocket, SESSION, { wantsAcks: false, snapshot: undefined }),
  }
}

test('LIM8 who has 8 MiB unread is closed with 1013, the answer to step 1 not counted', async () => {
  const { ours, theirs, connection } = await aLine()
  theirs.pause()
  for (let count = 0; count < MOST; count++) connection.sendBulk(MEGABYTE)
  expect([ours.readyState, connection.isBehind]).toEqual([WebSocket.OPEN, true])
  for (let count = 0; ours.readyState === WebSocket.OPEN; count++) {
    connection.send(MEGABYTE)
    expect(count).toBeLessThan(MOST)
  }
  theirs.resume()
  const [code, reason] = await once(theirs, 'close')
  expect([code, String(reason)]).toEqual([CloseReason.tooSlow, 'too slow'])
})
