import type { RecordsDiff, Store, UnknownRecord } from '@tldraw/store'
import type { RecordLayout } from './record-layout.ts'

/**
 * The part of a change that may still be applied: of each entry that the change touched, only where the record has the
 * value that the change started from. What somebody else has altered since stays theirs. Undefined when nothing is left.
 */
function stillMine<R extends UnknownRecord>(layout: RecordLayout<R>, current: R, from: R, to: R): R | undefined {
  const { toEntries, isSame } = layout
  const now = toEntries(current)
  const before = toEntries(from)
  const after = toEntries(to)
  let changed = false
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const target = after.get(key)
    if (isSame(before.get(key), target) || !isSame(now.get(key), before.get(key))) continue
    // An entry the other side lacks must go, and `undefined` would only bring its default back.
    if (after.has(key)) now.set(key, target)
    else now.delete(key)
    changed = true
  }
  return changed ? layout.fromEntries(current.id, now) : undefined
}

/**
 * Makes a store's `applyDiff`, which tldraw's undo and redo go through, take back entries instead of whole records: so
 * undo never reverts what another did, and never brings back a record that another deleted. Records outside the document
 * (selection, camera) keep tldraw's own way.
 */
export function installKeyedDiff<R extends UnknownRecord>(store: Store<R>, layout: RecordLayout<R>): void {
  const whole = store.applyDiff.bind(store)
  const isShared = (record: R) => store.scopedTypes.document.has(record.typeName as R['typeName'])

  store.applyDiff = (diff, options) => {
    const updated: Record<string, [R, R]> = {}
    for (const [id, change] of Object.entries(diff.updated) as [string, [R, R]][]) {
      const [from, to] = change
      const current = store.get(to.id as never) as R | undefined
      if (!isShared(to)) updated[id] = change
      else if (current !== undefined) {
        const next = stillMine(layout, current, from, to)
        if (next !== undefined) updated[id] = [current, next]
      }
    }
    whole({ added: diff.added, updated, removed: diff.removed } as RecordsDiff<R>, options)
  }
}
