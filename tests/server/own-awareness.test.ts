import { expect, onTestFinished, test } from 'vitest'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { sendOwnAwarenessOnly } from '../../client/net/own-awareness.ts'
import { Frame } from '../../shared/sync/messages.ts'
import { aBoard, aServer, sit } from '../support/server.ts'
import { aStockClient, until } from '../support/sockets.ts'

test('AWR1 our client tells of itself and does not send back what it hears of others', async () => {
  const server = await aServer()
  const board = await aBoard(server)
  const { token } = await sit(server, board, 'participant')
  let told = 0
  class CountingSocket extends WebSocket {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data)
      if (data instanceof Uint8Array && data[0] === Frame.awareness) told += 1
    }
  }
  const ours = new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, board.id, new Y.Doc(), {
    params: { token },
    disableBc: true,
    WebSocketPolyfill: CountingSocket as unknown as typeof globalThis.WebSocket,
  })
  onTestFinished(() => ours.destroy())
  sendOwnAwarenessOnly(ours)
  const other = aStockClient(server, board.id, token)
  const heard = () => ours.awareness.getStates().get(other.doc.clientID)?.at
  const before = told
  for (let at = 0; at < 10; at++) {
    other.provider.awareness.setLocalStateField('at', at)
    await until(() => expect(heard()).toBe(at))
  }
  ours.awareness.setLocalStateField('at', 'hier')
  await until(() => expect(other.provider.awareness.getStates().get(ours.doc.clientID)?.at).toBe('hier'))
  // Its first state may go out while the other already moves.
  expect(told - before).toBeLessThanOrEqual(2)
})
