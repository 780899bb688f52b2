import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { parseConfig } from '../../../server/config.ts'
import { startServer } from '../../../server/start-server.ts'
import type { Joined } from '../../../shared/api/invitations.ts'
import { recordsMap, writeRecords } from '../../../shared/records/doc.ts'
import type { BoardRecord } from '../../../shared/records/schema.ts'

export interface OurTable {
  id: string
  secret: string
  /** Session of whoever measures. */
  token: string
}

export interface OurServer {
  url: string
  /** A table with this on it, written by a stock client. */
  table(records: readonly BoardRecord[]): Promise<OurTable>
  /** One more seat at a table. */
  seat(table: Pick<OurTable, 'id' | 'secret'>, name: string): Promise<string>
  close(): Promise<void>
}

/** The real server, with its database and its guard. */
export async function ourServer(): Promise<OurServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tafel-bench-'))
  const quiet = { info() {}, warn() {}, error() {} }
  const server = await startServer(parseConfig({ PORT: '0', DATA_DIR: dataDir }), { log: quiet })
  const { url } = server

  const post = async (path: string, body: unknown) => {
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return await answer.json()
  }
  const seat = async ({ id, secret }: Pick<OurTable, 'id' | 'secret'>, name: string): Promise<string> =>
    ((await post(`/api/v1/boards/${id}/join`, { secret, name })) as Joined).token

  return {
    url,
    seat,
    async table(records) {
      const board = (await post('/api/v1/boards', { title: 'Meting', templates: [] })) as {
        id: string
        links: { facilitator: string; participant: string }
      }
      const secretOf = (link: string) => ({ id: board.id, secret: link.split('#')[1] ?? '' })
      const place = secretOf(board.links.participant)
      await fill(url, board.id, await seat(secretOf(board.links.facilitator), 'Dekker'), records)
      return { ...place, token: await seat(place, 'Meter') }
    },
    async close() {
      await server.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}

/** How many records go into one update: a program that lays many does so in parts. */
const PART = 500

async function fill(url: string, boardId: string, token: string, records: readonly BoardRecord[]): Promise<void> {
  const [writer, reader] = [await aClient(url, boardId, token), await aClient(url, boardId, token)]
  for (let from = 0; from < records.length; from += PART) {
    const part = records.slice(from, from + PART)
    writeRecords(writer, part)
    const last = part.at(-1)?.id ?? ''
    await new Promise<void>((resolve) => {
      const look = () => recordsMap(reader).has(last) && resolve()
      reader.on('update', look)
      look()
    })
  }
  for (const doc of [writer, reader]) doc.destroy()
}

/** The document of a stock client that has all that the server has. */
async function aClient(url: string, boardId: string, token: string): Promise<Y.Doc> {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync`, boardId, doc, {
    params: { token },
    disableBc: true,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  })
  doc.on('destroy', () => provider.destroy())
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  return doc
}
