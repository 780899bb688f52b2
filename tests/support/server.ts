import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Config, parseConfig } from '../../server/config.ts'
import { createLog } from '../../server/log.ts'
import type { Clock } from '../../server/ports.ts'
import { type RunningServer, startServer } from '../../server/start-server.ts'
import type { SqliteOptions } from '../../server/storage/sqlite.ts'
import type { Joined } from '../../shared/api/invitations.ts'
import type { Role } from '../../shared/roles.ts'

export interface TestServer extends RunningServer {
  dataDir: string
  /** What the server has written to its log so far, as it stands there. */
  log(): string
}

export interface TestBoard {
  id: string
  code: string
  secrets: Record<Role, string>
}

interface ServerOptions {
  /** An earlier server's folder, to start again on what it left. */
  dataDir?: string
  config?: Partial<Config>
  clock?: Clock
  sqlite?: SqliteOptions
}

/** A folder that is gone when the test is over. */
export function aDataDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'tafel-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** A real server on a free port, with its data in a folder of its own; both end with the test. */
export async function aServer({
  dataDir = aDataDir(),
  config,
  clock,
  sqlite,
}: ServerOptions = {}): Promise<TestServer> {
  const lines: string[] = []
  const log = createLog({ write: (line: string) => void lines.push(line) })
  const settings = { ...parseConfig({ PORT: '0', DATA_DIR: dataDir }), ...config }
  const server = await startServer(settings, { log, ...(clock && { clock }), ...(sqlite && { sqlite }) })
  onTestFinished(() => server.close())
  return { ...server, dataDir, log: () => lines.join('') }
}

interface Ask {
  body?: unknown
  /** Sent as it is, with this content type. */
  binary?: { bytes: Uint8Array; type: string }
  token?: string | undefined
  headers?: Record<string, string>
}

export interface Told {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever the server says
  body: any
}

/** One request over HTTP. The body of the answer is read as JSON where it is JSON. */
export async function ask(
  server: { url: string },
  method: string,
  path: string,
  { body, binary, token, headers }: Ask = {},
): Promise<Told> {
  const response = await fetch(server.url + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(binary && { 'content-type': binary.type }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...((body !== undefined || binary) && { body: binary ? Buffer.from(binary.bytes) : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') && text !== ''
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
}

/** A new table. */
export async function aBoard(
  server: { url: string },
  options: { title?: string; templates?: string[] } = {},
): Promise<TestBoard> {
  const { title = 'Uitstroming', templates } = options
  const { status, body } = await ask(server, 'POST', '/api/v1/boards', { body: { title, templates } })
  if (status !== 201) throw new Error(`no table: ${status} ${JSON.stringify(body)}`)
  const secretOf = (role: Role): string => body.links[role].split('#')[1]
  const secrets = {
    facilitator: secretOf('facilitator'),
    participant: secretOf('participant'),
    viewer: secretOf('viewer'),
  }
  return { id: body.id, code: body.code, secrets }
}

/** Sits down by the link of a role. */
export async function sit(
  server: { url: string },
  board: TestBoard,
  role: Role,
  wish: { name?: string; party?: string } = {},
): Promise<Joined> {
  const body = { secret: board.secrets[role], ...wish }
  const joined = await ask(server, 'POST', `/api/v1/boards/${board.id}/join`, { body })
  if (joined.status !== 200) throw new Error(`no seat: ${joined.status}`)
  return joined.body
}
