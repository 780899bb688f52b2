import {
  createBindingId,
  createShapeId,
  type TLArrowBinding,
  type TLArrowShape,
  type TLNoteShape,
} from '@tldraw/tlschema'
import type { Locale } from '../../shared/api/boards.ts'
import { INK_ARROW } from '../../shared/records/ink-arrow.ts'
import { noteBox } from '../../shared/records/note.ts'
import { plainText } from '../../shared/records/plain-text.ts'
import type { BoardRecord } from '../../shared/records/schema.ts'
import type { IndexKey } from '../../shared/templates/fractional-index.ts'
import { type SampleContent, SampleError, type SampleRelation } from './content.ts'

/** The arrows that say how notes stand to each other, each with its two ties. */
export function relate(
  { relations, rows }: SampleContent,
  laid: readonly BoardRecord[],
  indexes: readonly IndexKey[],
  locale: Locale,
): BoardRecord[] {
  const notes = rows.flat().flatMap((plate) => Object.values(plate.notes).flat())
  const byText = Map.groupBy(laid.filter(isNote), ({ props }) => plainText(props.richText))
  const named = (nl: string): TLNoteShape => {
    const text = notes.find((note) => note.nl === nl)?.[locale]
    const [note, another] = (text !== undefined && byText.get(text)) || []
    if (note && !another) return note
    throw new SampleError(`A relation of the sample table names "${nl}", which is not the text of one note.`)
  }
  return relations.flatMap((relation, at) => {
    const index = indexes[at]
    return index ? arrow(relation, named(relation.from), named(relation.to), index, `sample-relation-${at}`) : []
  })
}

const isNote = (record: BoardRecord): record is TLNoteShape => record.typeName === 'shape' && record.type === 'note'

const middleOf = ({ x, y, props }: TLNoteShape) => {
  const { w, h } = noteBox(props)
  return { x: x + w / 2, y: y + h / 2 }
}

function arrow(
  { kind }: SampleRelation,
  from: TLNoteShape,
  to: TLNoteShape,
  index: IndexKey,
  id: string,
): BoardRecord[] {
  const [start, end] = [middleOf(from), middleOf(to)]
  const shape: TLArrowShape = {
    id: createShapeId(id),
    typeName: 'shape',
    type: 'arrow',
    ...start,
    rotation: 0,
    index,
    parentId: from.parentId,
    isLocked: false,
    opacity: 1,
    props: {
      ...INK_ARROW,
      kind: 'arc',
      start: { x: 0, y: 0 },
      end: { x: end.x - start.x, y: end.y - start.y },
      bend: 0,
      text: '',
      labelPosition: 0.5,
      scale: 1,
      elbowMidPoint: 0.5,
    },
    meta: { relation: kind },
  }
  const tie = (terminal: TLArrowBinding['props']['terminal'], note: TLNoteShape): TLArrowBinding => ({
    id: createBindingId(`${id}-${terminal}`),
    typeName: 'binding',
    type: 'arrow',
    fromId: shape.id,
    toId: note.id,
    props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' },
    meta: {},
  })
  return [shape, tie('start', from), tie('end', to)]
}
