import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { BrokenFrame } from './frames.ts'

export type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>
type Content = Y.Item['content']

/** Deeper than this no value of ours is nested. Browsers read nested values with less room on their stack than we have. */
const MAX_VALUE_DEPTH = 64

/**
 * Decodes one update, and throws BrokenFrame unless it is whole and well-formed by itself. Yjs reads some that it stumbles
 * over later, when it applies, merges or folds them: an item that refers to something later of its own client, items and
 * deletions of no length, clients out of order. Once in the log, such an update would keep the board from ever opening
 * again, or take what others wrote along. Whether it stands on what is there, `Footing` knows.
 */
export function checkUpdate(update: Uint8Array): DecodedUpdate {
  const decoded = decode(update)
  const { structs, ds } = decoded
  const clients = structs.map(({ id }) => id.client)
  if (decoding.readVarUint(decoding.createDecoder(update)) !== new Set(clients).size)
    throw new BrokenFrame('a client told of twice')
  for (const [at, struct] of structs.entries()) {
    if (struct.id.client > (clients[at - 1] ?? struct.id.client)) throw new BrokenFrame('clients out of order')
    if (struct.length === 0) throw new BrokenFrame('an item of no length')
    if (!(struct instanceof Y.Item)) continue
    if (refersAhead(struct)) throw new BrokenFrame('an item that refers ahead')
    if (struct.content instanceof Y.ContentDoc) throw new BrokenFrame('a document in a document')
    if (isNestedDeep(valuesOf(struct.content))) throw new BrokenFrame('a value nested too deep')
  }
  for (const ranges of ds.clients.values()) {
    if (ranges.some(({ len }) => len === 0)) throw new BrokenFrame('a deletion of no length')
  }
  return decoded
}

function refersAhead({ id, origin, rightOrigin, parent }: Y.Item): boolean {
  const others: unknown[] = [origin, rightOrigin, parent]
  return others.some((other) => other instanceof Y.ID && other.client === id.client && other.clock >= id.clock)
}

function valuesOf(content: Content): unknown[] {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr
  if (content instanceof Y.ContentEmbed) return [content.embed]
  return content instanceof Y.ContentFormat ? [content.value] : []
}

const isNest = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)

/** Level by level: it must not call itself as often as the value is deep. */
function isNestedDeep(values: unknown[]): boolean {
  let level = values
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_VALUE_DEPTH) return true
    level = level.flatMap((value) => (isNest(value) ? Object.values(value) : []))
  }
  return false
}

function decode(update: Uint8Array): DecodedUpdate {
  try {
    return Y.decodeUpdate(update)
  } catch (error) {
    throw new BrokenFrame('unreadable update', { cause: error })
  }
}
