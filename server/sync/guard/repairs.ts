import { generateKeyBetween } from 'fractional-indexing-jittered'
import * as Y from 'yjs'
import { type RecordsMap, recordsMap } from '../../../shared/records/doc.ts'
import type { Kin, Place } from './kin.ts'
import { isLock } from './rules.ts'

const PAGE = 'page:page'
/** A repair calls for others; each ends at the page or in a deletion, so this many rounds are never needed. */
const MAX_ROUNDS = 100

/**
 * Puts right what edits that were fine by themselves have left together: a binding without one of its ends goes; what lies
 * in something that is gone, or in itself, comes to lie on the page; of those at one index in one parent, all but
 * one get the next free ones: what is locked stays, and then the lowest id. To be called inside a transaction, with what it or earlier ones have touched.
 *
 * @returns the records it has changed
 */
export function repair(doc: Y.Doc, kin: Kin, touched: Iterable<string>): Set<string> {
  const records = recordsMap(doc)
  const repaired = new Set<string>()
  const change = (id: string, task: () => void) => {
    task()
    kin.update(id)
    repaired.add(id)
  }
  let suspects = new Set(touched)
  for (let round = 0; suspects.size > 0 && round < MAX_ROUNDS; round++) {
    const before = repaired.size
    const next = new Set<string>()
    for (const id of [...suspects].sort()) {
      for (const binding of danglingBy(records, kin, id)) change(binding, () => records.delete(binding))
      for (const orphan of orphansBy(records, kin, id)) {
        change(orphan, () => moveTo(records, orphan, { parent: PAGE }))
        next.add(orphan)
      }
      const looped = loopOf(kin, id)
      if (looped !== undefined) {
        change(looped, () => moveTo(records, looped, { parent: PAGE }))
        next.add(looped)
      }
      for (const twin of twinsOf(records, kin, id)) {
        const place = kin.placeOf(twin)
        const index = place && between(place.index, kin.indexAbove(place))
        if (index !== undefined) change(twin, () => moveTo(records, twin, { index }))
      }
    }
    if (repaired.size === before && next.size === 0) break
    suspects = next
  }
  return repaired
}

/** Of a binding, itself; of what is gone, the bindings that tied it. */
function danglingBy(records: RecordsMap, kin: Kin, id: string): string[] {
  const bindings = records.has(id) ? [id] : kin.bindingsOf(id)
  return bindings.filter((binding) => kin.endsOf(binding)?.some((end) => !records.has(end)))
}

/** Of a shape, itself; of what is gone, what lay in it. */
function orphansBy(records: RecordsMap, kin: Kin, id: string): string[] {
  const shapes = records.has(id) ? [id] : kin.childrenOf(id)
  return shapes.filter((shape) => {
    const parent = kin.placeOf(shape)?.parent
    return parent !== undefined && parent !== PAGE && !records.has(parent)
  })
}

/** The greatest id of the circle that a shape lies in, if it does. */
function loopOf(kin: Kin, id: string): string | undefined {
  const chain: string[] = []
  for (let at: string | undefined = id; at !== undefined; at = kin.placeOf(at)?.parent) {
    const start = chain.indexOf(at)
    if (start >= 0) return chain.slice(start).sort().at(-1)
    chain.push(at)
  }
  return undefined
}

/** Those at one index with a shape that have to give way. */
function twinsOf(records: RecordsMap, kin: Kin, id: string): string[] {
  const place = kin.placeOf(id)
  const twins = place === undefined ? [] : kin.atIndex(place)
  if (twins.length < 2) return []
  const isLocked = (twin: string) => isLock(records.get(twin)?.get('m.lock'))
  return twins.sort((a, b) => Number(isLocked(b)) - Number(isLocked(a)) || (a < b ? -1 : 1)).slice(1)
}

function between(index: string, above: string | undefined): string | undefined {
  try {
    return generateKeyBetween(index, above ?? null)
  } catch {
    return undefined
  }
}

function moveTo(records: RecordsMap, id: string, to: Partial<Place>): void {
  const map = records.get(id)
  const at: unknown = map?.get('at')
  if (!(map instanceof Y.Map) || !Array.isArray(at)) return
  map.set('at', [at[0], at[1], to.parent ?? at[2], to.index ?? at[3]])
}
