import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type ServerOptions, WebSocket, WebSocketServer } from 'ws'
import { CloseReason } from '../../shared/close-reasons.ts'
import { type BoardId, BoardIdSchema } from '../../shared/ids.ts'
import { LIMITS } from '../../shared/limits.ts'
import { SCHEMA_HASH } from '../../shared/records/doc.ts'
import { LAYOUT } from '../../shared/records/layout-version.ts'
import { guestTokenIn } from '../auth/guest-cookie.ts'
import type { Sessions } from '../auth/sessions.ts'
import type { Log } from '../ports.ts'
import type { BoardTable, StoredSession } from '../storage/storage.ts'
import { Connection, type ConnectionOptions } from './connection.ts'
import type { Hold, Rooms } from './rooms.ts'

const PING_MS = 30_000
/** How long a client may take to answer a close before its line is cut. */
const CLOSE_TIMEOUT_MS = 2_000

export interface SyncSocketOptions {
  rooms: Rooms
  boards: BoardTable
  sessions: Sessions
  /** Whether a browser page of this origin may talk to us. */
  isOwnOrigin(request: IncomingMessage): boolean
  log: Log
}

export interface SyncSocket {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): void
}

/** ws closes an oversized message with 1009; our clients know that as 4413. */
class BoardSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code === 1009 ? CloseReason.tooLarge : code, reason)
  }
}

/** Serves `/sync/:boardId`: who comes, with what right, and into which room. */
export function createSyncSocket({ rooms, boards, sessions, isOwnOrigin, log }: SyncSocketOptions): SyncSocket {
  // Its types do not know of the time limit yet.
  const options: ServerOptions<typeof BoardSocket> & { closeTimeout: number } = {
    noServer: true,
    WebSocket: BoardSocket,
    maxPayload: LIMITS.frameBytes,
    closeTimeout: CLOSE_TIMEOUT_MS,
    perMessageDeflate: false,
    clientTracking: true,
  }
  const server = new WebSocketServer(options)
  const answered = new WeakSet<WebSocket>()
  const heartbeat = setInterval(() => {
    for (const socket of server.clients) {
      if (!answered.delete(socket)) socket.terminate()
      else socket.ping()
    }
  }, PING_MS).unref()

  async function admit(
    socket: WebSocket,
    boardId: BoardId | undefined,
    query: URLSearchParams,
    request: IncomingMessage,
  ) {
    const refuse = (code: Parameters<Connection['close']>[0], reason: string) => {
      socket.close(code, reason)
      socket.resume()
    }
    const token = boardId && (query.get('token') ?? guestTokenIn(request, boardId))
    const session = boardId && (await sessions.find(boardId, token))
    const board = session && (await boards.find(session.boardId))
    if (session === undefined || board === undefined) return refuse(CloseReason.noAccess, 'no access')
    const other = otherVersion(query)
    if (other !== undefined) return refuse(CloseReason.otherSchema, other)
    if ((query.get('epoch') ?? String(board.epoch)) !== String(board.epoch)) {
      return refuse(CloseReason.otherEpoch, JSON.stringify({ epoch: board.epoch }))
    }
    const hold = await rooms.enter(session.boardId)
    socket.on('close', hold.leave)
    // Opening may take a while, in which the seat can end; from here on the room closes those whose seat ends.
    if ((await sessions.find(session.boardId, token)) === undefined) return refuse(CloseReason.noAccess, 'no access')
    const snapshot = query.has('snapshot') ? Number(query.get('snapshot')) : undefined
    seat(socket, session, hold, { wantsAcks: query.get('ack') === '1', snapshot })
  }

  function seat(socket: WebSocket, session: StoredSession, hold: Hold, options: ConnectionOptions): void {
    // Who is gone already says nothing more, not even that.
    if (socket.readyState !== WebSocket.OPEN) {
      hold.leave()
      return
    }
    const connection = new Connection(socket, session, options)
    socket.on('close', () => hold.room.leave(connection))
    socket.on('message', (data, isBinary) => {
      if (isBinary) hold.room.receive(connection, bytesOf(data))
      else connection.close(CloseReason.brokenFrame, 'not a binary frame')
    })
    hold.room.join(connection)
    socket.resume()
  }

  return {
    handleUpgrade(request, socket, head) {
      socket.on('error', () => socket.destroy())
      const url = URL.parse(request.url ?? '', 'http://localhost')
      const path = /^\/sync\/([^/]+)$/.exec(url?.pathname ?? '')
      if (url === null || path === null) return refuseUpgrade(socket, '404 Not Found')
      if (!isOwnOrigin(request)) return refuseUpgrade(socket, '403 Forbidden')
      server.handleUpgrade(request, socket, head, (client) => {
        client.pause()
        client.on('error', () => {})
        client.on('pong', () => answered.add(client))
        answered.add(client)
        const boardId = BoardIdSchema.safeParse(path[1])
        admit(client, boardId.data, url.searchParams, request).catch((error: unknown) => {
          log.error({ event: 'open-failed', boardId: boardId.data, err: error as Error }, 'a board could not be opened')
          client.close(CloseReason.tooSlow, 'the board cannot be opened now')
          client.resume()
        })
      })
    },
    close() {
      clearInterval(heartbeat)
      for (const client of server.clients) client.close(CloseReason.serverRestart, 'server restarts')
      server.close()
    },
  }
}

/** Which part of the client is of another release than the server, if it says so. */
function otherVersion(query: URLSearchParams): string | undefined {
  if ((query.get('layout') ?? String(LAYOUT)) !== String(LAYOUT)) return 'layout'
  if ((query.get('schema') ?? SCHEMA_HASH) !== SCHEMA_HASH) return 'schema'
  return undefined
}

const bytesOf = (data: RawData): Uint8Array => {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
