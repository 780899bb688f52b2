import * as Y from 'yjs'
import { answerOf, deleteDatabase, openExisting, otherNames, rowsOf } from './copy-database.ts'

/** What a copy holds that is of another version than the table now, or was put away. */
export interface OlderCopy {
  readonly name: string
  /** The document as the server last confirmed it, and as this device had it: updates of format 2. */
  readonly acknowledged: readonly Uint8Array[]
  readonly local: readonly Uint8Array[]
}

/**
 * The older copies of a table with work that the server has not confirmed. Those without are taken away: the server has
 * all that is in them.
 */
export async function olderCopies(boardId: string, current: string): Promise<OlderCopy[]> {
  const older: OlderCopy[] = []
  for (const name of await otherNames(boardId, current)) {
    const copy = await readCopy(name)
    if (copy === undefined) continue
    if (copy.local.length > copy.acknowledged.length) older.push(copy)
    else await deleteDatabase(name)
  }
  return older
}

export const dropCopy = (name: string): Promise<void> => deleteDatabase(name)

/** What a copy holds. Undefined when it cannot be read: then it stays where it is. */
export async function readCopy(name: string): Promise<OlderCopy | undefined> {
  const database = await openExisting(name)
  if (database === undefined) return undefined
  try {
    if (database.objectStoreNames.contains('custom')) return await readFirstForm(database)
    const reading = database.transaction(['known', 'unsent'], 'readonly')
    const [known, unsent] = await Promise.all([
      rowsOf(reading.objectStore('known')),
      rowsOf(reading.objectStore('unsent')),
    ])
    return { name, acknowledged: known.updates, local: [...known.updates, ...unsent.updates] }
  } catch {
    return undefined
  } finally {
    database.close()
  }
}

/**
 * Version 0.1 kept updates of format 1 and, of what is confirmed, the state vector alone. That does not tell which
 * deletions are confirmed, so all of them count as such: what such a copy has unsent is what it added.
 */
async function readFirstForm(database: IDBDatabase): Promise<OlderCopy> {
  const reading = database.transaction(['updates', 'custom'], 'readonly')
  const [{ updates }, vector] = await Promise.all([
    rowsOf(reading.objectStore('updates')),
    answerOf<unknown>(reading.objectStore('custom').get('acknowledged')),
  ])
  const doc = new Y.Doc({ gc: false })
  for (const update of updates) Y.applyUpdate(doc, update)
  const known = vector instanceof Uint8Array ? Y.decodeStateVector(vector) : new Map<number, number>()
  const then = Y.createSnapshot(Y.snapshot(doc).ds, known)
  const acknowledged = [Y.encodeStateAsUpdateV2(Y.createDocFromSnapshot(doc, then))]
  const isAhead = [...Y.decodeStateVector(Y.encodeStateVector(doc))].some(
    ([client, clock]) => (known.get(client) ?? 0) < clock,
  )
  return {
    name: database.name,
    acknowledged,
    local: isAhead ? [...acknowledged, Y.encodeStateAsUpdateV2(doc)] : acknowledged,
  }
}
