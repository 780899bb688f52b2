/**
 * A table's database on this device. `known` holds updates that the server has, `unsent` what this device did and the
 * server has not confirmed, under the key of `unsentKey`; both are Yjs updates of format 2. `meta` holds the rest.
 */
export const STORES = ['known', 'unsent', 'meta'] as const
export type StoreName = (typeof STORES)[number]

/** Key in `meta`: the last state vector, as bytes, that the server said to have on its disk. */
export const ACKNOWLEDGED = 'acknowledged'
/** Key in `meta`: names of the older copies whose unsent work is in this one already. */
export const REBASED = 'rebased'

/** One name for a table on this device; what comes behind tells copies apart that must never meet. */
export const prefixOf = (boardId: string): string => `opgavetafel:${boardId}:`

const VERSION = 2

/** Opens a database, new if need be. Undefined where the browser keeps nothing, as in some private windows. */
export function openDatabase(name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(name, VERSION)
      request.onupgradeneeded = () => {
        for (const store of STORES)
          request.result.createObjectStore(store, store === 'known' ? { autoIncrement: true } : undefined)
      }
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => resolve(undefined)
      request.onblocked = () => resolve(undefined)
    } catch {
      resolve(undefined)
    }
  })
}

/** Opens what is there, whatever its form; undefined when nothing of that name is. */
export function openExisting(name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(name)
      request.onupgradeneeded = () => request.transaction?.abort()
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => resolve(undefined)
    } catch {
      resolve(undefined)
    }
  })
}

/** Settles when it is gone, or when the browser will not take it away now. */
export const deleteDatabase = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => resolve()
    request.onblocked = () => resolve()
  })

/** Settles when all that the transaction does has been taken in; rejects when none of it was, as on a full disk. */
export function settled(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('the browser keeps nothing more'))
  })
}

export const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the browser cannot read what it keeps'))
  })

export interface Rows {
  keys: IDBValidKey[]
  updates: Uint8Array[]
}

/** All rows of a store; what is no bytes is left out. */
export async function rowsOf(store: IDBObjectStore): Promise<Rows> {
  const [keys, values] = await Promise.all([answerOf(store.getAllKeys()), answerOf<unknown[]>(store.getAll())])
  const rows: Rows = { keys: [], updates: [] }
  for (const [at, value] of values.entries()) {
    const key = keys[at]
    if (!(value instanceof Uint8Array) || key === undefined) continue
    rows.keys.push(key)
    rows.updates.push(value)
  }
  return rows
}

/** Names of all databases of a table on this device but the given one. */
export async function otherNames(boardId: string, name: string): Promise<string[]> {
  try {
    const all = await indexedDB.databases()
    return all.flatMap((one) => (one.name?.startsWith(prefixOf(boardId)) && one.name !== name ? [one.name] : []))
  } catch {
    return []
  }
}
