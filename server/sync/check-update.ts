import * as Y from 'yjs'
import { BrokenFrame } from './frames.ts'

/**
 * Throws BrokenFrame unless the bytes are one whole update that every document can take in. Yjs reads some that it
 * stumbles over later, when it applies or folds them: an item that refers to something later of its own client, and items
 * and deletions of no length. Once in the log, such an update would keep the board from ever opening again.
 */
export function checkUpdate(update: Uint8Array): void {
  const { structs, ds } = decode(update)
  for (const struct of structs) {
    if (struct.length === 0) throw new BrokenFrame('an item of no length')
    if (struct instanceof Y.Item && refersAhead(struct)) throw new BrokenFrame('an item that refers ahead')
  }
  for (const ranges of ds.clients.values()) {
    if (ranges.some(({ len }) => len === 0)) throw new BrokenFrame('a deletion of no length')
  }
}

function refersAhead({ id, origin, rightOrigin, parent }: Y.Item): boolean {
  const others: unknown[] = [origin, rightOrigin, parent]
  return others.some((other) => other instanceof Y.ID && other.client === id.client && other.clock >= id.clock)
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  try {
    return Y.decodeUpdate(update)
  } catch (error) {
    throw new BrokenFrame('unreadable update', { cause: error })
  }
}
