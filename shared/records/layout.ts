import { defaultsOf } from './defaults.ts'

/**
 * Layout 1 of a record: one flat entry per property, so that edits of different properties merge. Values that mean
 * nothing apart share an entry: `at` is [x, y, parentId, index] (a position without its parent is nowhere) and `wh` is
 * [w, h]. Props are `p.<name>`, meta is `m.<name>`, other fields keep their names. The id is the key of the record and
 * is not repeated.
 */
export type Entries = Map<string, unknown>

/** A record of whatever type, before a schema has looked at it. */
export interface LooseRecord {
  id: string
  typeName: string
  [field: string]: unknown
}

type Bag = Record<string, unknown>

const NOT_ENTRIES = new Set(['id', 'typeName', 'type', 'props', 'meta'])
const AT_FIELDS = ['x', 'y', 'parentId', 'index'] as const
const COUPLED_SHAPE_FIELDS = new Set<string>(AT_FIELDS)

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value)

/** All entries of a record, defaults included. Rich text and strokes are still JSON here, see `values.ts`. */
export function toEntries(record: LooseRecord): Entries {
  const entries: Entries = new Map()
  const isShape = record.typeName === 'shape'
  entries.set('t', typeof record.type === 'string' ? [record.typeName, record.type] : [record.typeName])
  if (isShape)
    entries.set(
      'at',
      AT_FIELDS.map((field) => record[field]),
    )
  for (const [field, value] of Object.entries(record)) {
    if (NOT_ENTRIES.has(field) || (isShape && COUPLED_SHAPE_FIELDS.has(field))) continue
    entries.set(field, value)
  }
  const props = isBag(record.props) ? record.props : {}
  const coupled = isShape && 'w' in props && 'h' in props
  if (coupled) entries.set('wh', [props.w, props.h])
  for (const [name, value] of Object.entries(props)) {
    if (coupled && (name === 'w' || name === 'h')) continue
    entries.set(`p.${name}`, value)
  }
  for (const [name, value] of Object.entries(isBag(record.meta) ? record.meta : {})) entries.set(`m.${name}`, value)
  return entries
}

/** Record types that carry a `props` object, even an empty one. */
const WITH_PROPS = new Set(['shape', 'binding', 'asset'])

/**
 * Entries and frozen defaults → record. Undefined while the record does not exist yet: without `t`, or a shape without
 * `at`, which happens when updates arrive out of order. An entry of value undefined takes its default away.
 */
export function fromEntries(id: string, entries: ReadonlyMap<string, unknown>): LooseRecord | undefined {
  const t = entries.get('t')
  if (!Array.isArray(t) || typeof t[0] !== 'string') return undefined
  const typeName: string = t[0]
  const type: string | undefined = typeof t[1] === 'string' ? t[1] : undefined
  if (typeName === 'shape' && !Array.isArray(entries.get('at'))) return undefined

  const record: LooseRecord = { id, typeName }
  if (type !== undefined) record.type = type
  const props: Bag = {}
  const meta: Bag = {}
  if (WITH_PROPS.has(typeName)) record.props = props
  record.meta = meta

  const put = (key: string, value: unknown) => {
    if (value === undefined) return
    if (key === 'at' && Array.isArray(value)) {
      for (const [position, field] of AT_FIELDS.entries()) record[field] = value[position]
    } else if (key === 'wh' && Array.isArray(value)) {
      props.w = value[0]
      props.h = value[1]
    } else if (key.startsWith('p.')) props[key.slice(2)] = value
    else if (key.startsWith('m.')) meta[key.slice(2)] = value
    else if (!NOT_ENTRIES.has(key)) record[key] = value
  }
  for (const [key, value] of Object.entries(defaultsOf(typeName, type))) if (!entries.has(key)) put(key, value)
  for (const [key, value] of entries) if (key !== 't') put(key, value)
  return record
}
