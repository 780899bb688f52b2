import { get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import * as Y from 'yjs'
import { readSnapshot } from '../../../shared/api/routes.ts'
import { recordsMap } from '../../../shared/records/doc.ts'
import { SyncStep } from '../../../shared/sync/messages.ts'
import { BOARD, seatOf } from '../servers.ts'
import type { Message } from './dialect.ts'
import { type Place, releaseOf } from './entrance.ts'
import { LightSocket } from './light-socket.ts'
import { TldrawPerson } from './tldraw-person.ts'
import { YjsPerson } from './yjs-person.ts'

/** What it took one person to get a whole board. */
export interface Joining {
  /** Waiting for the server, from the first word to the last byte that was needed. */
  waitedMs: number
  /** The same and reading it: into a Yjs document, or as tldraw sync's JSON. */
  readMs: number
  /** All that came over the line. */
  bytes: number
  /** Leaves again. */
  end(): void
}

type Door = Place & { path: string }

/** Nothing has come for this long: what is there is read, to see whether it is all. */
const SILENCE_MS = 400
const PATIENCE_MS = 60_000

/** Whoever reads what has come, and knows whether it is the whole board. */
interface Reader {
  greet(): Message[]
  hear(payload: Buffer): Message[]
  /** Takes in one message; tells whether so many notes are there now. */
  read(payload: Buffer, notes: number): boolean
}

/** Comes in over the socket alone, as a stock client does. */
export const joinPlainly = async (door: Door, notes: number): Promise<Joining> =>
  overTheSocket(door, await readerFor(door, new Y.Doc()), notes)

/** Comes in as our own client: the packed snapshot over HTTP, then the socket with what came since. */
export async function joinByFetching(door: Door, notes: number): Promise<Joining> {
  const { boardId, token } = seatOf(door.path)
  const address = door.url + readSnapshot.path.replace(':id', boardId)
  const fetched = await fetchPacked(address, token)
  const began = performance.now()
  const doc = new Y.Doc()
  Y.applyUpdateV2(doc, fetched.encoding === 'gzip' ? gunzipSync(fetched.body) : fetched.body)
  const unpackedMs = performance.now() - began
  const rest = await overTheSocket(
    { ...door, path: `${door.path}&snapshot=${fetched.tag}` },
    await readerFor(door, doc),
    notes,
  )
  return {
    waitedMs: fetched.ms + rest.waitedMs,
    readMs: fetched.ms + unpackedMs + rest.readMs,
    bytes: fetched.bytes + rest.bytes,
    end: rest.end,
  }
}

async function overTheSocket({ url, path }: Door, reader: Reader, notes: number): Promise<Joining> {
  const began = performance.now()
  const socket = new LightSocket(url.replace('http', 'ws') + path)
  const come: { payload: Buffer; atMs: number; bytes: number }[] = []
  let lastMs = began
  socket.onMessage = (payload) => {
    lastMs = performance.now()
    come.push({ payload: Buffer.from(payload), atMs: lastMs, bytes: socket.bytes })
    for (const answer of reader.hear(payload)) socket.send(answer)
  }
  await socket.opened
  for (const message of reader.greet()) socket.send(message)
  let tookMs = 0
  while (performance.now() < began + PATIENCE_MS) {
    await wait(SILENCE_MS)
    if (performance.now() - lastMs < SILENCE_MS) continue
    for (let next = come.shift(); next !== undefined; next = come.shift()) {
      const before = performance.now()
      const isAll = reader.read(next.payload, notes)
      tookMs += performance.now() - before
      if (!isAll) continue
      const waitedMs = next.atMs - began
      return { waitedMs, readMs: waitedMs + tookMs, bytes: next.bytes, end: () => socket.end() }
    }
  }
  throw new Error('the board did not come in whole')
}

/** `doc` is what is there already. */
async function readerFor({ dialect, url }: Place, doc: Y.Doc): Promise<Reader> {
  if (dialect === 'tldraw') {
    const person = new TldrawPerson(-1, await releaseOf(url))
    let found = 0
    return {
      greet: () => person.greet(),
      hear: (payload) => person.hear(payload),
      read: (payload, notes) => {
        found += person.notesIn(payload)
        return found >= notes
      },
    }
  }
  const person = new YjsPerson(-1, { doc, ...(dialect === 'hocuspocus' && { room: BOARD }) })
  return {
    greet: () => person.greet(),
    hear: (payload) => person.hear(payload),
    read(payload, notes) {
      const sync = person.readSync(payload)
      if (sync === undefined || sync.step === SyncStep.step1) return false
      Y.applyUpdate(doc, sync.payload)
      return recordsMap(doc).size >= notes
    },
  }
}

interface Fetched {
  body: Buffer
  encoding: string | undefined
  tag: string
  /** All that came over the line, headers too. */
  bytes: number
  ms: number
}

/** As a browser asks, but what is packed stays packed and is counted. */
function fetchPacked(address: string, token: string): Promise<Fetched> {
  const began = performance.now()
  const headers = { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip, deflate, br, zstd' }
  return new Promise((resolve, reject) => {
    get(address, { agent: false, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const ms = performance.now() - began
        if (response.statusCode !== 200) return reject(new Error(`${address}: ${response.statusCode}`))
        resolve({
          body: Buffer.concat(parts),
          encoding: response.headers['content-encoding'],
          tag: (response.headers.etag ?? '').replace(/^(?:W\/)?"|"$/g, ''),
          bytes: response.socket.bytesRead,
          ms,
        })
      })
    }).on('error', reject)
  })
}
