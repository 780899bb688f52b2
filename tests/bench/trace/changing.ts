import type { TLGeoShape, TLParentId, TLShapeId } from '@tldraw/tlschema'
import { between, inHundred } from './chance.ts'
import type { Deed, Person } from './deed.ts'
import { isWritten, type MadeShape, movedBy, PAGE, withProps, wordsIn } from './shapes.ts'
import { typing } from './typing.ts'
import { someWords } from './words.ts'

const isGeo = (shape: MadeShape): shape is TLGeoShape => shape.type === 'geo'
const isAny = (shape: MadeShape): shape is MadeShape => shape.type !== 'arrow'

/** All move along with the pointer, from where they were. */
function* dragging({ random, unit }: Person, shapes: readonly MadeShape[]): Deed {
  let [dx, dy] = [0, 0]
  const [towardsX, towardsY] = [between(random, -9, 9), between(random, -9, 9)]
  const frames = between(random, 50, 100)
  for (let frame = 1; frame <= frames; frame++) {
    dx += (towardsX + between(random, -2, 2)) * unit
    dy += (towardsY + between(random, -2, 2)) * unit
    const gesture = frame === 1 ? 'begin' : frame === frames ? 'end' : 'move'
    yield { gesture, puts: shapes.map((shape) => movedBy(shape, dx, dy)), pause: 1 }
  }
}

export function* drag(person: Person): Deed {
  const shape = person.table.anyFree(person.random, isAny)
  if (shape === undefined) return
  person.claim(shape.id)
  yield* dragging(person, [shape])
}

export function* dragMany(person: Person): Deed {
  const { random, table } = person
  const shapes = new Map<string, MadeShape>()
  for (let wanted = between(random, 4, 12); wanted > 0; wanted--) {
    const shape = table.anyFree(random, isAny)
    if (shape === undefined) break
    person.claim(shape.id)
    shapes.set(shape.id, shape)
  }
  if (shapes.size > 1) yield* dragging(person, [...shapes.values()])
}

const stretched = (shape: TLGeoShape, dw: number, dh: number): TLGeoShape =>
  withProps(shape, { w: Math.max(1, shape.props.w + dw), h: Math.max(1, shape.props.h + dh) })

export function* resize(person: Person): Deed {
  const { random, unit } = person
  let shape = person.table.anyFree(random, isGeo)
  if (shape === undefined) return
  person.claim(shape.id)
  const fromCorner = inHundred(random, 50)
  const frames = between(random, 20, 60)
  for (let frame = 1; frame <= frames; frame++) {
    const [dw, dh] = [between(random, -2, 5) * unit, between(random, -2, 5) * unit]
    shape = stretched(shape, dw, dh)
    if (fromCorner) shape = movedBy(shape, -dw, -dh)
    yield { gesture: frame === 1 ? 'begin' : frame === frames ? 'end' : 'move', puts: [shape], pause: 1 }
  }
}

const COLORS = ['yellow', 'light-green', 'light-blue', 'light-red', 'orange', 'violet', 'blue', 'red'] as const

export function* restyle(person: Person): Deed {
  const { random, table } = person
  const shape = table.anyFree(random, (each): each is MadeShape => each !== undefined)
  if (shape === undefined) return
  person.claim(shape.id)
  const { color, size } = shape.props
  const changed = inHundred(random, 75)
    ? { color: random.pick(COLORS.filter((each) => each !== color)) }
    : { size: random.pick((['s', 'm', 'l', 'xl'] as const).filter((each) => each !== size)) }
  yield { puts: [withProps(shape, changed)], pause: 1 }
}

export function* reorder(person: Person): Deed {
  const { random, table } = person
  const shape = table.anyFree(random, isAny)
  if (shape === undefined) return
  person.claim(shape.id)
  yield { puts: [{ ...shape, index: inHundred(random, 70) ? table.onTop(random) : table.underAll(random) }], pause: 1 }
}

/** Onto a sheet, or from a sheet onto the table. */
export function* reparent(person: Person): Deed {
  const { random, table, unit, sheets } = person
  const shape = table.anyFree(random, isAny)
  if (shape === undefined) return
  person.claim(shape.id)
  const parentId = (shape.parentId === PAGE ? random.pick(sheets) : PAGE) as TLParentId
  const place = { x: random.upTo(1_500) * unit, y: random.upTo(1_500) * unit, index: table.onTop(random) }
  yield { puts: [{ ...shape, ...place, parentId }], pause: 1 }
}

/** With a shape go the ties of its arrows, whose ends then stay where they pointed. */
export function* remove(person: Person): Deed {
  const { random, table } = person
  const shape = table.anyFree(random, isAny)
  if (shape === undefined) return
  const ties = table.bindingsOf(shape.id)
  if (ties.some(({ fromId }) => !table.isFree(fromId))) return
  person.claim(shape.id)
  const arrows = new Map<TLShapeId, MadeShape>()
  for (const { fromId, props } of ties) {
    person.claim(fromId)
    const arrow = arrows.get(fromId) ?? table.shape(fromId)
    if (arrow.type === 'arrow')
      arrows.set(fromId, withProps(arrow, { [props.terminal]: { x: shape.x - arrow.x, y: shape.y - arrow.y } }))
  }
  yield { puts: [...arrows.values()], removes: [shape.id, ...ties.map(({ id }) => id)], pause: 1 }
}

export function* rewrite(person: Person): Deed {
  const { random, table } = person
  const shape = table.anyFree(random, isWritten)
  if (shape === undefined) return
  person.claim(shape.id)
  const words = wordsIn(shape)
  yield* typing(person, shape, ` ${someWords(random, between(random, 10, 40))}`, random.upTo(words.length + 1))
}
