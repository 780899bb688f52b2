import { onTestFinished } from 'vitest'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { Frame, readSaved, type Saved, SyncStep } from '../../shared/sync/messages.ts'

export interface SavingClient {
  doc: Y.Doc
  provider: WebsocketProvider
  /** Writing frames (step 2, update) given to the socket so far. */
  framesSent(): number
  /** What the server has said of saving, oldest first. */
  said: ('notSaved' | Saved)[]
  /** Does something to the document that `isSaved` can be asked about. */
  change(task: () => void): Change
}

export interface Change {
  /** Whether the server has called this saved: vector and count both cover it. */
  isSaved(): boolean
}

/** A stock client that asks to be told what is on disk (`?ack=1`), and counts what it sends as the server does. */
export function aSavingClient(server: { url: string }, boardId: string, token: string): SavingClient {
  const doc = new Y.Doc()
  const said: SavingClient['said'] = []
  let frames = 0
  class CountingSocket extends WebSocket {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data)
      if (data instanceof Uint8Array && data[0] === Frame.sync && data[1] !== SyncStep.step1) frames += 1
    }
  }
  const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, boardId, doc, {
    params: { token, ack: '1' },
    disableBc: true,
    WebSocketPolyfill: CountingSocket as unknown as typeof globalThis.WebSocket,
  })
  // A client of these tests lives for one connection: its counts do not outlive it.
  provider.on('connection-close', () => {
    provider.shouldConnect = false
  })
  provider.messageHandlers[Frame.saved] = (_encoder, decoder) => void said.push(readSaved(decoder))
  provider.messageHandlers[Frame.notSaved] = () => void said.push('notSaved')
  for (const other of [Frame.putBack, Frame.settings]) provider.messageHandlers[other] = () => {}
  onTestFinished(() => provider.destroy())

  const change = (task: () => void): Change => {
    doc.transact(task)
    const carriedBy = frames
    const needed = Y.getState(doc.store, doc.clientID)
    const isSaved = () =>
      said.some(
        (word) =>
          word !== 'notSaved' &&
          word.frames >= carriedBy &&
          (Y.decodeStateVector(word.stateVector).get(doc.clientID) ?? 0) >= needed,
      )
    return { isSaved }
  }
  return { doc, provider, framesSent: () => frames, said, change }
}
