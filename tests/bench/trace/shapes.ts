import type {
  TLArrowBinding,
  TLArrowShape,
  TLBindingId,
  TLDrawShape,
  TLGeoShape,
  TLNoteShape,
  TLPageId,
  TLParentId,
  TLRichText,
  TLShapeId,
  TLTextShape,
} from '@tldraw/tlschema'
import { toRichText } from '@tldraw/tlschema'
import { noteGrowth } from '../../../shared/records/note.ts'

/** What people make on the table of the trace. */
export type MadeShape = TLNoteShape | TLGeoShape | TLTextShape | TLDrawShape | TLArrowShape
/** Those that hold words. */
export type WrittenShape = TLNoteShape | TLGeoShape | TLTextShape

export const isWritten = (shape: MadeShape): shape is WrittenShape =>
  shape.type === 'note' || shape.type === 'geo' || shape.type === 'text'

export interface Signature {
  by: string
  party: string
}

export interface Place {
  id: string
  index: string
  x: number
  y: number
  meta: Signature
}

export const PAGE = 'page:page' as TLPageId

const base = ({ id, index, x, y, meta }: Place) => ({
  id: id as TLShapeId,
  typeName: 'shape' as const,
  x,
  y,
  rotation: 0,
  index: index as MadeShape['index'],
  parentId: PAGE as TLParentId,
  isLocked: false,
  opacity: 1,
  meta: { ...meta },
})

/** As the table's own notes are made. */
export const emptyNote = (place: Place): TLNoteShape => ({
  ...base(place),
  type: 'note',
  props: {
    color: 'yellow',
    labelColor: 'black',
    size: 's',
    font: 'sans',
    fontSizeAdjustment: 0,
    align: 'start',
    verticalAlign: 'start',
    growY: 0,
    url: '',
    richText: toRichText(''),
    scale: 1,
  },
})

export const emptyGeo = (place: Place, geo: TLGeoShape['props']['geo']): TLGeoShape => ({
  ...base(place),
  type: 'geo',
  props: {
    w: 1,
    h: 1,
    geo,
    color: 'black',
    labelColor: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    font: 'draw',
    align: 'middle',
    verticalAlign: 'middle',
    growY: 0,
    url: '',
    richText: toRichText(''),
    scale: 1,
  },
})

export const emptyText = (place: Place): TLTextShape => ({
  ...base(place),
  type: 'text',
  props: {
    color: 'black',
    size: 'm',
    font: 'draw',
    textAlign: 'start',
    w: 8,
    richText: toRichText(''),
    scale: 1,
    autoSize: true,
  },
})

export const startedStroke = (place: Place): TLDrawShape => ({
  ...base(place),
  type: 'draw',
  props: {
    color: 'black',
    size: 'm',
    fill: 'none',
    dash: 'draw',
    segments: [{ type: 'free', points: [{ x: 0, y: 0, z: 0.5 }] }],
    isComplete: false,
    isClosed: false,
    isPen: false,
    scale: 1,
  },
})

export const startedArrow = (place: Place): TLArrowShape => ({
  ...base(place),
  type: 'arrow',
  props: {
    kind: 'arc',
    elbowMidPoint: 0.5,
    color: 'black',
    labelColor: 'black',
    fill: 'none',
    dash: 'draw',
    size: 'm',
    font: 'draw',
    arrowheadStart: 'none',
    arrowheadEnd: 'arrow',
    start: { x: 0, y: 0 },
    end: { x: 2, y: 0 },
    bend: 0,
    text: '',
    labelPosition: 0.5,
    scale: 1,
  },
})

export const arrowBinding = (
  id: string,
  terminal: 'start' | 'end',
  { from, to, anchor }: { from: TLShapeId; to: TLShapeId; anchor: { x: number; y: number } },
): TLArrowBinding => ({
  id: id as TLBindingId,
  typeName: 'binding',
  type: 'arrow',
  fromId: from,
  toId: to,
  props: { terminal, normalizedAnchor: anchor, isExact: false, isPrecise: false, snap: 'none' },
  meta: {},
})

export const movedBy = <S extends MadeShape>(shape: S, dx: number, dy: number): S => ({
  ...shape,
  x: shape.x + dx,
  y: shape.y + dy,
})

export const withProps = <S extends MadeShape>(shape: S, props: Partial<S['props']>): S => ({
  ...shape,
  props: { ...shape.props, ...props },
})

const CHARS_PER_LINE = 15

/** A shape with other words in it, as its editor leaves it: a paragraph knows its direction, a note grows by lines. */
export function withWords<S extends WrittenShape>(shape: S, words: string): S {
  const paragraph = { type: 'paragraph', attrs: { dir: 'auto' } }
  const content = words === '' ? [paragraph] : [{ ...paragraph, content: [{ type: 'text', text: words }] }]
  const richText: TLRichText = { type: 'doc', content }
  if (shape.type !== 'note') return { ...shape, props: { ...shape.props, richText } }
  const growY = noteGrowth(Math.min(6, Math.ceil(words.length / CHARS_PER_LINE)))
  return { ...shape, props: { ...shape.props, richText, growY } }
}

/** The words of a shape that has one paragraph. */
export function wordsIn(shape: WrittenShape): string {
  const [paragraph] = shape.props.richText.content as { content?: { text: string }[] }[]
  return paragraph?.content?.[0]?.text ?? ''
}
