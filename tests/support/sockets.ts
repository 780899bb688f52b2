import { onTestFinished, vi } from 'vitest'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

interface Place {
  url: string
}

const socketUrl = ({ url }: Place) => `${url.replace('http', 'ws')}/sync`

/** Asks again until it no longer throws. */
export const until = <T>(check: () => T | Promise<T>, timeout = 10_000): Promise<T> =>
  vi.waitFor(check, { timeout, interval: 10 })

export interface Closed {
  code: number
  reason: string
}

export interface StockClient {
  doc: Y.Doc
  provider: WebsocketProvider
  /** How often and why the server ended the connection. */
  closes: Closed[]
  /** Settles when the server's state has come in. */
  synced(): Promise<void>
}

/** A y-websocket client as it comes from its package, on a board. Nothing of ours is in it. */
export function aStockClient(server: Place, boardId: string, token: string): StockClient {
  const doc = new Y.Doc()
  const closes: Closed[] = []
  const provider = new WebsocketProvider(socketUrl(server), boardId, doc, {
    params: { token },
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  })
  provider.on('connection-close', (event: { code: number; reason: string } | null) => {
    if (event) closes.push({ code: event.code, reason: event.reason })
  })
  onTestFinished(() => provider.destroy())
  return { doc, provider, closes, synced: () => until(() => assert(provider.synced, 'not synced')) }
}

function assert(condition: boolean, message: string): void {
  if (!condition) throw new Error(message)
}

export interface RawSocket {
  socket: WebSocket
  frames: Uint8Array[]
  send(frame: Uint8Array | string): void
  /** Settles with why the connection ended. */
  closed: Promise<Closed>
  opened: Promise<void>
}

/** A bare socket, for those who do not keep to the protocol. */
export function aRawSocket(
  server: Place,
  boardId: string,
  query: Record<string, string> = {},
  headers: Record<string, string> = {},
): RawSocket {
  const socket = new WebSocket(`${socketUrl(server)}/${boardId}?${new URLSearchParams(query)}`, { headers })
  socket.binaryType = 'nodebuffer'
  const frames: Uint8Array[] = []
  socket.on('message', (data: Buffer) => frames.push(new Uint8Array(data)))
  socket.on('error', () => {})
  const closed = new Promise<Closed>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }))
  })
  const opened = new Promise<void>((resolve) => socket.on('open', () => resolve()))
  onTestFinished(() => socket.terminate())
  return { socket, frames, closed, opened, send: (frame) => socket.send(frame) }
}

/** The status with which an upgrade is refused. */
export const refusedWith = (server: Place, path: string, headers: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(server.url.replace('http', 'ws') + path, { headers })
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0)
      response.destroy()
    })
    socket.on('open', () => {
      socket.terminate()
      reject(new Error('the upgrade was not refused'))
    })
    socket.on('error', () => {})
  })
