import {
  type Atom,
  atom,
  createShapeId,
  type Editor,
  getArrowBindings,
  type TLArrowShape,
  type TLShapeId,
} from 'tldraw'
import { INK_ARROW } from '../../../shared/records/ink-arrow.ts'
import { type RelationKind, relationKindOf } from '../../../shared/records/relation-kinds.ts'
import { isLaid } from '../shapes/laid.tsx'
import type { Relating } from '../table.ts'
import { isArrow, joinedBy } from './relation-on-table.ts'

/** A relation of which one end is chosen, and that waits for the other. */
interface HalfMade {
  readonly from: TLShapeId
  readonly kind: RelationKind
}

const halves = new WeakMap<Editor, Atom<HalfMade | null>>()

function halfMade(editor: Editor): Atom<HalfMade | null> {
  const known = halves.get(editor)
  if (known) return known
  const made = atom<HalfMade | null>('half a relation', null)
  halves.set(editor, made)
  return made
}

/** What can be related now, by what is selected; null while there is nothing, or the hand is busy. */
export function relatingIn(editor: Editor): Relating | null {
  if (!editor.isIn('select.idle') || editor.getIsReadonly()) return null
  const bounds = editor.getSelectionPageBounds()
  const shapes = editor.getSelectedShapes()
  const half = halfMade(editor).get()
  if (half && editor.getShape(half.from)) return { step: 'other', id: half.from, kind: half.kind, box: null }
  if (!bounds) return null
  const { x, y } = editor.pageToViewport(bounds.point)
  const zoom = editor.getZoomLevel()
  const box = { x, y, w: bounds.w * zoom, h: bounds.h * zoom }
  const id = shapes.map((shape) => shape.id).join(' ')
  const [only] = shapes
  if (shapes.length === 1 && isArrow(only)) {
    if (!joinedBy(editor, only) || editor.isShapeOrAncestorLocked(only)) return null
    return { step: 'arrow', id, kind: relationKindOf(only.meta) ?? null, box }
  }
  return shapes.length <= 2 && shapes.every(isLaid) ? { step: 'ends', id, kind: null, box } : null
}

/** Makes a relation of what is selected: an arrow, two things, or one that then waits for another. Null: a plain arrow. */
export function relate(editor: Editor, kind: RelationKind | null): void {
  const [first, second] = editor.getSelectedShapes()
  if (isArrow(first)) say(editor, first, kind)
  else if (first && kind && second) tie(editor, first.id, second.id, kind)
  else if (first && kind) halfMade(editor).set({ from: first.id, kind })
}

/** Ties the relation that waits for its other end. */
export function relateTo(editor: Editor, to: TLShapeId): void {
  const half = halfMade(editor).get()
  const shape = editor.getShape(to)
  halfMade(editor).set(null)
  if (half && shape && isLaid(shape) && to !== half.from) tie(editor, half.from, to, half.kind)
}

export const stopRelating = (editor: Editor): void => void halfMade(editor).set(null)

/** Whoever taps a card or note while a relation waits for its other end has chosen it; the canvas beside all lets go of it. */
export function registerRelating(editor: Editor): () => void {
  const half = halfMade(editor)
  const onEvent = ({ type, name }: { type: string; name: string }) => {
    const waiting = half.get()
    if (name === 'cancel') half.set(null)
    if (!waiting || type !== 'pointer' || name !== 'pointer_up') return
    const chosen = editor.getSelectedShapeIds()
    if (chosen.length === 0) half.set(null)
    else if (chosen.length === 1 && chosen[0] && chosen[0] !== waiting.from) relateTo(editor, chosen[0])
  }
  editor.on('event', onEvent)
  return () => {
    editor.off('event', onEvent)
    half.set(null)
  }
}

function say(editor: Editor, arrow: TLArrowShape, kind: RelationKind | null): void {
  editor.markHistoryStoppingPoint('relation')
  editor.store.update(arrow.id, (now) => {
    const { relation: _before, ...meta } = now.meta
    return { ...now, meta: kind === null ? meta : { ...meta, relation: kind } }
  })
}

function tie(editor: Editor, from: TLShapeId, to: TLShapeId, kind: RelationKind): void {
  const [start, end] = [from, to].map((id) => editor.getShapePageBounds(id)?.center)
  if (!start || !end) return
  const id = createShapeId()
  editor.markHistoryStoppingPoint('relation')
  editor.run(() => {
    editor.createShape<TLArrowShape>({
      id,
      type: 'arrow',
      x: start.x,
      y: start.y,
      props: { ...INK_ARROW, kind: 'arc', start: { x: 0, y: 0 }, end: { x: end.x - start.x, y: end.y - start.y } },
      meta: { relation: kind },
    })
    const anchor = { normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' } as const
    editor.createBindings([
      { type: 'arrow', fromId: id, toId: from, props: { terminal: 'start', ...anchor } },
      { type: 'arrow', fromId: id, toId: to, props: { terminal: 'end', ...anchor } },
    ])
    editor.select(id)
  })
}

/** Lets the selected arrow say of the second what it said of the first. */
export function turnRelation(editor: Editor): void {
  const arrow = editor.getOnlySelectedShape() ?? undefined
  if (!isArrow(arrow)) return
  const { start, end } = getArrowBindings(editor, arrow)
  if (!start || !end) return
  editor.markHistoryStoppingPoint('turn relation')
  editor.run(() => {
    editor.updateBindings([
      { ...start, props: { ...start.props, terminal: 'end' } },
      { ...end, props: { ...end.props, terminal: 'start' } },
    ])
    const { start: from, end: to, bend } = arrow.props
    editor.updateShape<TLArrowShape>({ id: arrow.id, type: 'arrow', props: { start: to, end: from, bend: -bend } })
  })
}
