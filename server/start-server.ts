import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { millis } from '../shared/ids.ts'
import { createApp } from './app.ts'
import { CapabilityLinks } from './auth/capability-link.ts'
import { CodeGuard } from './auth/code-guard.ts'
import { Entry } from './auth/entry.ts'
import { isOwnOrigin } from './auth/own-origin.ts'
import { loadServerKey } from './auth/server-key.ts'
import { Sessions } from './auth/sessions.ts'
import { PlateStock } from './boards/plate-stock.ts'
import type { Config } from './config.ts'
import { RateLimits } from './http/rate-limits.ts'
import { ImageStore } from './images/image-store.ts'
import { createLog } from './log.ts'
import type { Clock, Log } from './ports.ts'
import { loadSample } from './sample/content.ts'
import { SampleTables } from './sample/sample-tables.ts'
import type { Services } from './services.ts'
import { openSqlite, type SqliteOptions } from './storage/sqlite.ts'
import type { Storage } from './storage/storage.ts'
import { Rooms } from './sync/rooms.ts'
import { createSyncSocket, type SyncSocket } from './sync/socket.ts'
import { loadTemplates } from './templates.ts'

/** How long open answers and sockets may take to end before they are cut. */
const DRAIN_MS = 5_000
/** A connection that has had its last answer is idle, but only who looks again sees that. */
const SWEEP_MS = 50

export interface RunningServer {
  url: string
  /** Takes nothing new, lets go of all who are connected, and stores what is left. */
  close(): Promise<void>
}

export interface Outside {
  log?: Log
  clock?: Clock
  sqlite?: SqliteOptions
}

const systemClock: Clock = () => millis(Date.now())

/** Starts a whole server. Several fit in one process. Throws before it listens when a folder or a file cannot be used. */
export async function startServer(
  config: Config,
  { log = createLog(), clock = systemClock, sqlite }: Outside = {},
): Promise<RunningServer> {
  const storage = openSqlite(config.dataDir, sqlite)
  try {
    const services = await openServices(config, { storage, log, clock })
    const http = createServer(createApp(services))
    const socket = createSyncSocket({
      rooms: services.rooms,
      boards: storage.boards,
      sessions: services.sessions,
      isOwnOrigin: (request) => isOwnOrigin(request, config.publicOrigin),
      log,
    })
    http.on('upgrade', socket.handleUpgrade)
    await listen(http, config)
    return { url: urlOf(http, config), close: once(() => shutDown(http, socket, services)) }
  } catch (error) {
    await storage.close()
    throw error
  }
}

async function openServices(
  config: Config,
  { storage, log, clock }: { storage: Storage; log: Log; clock: Clock },
): Promise<Services> {
  const plates = await PlateStock.open(await loadTemplates(config.templatesDir), storage.plates, { clock, log })
  const templateOf = (id: string) => plates.templateOf(id)
  const links = new CapabilityLinks(await loadServerKey(config.dataDir))
  return {
    config,
    storage,
    log,
    clock,
    links,
    rooms: new Rooms({ storage, templateOf, log }),
    sessions: new Sessions(storage, clock),
    entry: new Entry({ boards: storage.boards, links, guard: new CodeGuard(log) }),
    limits: new RateLimits(),
    images: new ImageStore(config.dataDir),
    plates,
    sample: new SampleTables({ content: await loadSample(), templateOf, boards: storage.boards, clock }),
  }
}

function listen(http: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      http.off('error', reject)
      resolve()
    })
  })
}

function urlOf(http: Server, { host, isLoopback }: Config): string {
  const { port } = http.address() as AddressInfo
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = isLoopback || everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

async function shutDown(http: Server, socket: SyncSocket, { rooms, storage }: Services): Promise<void> {
  const ended = new Promise<void>((resolve) => http.close(() => resolve()))
  socket.close()
  const sweep = setInterval(() => http.closeIdleConnections(), SWEEP_MS)
  const cut = setTimeout(() => http.closeAllConnections(), DRAIN_MS)
  await ended
  clearInterval(sweep)
  clearTimeout(cut)
  await rooms.close()
  await storage.close()
}

function once<T>(task: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined
  return () => {
    result ??= task()
    return result
  }
}
