import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'

/** Key of the ack marker: the state vector, as bytes, that the server last confirmed to be on its disk. */
const ACKNOWLEDGED = 'acknowledged'

/** What this device keeps of a table, so that work done without a connection survives a closed tab. */
export interface OfflineCopy {
  /** Whether the copy holds work that the server has not confirmed. */
  readonly hasUnsent: boolean
  /** Notes that the server has all that the document holds now. */
  acknowledge(): void
  close(): Promise<void>
}

/** The epoch is part of the name: copies of different epochs share no history and must never meet. */
const nameOf = (boardId: string, epoch: number) => `opgavetafel:${boardId}:${epoch}`

/**
 * Opens the copy and loads it into the document. Undefined where the browser keeps nothing, as in some private windows:
 * then the table works, but only with a connection.
 */
export async function openOfflineCopy(doc: Y.Doc, boardId: string, epoch: number): Promise<OfflineCopy | undefined> {
  const name = nameOf(boardId, epoch)
  if (!(await canStore())) return undefined
  const persistence = new IndexeddbPersistence(name, doc)
  await persistence.whenSynced
  const acknowledged: unknown = await persistence.get(ACKNOWLEDGED)
  return {
    hasUnsent: isAhead(doc, acknowledged instanceof Uint8Array ? acknowledged : undefined),
    acknowledge: () => void persistence.set(ACKNOWLEDGED, Y.encodeStateVector(doc) as never),
    close: () => persistence.destroy(),
  }
}

function isAhead(doc: Y.Doc, acknowledged: Uint8Array | undefined): boolean {
  const here = Y.decodeStateVector(Y.encodeStateVector(doc))
  if (here.size === 0) return false
  const there = acknowledged === undefined ? new Map<number, number>() : Y.decodeStateVector(acknowledged)
  return [...here].some(([client, clock]) => (there.get(client) ?? 0) < clock)
}

/** Some browsers have the interface and refuse its use; only trying tells. */
function canStore(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open('opgavetafel:probe')
      request.onsuccess = () => {
        request.result.close()
        resolve(true)
      }
      request.onerror = () => resolve(false)
      request.onblocked = () => resolve(false)
    } catch {
      resolve(false)
    }
  })
}
