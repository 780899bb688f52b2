import type { TLArrowBinding, TLArrowShape } from '@tldraw/tlschema'
import type { Relation, RelationEnd } from '../api/dossier.ts'
import type { CardShape } from '../records/card.ts'
import { RELATION_KINDS, type RelationKind, relationKindOf } from '../records/relation-kinds.ts'
import type { BoardRecord } from '../records/schema.ts'
import type { Layout } from './layout.ts'
import { type AnyShape, isShape } from './places.ts'
import { compareText } from './reading-order.ts'

type Terminal = TLArrowBinding['props']['terminal']
type Ends = Partial<Record<Terminal, string>>

/** What the arrows say of the parties and notes that they join, in the order of their ids. */
export function relationsOf(records: ReadonlyMap<string, BoardRecord>): Relation[] {
  return arrowsThatSay(records).flatMap(({ id, kind, start, end }) => {
    const [from, to] = [endOf(records, start), endOf(records, end)]
    return from && to && from.id !== to.id ? [{ id, kind, from, to }] : []
  })
}

/** Which kinds of relation each sheet shows: those that join something in one of its regions, in the order of the kinds. */
export function relationKindsOnSheets(
  layout: Layout,
  records: ReadonlyMap<string, BoardRecord>,
): ReadonlyMap<string, readonly RelationKind[]> {
  const sheetsUnder = new Map<string, string[]>(
    [...layout.notes, ...layout.cards].map(({ id, regions }) => [id, regions.map((region) => region.parentId)]),
  )
  const found = new Map<string, Set<RelationKind>>()
  for (const { kind, start, end } of arrowsThatSay(records)) {
    if (!endOf(records, start) || !endOf(records, end) || start === end) continue
    for (const sheet of [start, end].flatMap((id) => sheetsUnder.get(id) ?? []))
      found.set(sheet, (found.get(sheet) ?? new Set()).add(kind))
  }
  return new Map([...found].map(([sheet, kinds]) => [sheet, RELATION_KINDS.filter((kind) => kinds.has(kind))]))
}

interface ArrowThatSays {
  readonly id: string
  readonly kind: RelationKind
  readonly start: string
  readonly end: string
}

/** Arrows of a kind that are tied at both ends, whatever to. */
function arrowsThatSay(records: ReadonlyMap<string, BoardRecord>): ArrowThatSays[] {
  const arrows = [...records.values()].filter(isArrow).toSorted((a, b) => compareText(a.id, b.id))
  const ends = endsOfArrows(records)
  return arrows.flatMap(({ id, meta }) => {
    const kind = relationKindOf(meta)
    const { start, end } = ends.get(id) ?? {}
    return kind && start !== undefined && end !== undefined ? [{ id, kind, start, end }] : []
  })
}

const isBinding = (record: BoardRecord): record is TLArrowBinding =>
  record.typeName === 'binding' && record.type === 'arrow'
const isArrow = (record: BoardRecord): record is TLArrowShape => isShape(record) && record.type === 'arrow'

const isCard = (shape: AnyShape): shape is CardShape => shape.type === 'card'

/** What each arrow is tied to. Two people at once can tie one end twice: then the first by id counts, on every screen. */
function endsOfArrows(records: ReadonlyMap<string, BoardRecord>): ReadonlyMap<string, Ends> {
  const ends = new Map<string, Ends>()
  const bindings = [...records.values()].filter(isBinding)
  for (const { fromId, toId, props } of bindings.toSorted((a, b) => compareText(a.id, b.id))) {
    const tied = ends.get(fromId) ?? {}
    tied[props.terminal] ??= toId
    ends.set(fromId, tied)
  }
  return ends
}

/** A note speaks for itself, a card for its party; nothing else can be related. */
function endOf(records: ReadonlyMap<string, BoardRecord>, shapeId: string): RelationEnd | undefined {
  const shape = records.get(shapeId)
  if (!isShape(shape)) return undefined
  if (shape.type === 'note') return { type: 'note', id: shape.id }
  if (!isCard(shape)) return undefined
  const { party } = shape.props
  return records.get(party)?.typeName === 'party' ? { type: 'party', id: party } : undefined
}
