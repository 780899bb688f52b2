import type { TLShape } from '@tldraw/tlschema'
import type { BoardRecord, BoardShape } from '../records/schema.ts'

/** Every shape of a board's document: tldraw's own and ours. */
export type AnyShape = TLShape | BoardShape

export interface Point {
  readonly x: number
  readonly y: number
}

/** Where a shape's own corner lies on its page, and how far it is turned, in radians. */
export interface Place extends Point {
  readonly page: string
  readonly turn: number
}

export const isShape = (record: BoardRecord | undefined): record is AnyShape => record?.typeName === 'shape'

/** The page point of a point that is measured from the corner of a shape. */
export function toPage({ x, y, turn }: Place, point: Point): Point {
  const cos = Math.cos(turn)
  const sin = Math.sin(turn)
  return { x: x + point.x * cos - point.y * sin, y: y + point.x * sin + point.y * cos }
}

/**
 * Finds the place of shapes by going up through their parents. Null for a shape whose parents are missing or go round
 * in a circle, which can be for a moment while changes of several people come together.
 */
export function placeFinder(records: ReadonlyMap<string, BoardRecord>): (shape: AnyShape) => Place | null {
  const found = new Map<string, Place | null>()
  const find = (shape: AnyShape): Place | null => {
    const known = found.get(shape.id)
    if (known !== undefined) return known
    found.set(shape.id, null)
    const parent = records.get(shape.parentId)
    const place =
      parent?.typeName === 'page' || !parent ? onPage(shape) : isShape(parent) ? within(shape, find(parent)) : null
    found.set(shape.id, place)
    return place
  }
  return find
}

/** Pages are named by the shapes on them: a document may leave the page's own record out, as it has only defaults. */
const onPage = ({ parentId, x, y, rotation }: AnyShape): Place | null =>
  parentId.startsWith('page:') ? { page: parentId, x, y, turn: rotation } : null

const within = (shape: AnyShape, parent: Place | null): Place | null =>
  parent && { ...toPage(parent, shape), page: parent.page, turn: parent.turn + shape.rotation }
