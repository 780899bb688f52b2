import { nanoid } from 'nanoid'
import * as Y from 'yjs'
import {
  ACKNOWLEDGED,
  answerOf,
  deleteDatabase,
  openDatabase,
  prefixOf,
  REBASED,
  type Rows,
  rowsOf,
  settled,
} from './copy-database.ts'
import { CopyWriter } from './copy-writer.ts'

/** What others did is written so long (ms) after it came: the server has it, so nothing hangs on it. */
const THEIRS_EVERY_MS = 1_000
/** What the server has on its disk is noted at least so often (ms) while it grows. */
const VECTOR_EVERY_MS = 10_000
/** More rows than this are made one when the copy is opened, and so many more while it is open. */
const FOLD_FROM = { atOpening: 50, whileOpen: 1_000 }

/** Which document a copy is of: what differs in one of these shares no history, or is not read alike. */
export interface Version {
  epoch: number
  schema: string
}

/**
 * What this device keeps of a table, so that work done without a connection survives a closed window. It keeps apart what
 * the server has and what it has not confirmed: together they are the document, the first alone is what is acknowledged.
 * Several windows may write one copy; each acknowledges only what it wrote or found.
 */
export interface OfflineCopy {
  readonly name: string
  /** Changes found in it that the server has not confirmed; they have the numbers from 1 on. */
  readonly found: number
  /** The state vector that the server last confirmed, as far as this copy knows. */
  readonly acknowledged: Uint8Array | undefined
  /** Whether what is given to it is written; false from the first time that the browser refuses. */
  readonly isKept: boolean
  /** Older copies whose work is in this one. */
  readonly rebased: readonly string[]
  /** Keeps a change of this device, an update of format 2. Returns its number; later changes have higher ones. */
  keepMine(update: Uint8Array): number
  /** Keeps what came from the server. */
  keepTheirs(update: Uint8Array): void
  /** The server has all changes up to this number, and this on its disk. */
  acknowledge(through: number, stateVector: Uint8Array): void
  noteRebased(name: string): void
  /** Settles when all that was given is written; false when it is not. */
  written(): Promise<boolean>
  /** Puts the copy away under another name, for later, and leaves none under its own. */
  setAside(): Promise<void>
  close(): Promise<void>
}

interface Mine {
  number: number
  key: IDBValidKey
  update: Uint8Array
}

export const copyName = (boardId: string, { epoch, schema }: Version): string =>
  `${prefixOf(boardId)}${epoch}:${schema}`

/**
 * Opens the copy and loads it into the document. Undefined where the browser keeps nothing: then the table works, but only
 * with a connection. `onLost` is called when the browser stops keeping it.
 */
export async function openOfflineCopy(
  doc: Y.Doc,
  boardId: string,
  version: Version,
  onLost: () => void,
): Promise<OfflineCopy | undefined> {
  const name = copyName(boardId, version)
  const database = await openDatabase(name)
  if (database === undefined) return undefined
  try {
    const reading = database.transaction(['known', 'unsent', 'meta'], 'readonly')
    const [known, unsent, acknowledged, rebased] = await Promise.all([
      rowsOf(reading.objectStore('known')),
      rowsOf(reading.objectStore('unsent')),
      answerOf<unknown>(reading.objectStore('meta').get(ACKNOWLEDGED)),
      answerOf<unknown>(reading.objectStore('meta').get(REBASED)),
    ])
    const folded = load(doc, known, unsent)
    return keep(database, {
      onLost,
      rows: known.keys.length,
      folded: folded && { update: folded, instead: known.keys },
      found: unsent.keys.map((key, at) => ({ number: at + 1, key, update: unsent.updates[at] as Uint8Array })),
      acknowledged: acknowledged instanceof Uint8Array ? acknowledged : undefined,
      rebased: Array.isArray(rebased) ? rebased.filter((one) => typeof one === 'string') : [],
    })
  } catch {
    database.close()
    return undefined
  }
}

/** Loads the rows; returns the known ones as one, without what is deleted, when there are many. */
function load(doc: Y.Doc, known: Rows, unsent: Rows): Uint8Array | undefined {
  applyAll(doc, known.updates)
  const folded = known.keys.length > FOLD_FROM.atOpening ? Y.encodeStateAsUpdateV2(doc) : undefined
  applyAll(doc, unsent.updates)
  return folded
}

/** Applies rows in one transaction. A row that cannot be read is passed over: the server has it, or it is lost. */
export function applyAll(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  doc.transact(() => {
    for (const update of updates) {
      try {
        Y.applyUpdateV2(doc, update)
      } catch {
        // The rest is as good as it was.
      }
    }
  })
}

interface Opened {
  onLost(): void
  rows: number
  folded: { update: Uint8Array; instead: IDBValidKey[] } | undefined
  found: Mine[]
  acknowledged: Uint8Array | undefined
  rebased: string[]
}

function keep(database: IDBDatabase, opened: Opened): OfflineCopy {
  const { name } = database
  const writer = new CopyWriter(database, () => {
    theirs = []
    clearTimeout(timer)
    opened.onLost()
  })
  const write = writer.write.bind(writer)
  /** Tells this window's rows from those of others. */
  const session = nanoid()
  const rebased = [...opened.rebased]
  let mine = opened.found
  let last = opened.found.length
  let { acknowledged, rows } = opened
  let notedAt = 0
  let theirs: Uint8Array[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  function writeTheirs() {
    clearTimeout(timer)
    timer = undefined
    if (theirs.length === 0) return
    const update = theirs.length === 1 ? theirs[0] : Y.mergeUpdatesV2(theirs)
    theirs = []
    rows += 1
    write(['known'], (store) => store('known').add(update))
    if (rows > opened.rows + FOLD_FROM.whileOpen) fold()
  }

  /** Makes the known rows one. All in one transaction, so that another window's rows are either in it or stay. */
  function fold() {
    rows = opened.rows
    write(['known'], (store) => {
      const known = store('known')
      const reading = known.getAll()
      reading.onsuccess = () => {
        const updates = (reading.result as unknown[]).filter((update) => update instanceof Uint8Array)
        known.clear()
        known.add(Y.mergeUpdatesV2(updates))
      }
    })
  }

  const onHide = () => writeTheirs()
  window.addEventListener('pagehide', onHide)

  if (opened.folded !== undefined) {
    const { update, instead } = opened.folded
    write(['known'], (store) => {
      for (const key of instead) store('known').delete(key)
      store('known').add(update)
    })
  }

  return {
    name,
    found: opened.found.length,
    get acknowledged() {
      return acknowledged
    },
    get isKept() {
      return writer.isKept
    },
    rebased,

    keepMine(update) {
      writeTheirs()
      last += 1
      const one = { number: last, key: [session, last], update }
      mine.push(one)
      write(['unsent'], (store) => store('unsent').add(update, one.key))
      return last
    },

    keepTheirs(update) {
      if (!writer.isKept) return
      theirs.push(update)
      timer ??= setTimeout(writeTheirs, THEIRS_EVERY_MS)
    },

    acknowledge(through, stateVector) {
      acknowledged = stateVector
      const done = mine.filter(({ number }) => number <= through)
      if (done.length === 0 && Date.now() < notedAt + VECTOR_EVERY_MS) return
      notedAt = Date.now()
      mine = mine.filter(({ number }) => number > through)
      writeTheirs()
      rows += 1
      write(['known', 'unsent', 'meta'], (store) => {
        for (const { key } of done) store('unsent').delete(key)
        if (done.length > 0) store('known').add(Y.mergeUpdatesV2(done.map(({ update }) => update)))
        store('meta').put(stateVector, ACKNOWLEDGED)
      })
    },

    noteRebased(older) {
      rebased.push(older)
      write(['meta'], (store) => store('meta').put([...rebased], REBASED))
    },

    async written() {
      writeTheirs()
      return writer.written()
    },

    async setAside() {
      writeTheirs()
      if (!(await writer.written())) return
      await copyAway(database, `${name}:${Date.now()}`)
      await writer.close()
      await deleteDatabase(name)
    },

    async close() {
      window.removeEventListener('pagehide', onHide)
      writeTheirs()
      clearTimeout(timer)
      await writer.close()
    },
  }
}

/** Copies what has unsent work in it; the rest the server has. */
async function copyAway(from: IDBDatabase, name: string): Promise<void> {
  const reading = from.transaction(['known', 'unsent'], 'readonly')
  const [known, unsent] = await Promise.all([
    rowsOf(reading.objectStore('known')),
    rowsOf(reading.objectStore('unsent')),
  ])
  if (unsent.keys.length === 0) return
  const to = await openDatabase(name)
  if (to === undefined) throw new Error('the browser keeps nothing more')
  const transaction = to.transaction(['known', 'unsent'], 'readwrite')
  for (const update of known.updates) transaction.objectStore('known').add(update)
  for (const [at, key] of unsent.keys.entries()) transaction.objectStore('unsent').put(unsent.updates[at], key)
  await settled(transaction)
  to.close()
}
