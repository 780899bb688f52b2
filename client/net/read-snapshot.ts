import * as Y from 'yjs'
import { readSnapshot } from '../../shared/api/routes.ts'

/** How much has come in of how much; `whole` is null where the server does not say. In bytes. */
export interface Progress {
  bytes: number
  whole: number | null
}

export interface Snapshot {
  /** The document as one update of format 2. */
  update: Uint8Array
  /** The server's name for it. */
  tag: string | null
}

/** Silence after which the plain way is taken instead, in ms. */
const SILENCE_MS = 15_000

/**
 * Fetches the table as it was a moment ago, packed: many times less than the same over the socket. Undefined when that
 * cannot be had: the socket brings the table too. What answers may be anybody, such as the sign-in page of a hotel.
 */
export async function fetchSnapshot(
  boardId: string,
  onProgress: (progress: Progress) => void,
): Promise<Snapshot | undefined> {
  const silence = new AbortController()
  let timer = setTimeout(() => silence.abort(), SILENCE_MS)
  try {
    const response = await fetch(readSnapshot.path.replace(':id', boardId), {
      signal: silence.signal,
      headers: { accept: 'application/octet-stream' },
    })
    const type = response.headers.get('content-type') ?? ''
    if (!response.ok || response.body === null || !type.startsWith('application/octet-stream')) return undefined
    const chunks: Uint8Array[] = []
    const progress: Progress = { bytes: 0, whole: wholeOf(response.headers) }
    for await (const chunk of chunksOf(response.body)) {
      clearTimeout(timer)
      timer = setTimeout(() => silence.abort(), SILENCE_MS)
      chunks.push(chunk)
      progress.bytes += chunk.byteLength
      onProgress({ ...progress })
    }
    const update = new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer())
    return canBeRead(update) ? { update, tag: response.headers.get('etag') } : undefined
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

/** What is packed on the way has another length than what comes out of it; only the server knows that. */
function wholeOf(headers: Headers): number | null {
  if (headers.has('content-encoding')) return null
  const length = Number(headers.get('content-length'))
  return length > 0 ? length : null
}

/** Streams can be walked through in most browsers only with a reader. */
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}

/** Tried on a document that is thrown away: half of a broken one must not come into ours. */
function canBeRead(update: Uint8Array): boolean {
  try {
    Y.encodeStateVectorFromUpdateV2(update)
    return true
  } catch {
    return false
  }
}
