import type { RecordsDiff, UnknownRecord } from '@tldraw/store'
import type { RecordLayout } from './record-layout.ts'

/** What this user did to a record since the last commit: made or removed it, or changed these of its entries. */
export type Pending = 'made' | 'removed' | Set<string>

/**
 * The user's changes that are not yet in the document. Only keys are kept, not values: a commit writes what the store
 * holds then, so a drag of a hundred frames becomes one value.
 */
export function createPendingChanges<R extends UnknownRecord>(layout: RecordLayout<R>) {
  const pending = new Map<string, Pending>()

  const noteKeys = (id: string, keys: Iterable<string>) => {
    const known = pending.get(id)
    if (known === 'made') return
    const set = known instanceof Set ? known : new Set<string>()
    for (const key of keys) set.add(key)
    if (set.size > 0) pending.set(id, set)
  }

  return {
    /** Adds a change as the store reports it. */
    note(changes: RecordsDiff<R>) {
      for (const record of Object.values<R>(changes.added)) pending.set(record.id, 'made')
      for (const [from, to] of Object.values<[R, R]>(changes.updated)) noteKeys(to.id, changedKeys(layout, from, to))
      for (const record of Object.values<R>(changes.removed)) pending.set(record.id, 'removed')
    },
    /** Keys of a record that remote values must not overwrite in the store. */
    keysOf: (id: string): ReadonlySet<string> => {
      const known = pending.get(id)
      return known instanceof Set ? known : new Set()
    },
    take(): [string, Pending][] {
      const taken = [...pending]
      pending.clear()
      return taken
    },
    get isEmpty() {
      return pending.size === 0
    },
  }
}

/** The entries in which two versions of a record differ. */
function changedKeys<R extends UnknownRecord>({ toEntries, isSame }: RecordLayout<R>, from: R, to: R): string[] {
  const before = toEntries(from)
  const after = toEntries(to)
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => !isSame(before.get(key), after.get(key)))
}
