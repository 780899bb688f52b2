import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as z from 'zod/mini'
import type { CreatedBoardSchema } from '../../shared/api/boards.ts'
import type { Joined } from '../../shared/api/invitations.ts'

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** A server that is measured, as a program of its own. */
export interface Contender {
  readonly name: string
  readonly program: string
  /** What its clients speak. */
  readonly dialect: 'yjs' | 'relayed' | 'hocuspocus' | 'tldraw'
}

const peer = (name: string, dialect: Contender['dialect']): Contender => ({
  name,
  program: file(`peers/${name}.mjs`),
  dialect,
})

/** Whole: tokens, guard, log. */
export const ours: Contender = { name: 'ours', program: file('../../server/main.ts'), dialect: 'yjs' }

/** In the order of the tables. */
export const CONTENDERS: readonly Contender[] = [
  peer('relay', 'relayed'),
  peer('relay-tick', 'relayed'),
  peer('y-websocket', 'yjs'),
  peer('hocuspocus', 'hocuspocus'),
  peer('tldraw-sync', 'tldraw'),
  ours,
]

/** What a server has used since it started, by its own clock. */
export interface Usage {
  atMs: number
  cpuMs: number
  rssBytes: number
  peakRssBytes: number
}

export interface Running {
  readonly contender: Contender
  readonly url: string
  usage(): Promise<Usage>
  /** Bytes that live on its heap. Its garbage is collected for that, so it is not to be asked while anything else is measured. */
  liveHeap(): Promise<number>
  /** SIGKILL. */
  kill(): Promise<void>
  /** Ends it so that it can still write its profile. */
  stop(): Promise<void>
}

export interface Start {
  /** Where it keeps its data; those that can do without keep nothing when there is none. */
  dataDir?: string
  /** Folder for a processor profile. */
  profileDir?: string | undefined
}

/** Starts a server on a free port. Fails with what it said when it ends before it serves. */
export async function start(contender: Contender, { dataDir, profileDir }: Start = {}): Promise<Running> {
  const profile = profileDir === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileDir}`]
  const usageSocket = join(tmpdir(), `tafel-usage-${randomUUID()}`)
  const child = fork(contender.program, [], {
    execArgv: ['--import', file('peers/usage.mjs'), ...profile],
    env: { ...process.env, PORT: '0', NODE_ENV: 'production', DATA_DIR: dataDir ?? '', USAGE_SOCKET: usageSocket },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const ended = once(child, 'exit').then(async () => {
    for (const socket of [usageSocket, `${usageSocket}-live`]) await rm(socket, { force: true })
  })
  return {
    contender,
    url: await urlOf(child),
    usage: () => askAt<Usage>(usageSocket),
    liveHeap: async () => (await askAt<{ liveBytes: number }>(`${usageSocket}-live`)).liveBytes,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      child.disconnect()
      await ended
    },
  }
}

async function askAt<Answer>(socket: string): Promise<Answer> {
  const line = connect(socket)
  let said = ''
  line.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  await once(line, 'end')
  return JSON.parse(said) as Answer
}

function urlOf(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      // What it goes on to say has to be read, but is no use.
      if (said.length < 64 * 1024) said += chunk.toString()
      const url = /ready on (http\S+)/.exec(said)?.[1]
      if (url !== undefined) resolve(url)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.on('exit', () => reject(new Error(`${child.spawnfile} ended:\n${said}`)))
  })
}

/**
 * The socket paths of so many people on one board: at ours a session for each, by the participants' link; elsewhere there
 * are no sessions.
 */
export async function seats({ contender, url }: Running, people: number, templates: string[] = []): Promise<string[]> {
  const each = Array.from({ length: people }, (_, at) => at)
  if (contender !== ours) return each.map((at) => `/${BOARD}?session=${at}`)
  const board: z.infer<typeof CreatedBoardSchema> = await post(`${url}/api/v1/boards`, {
    title: 'Meting',
    templates,
  })
  const secret = board.links.participant.split('#')[1]
  const paths: string[] = []
  for (const at of each) {
    const { token }: Joined = await post(`${url}/api/v1/boards/${board.id}/join`, { secret, name: `Persoon ${at}` })
    paths.push(`/sync/${board.id}?token=${token}`)
  }
  return paths
}

/** What a socket path of ours says of the seat, for a page that takes it. */
export function seatOf(path: string): { boardId: string; token: string } {
  const { pathname, searchParams } = new URL(path, 'http://localhost')
  return { boardId: pathname.split('/').at(-1) ?? '', token: searchParams.get('token') ?? '' }
}

/** The name of the board at servers that make one for whoever asks. */
export const BOARD = 'bench'

async function post<T>(url: string, body: unknown): Promise<T> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}
