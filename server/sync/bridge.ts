import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** A stretch of one client's clocks of which nothing is known. */
interface Gap {
  client: number
  from: number
  to: number
}

/**
 * Fills what is lacking in a document with nothing, so that Yjs places all that waits for it: what stands beside or in
 * what was lost is lost with it, the rest appears. For looking only: such a document can never take in again what it
 * filled.
 */
export function bridgeGaps(doc: Y.Doc): void {
  for (let gaps = gapsIn(doc); gaps.length > 0; gaps = gapsIn(doc)) {
    for (const gap of gaps) Y.applyUpdate(doc, nothingIn(gap))
  }
}

/** What the waiting items lack first: what comes before them of their own client, or else what they stand on. */
function gapsIn(doc: Y.Doc): Gap[] {
  const waiting = waitingIn(doc)
  const starts = new Map<number, number>()
  for (const { id } of waiting) starts.set(id.client, Math.min(id.clock, starts.get(id.client) ?? id.clock))
  const end = (client: number) => Y.getState(doc.store, client)
  const before = [...starts]
    .map(([client, to]) => ({ client, from: end(client), to }))
    .filter(({ from, to }) => to > from)
  if (before.length > 0) return before
  const under = waiting
    .flatMap((struct) => (struct instanceof Y.Item ? [struct.origin, struct.rightOrigin, struct.parent] : []))
    .filter((other: unknown) => other instanceof Y.ID)
    .filter(({ client, clock }) => clock >= end(client) && !starts.has(client))
  return [...Map.groupBy(under, ({ client }) => client)].map(([client, ids]) => {
    return { client, from: end(client), to: 1 + Math.max(...ids.map(({ clock }) => clock)) }
  })
}

function waitingIn({ store }: Y.Doc): (Y.Item | Y.GC)[] {
  if (store.pendingStructs === null) return []
  return Y.decodeUpdateV2(store.pendingStructs.update).structs.filter((struct) => !(struct instanceof Y.Skip))
}

/** An update of format 1 with one piece of garbage and no deletions. */
const nothingIn = ({ client, from, to }: Gap): Uint8Array =>
  encoding.encode((encoder) => {
    for (const number of [1, 1, client, from, 0, to - from, 0]) encoding.writeVarUint(encoder, number)
  })
