import * as Y from 'yjs'
import type { BoardRecord } from './schema.ts'

/** Groups in groups; nobody makes as many by hand. */
const MAX_NESTED = 50

type RecordsInDoc = Y.Map<Y.Map<unknown>>

/** What stands in the document about another record, whether it can be shown or not. */
function entryOf(records: RecordsInDoc, id: string, key: string): unknown {
  const map: unknown = records.get(id)
  return map instanceof Y.Map ? map.get(key) : undefined
}

function typeOf(records: RecordsInDoc, id: string): unknown {
  const t = entryOf(records, id, 't')
  return Array.isArray(t) ? t[1] : undefined
}

function parentOf(records: RecordsInDoc, id: string): string | undefined {
  const at = entryOf(records, id, 'at')
  return Array.isArray(at) ? parentId(at[2]) : undefined
}

/** A parent that is a shape; the page stands on nothing. */
const parentId = (id: unknown): string | undefined =>
  typeof id === 'string' && id.startsWith('shape:') ? id : undefined

/** Whether a record joins others of which one is not there: it may come yet, or somebody has just taken it away. */
export const isDangling = (record: BoardRecord, records: RecordsInDoc): boolean =>
  record.typeName === 'binding' && ![record.fromId, record.toId].every((id) => records.has(id))

/**
 * Why a record cannot be shown beside the others, or undefined if it can: tldraw would go round in a circle for ever, and
 * every screen with it. It can pass when another record changes.
 */
export function relationFault(record: BoardRecord, records: RecordsInDoc): string | undefined {
  if (record.typeName === 'shape') {
    let parent = parentId(record.parentId)
    for (let depth = 0; parent !== undefined; depth++) {
      if (parent === record.id || depth === MAX_NESTED) return 'it lies in itself, or too deep in others'
      parent = parentOf(records, parent)
    }
  }
  if (record.typeName === 'binding') {
    const { fromId, toId } = record
    if (typeOf(records, fromId) !== 'arrow') return 'it ties what is no arrow'
    if (typeOf(records, toId) === 'arrow') return 'it ties an arrow to an arrow'
    if (typeOf(records, toId) === 'group' && liesIn(records, fromId, toId)) return 'it ties to what it lies in'
  }
  return undefined
}

function liesIn(records: RecordsInDoc, id: string, group: string): boolean {
  let parent = parentOf(records, id)
  for (let depth = 0; parent !== undefined && depth < MAX_NESTED; depth++) {
    if (parent === group) return true
    parent = parentOf(records, parent)
  }
  return false
}

/** The others by which a record stands or falls: those that it joins, and all that these lie in. */
export function restsOn(record: BoardRecord, records: RecordsInDoc): string[] {
  const found = new Set<string>()
  const addWithParents = (start: string | undefined) => {
    for (let id = start; id !== undefined && !found.has(id) && found.size <= 2 * MAX_NESTED; id = parentOf(records, id))
      found.add(id)
  }
  if (record.typeName === 'shape') addWithParents(parentId(record.parentId))
  if (record.typeName === 'binding') for (const id of [record.fromId, record.toId]) addWithParents(id)
  return [...found]
}
