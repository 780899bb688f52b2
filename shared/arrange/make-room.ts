import type { AnyShape, Point } from '../dossier/places.ts'
import type { SheetShape } from '../records/sheet.ts'
import { BETWEEN_SHEETS } from '../templates/place.ts'

/**
 * How far what lies on the table has to go, because a sheet has grown: all that begins to the right of where it ended, or
 * under it, keeps the usual white from it. What lies far enough away stays; nothing comes nearer when a sheet shrinks.
 */
export function makeRoom(shapes: readonly AnyShape[], before: SheetShape, now: SheetShape): Map<string, Point> {
  const others = shapes.filter(({ id, parentId }) => parentId === before.parentId && id !== before.id)
  const [right, bottom] = [before.x + before.props.w, before.y + before.props.h]
  const [newRight, newBottom] = [now.x + now.props.w, now.y + now.props.h]
  const beside = others.filter(({ x, y }) => x >= right && y < newBottom)
  const under = others.filter(({ x, y }) => y >= bottom && x < right)
  const moves = new Map<string, Point>()
  const push = (things: readonly AnyShape[], by: number, side: keyof Point) => {
    if (by <= 0) return
    for (const { id } of things) moves.set(id, { x: 0, y: 0, [side]: by })
  }
  if (newRight > right) push(beside, newRight + BETWEEN_SHEETS - leastOf(beside, 'x'), 'x')
  if (newBottom > bottom) push(under, newBottom + BETWEEN_SHEETS - leastOf(under, 'y'), 'y')
  return moves
}

const leastOf = (things: readonly AnyShape[], side: keyof Point): number =>
  things.reduce((least, thing) => Math.min(least, thing[side]), Number.POSITIVE_INFINITY)
