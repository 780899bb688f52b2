import type { TLGeoShape, TLParentId, TLShapeId } from '@tldraw/tlschema'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import type { Random } from '../../support/random.ts'
import { anId, between, inHundred } from './chance.ts'
import {
  arrowBinding,
  emptyGeo,
  emptyNote,
  emptyText,
  type MadeShape,
  movedBy,
  PAGE,
  type Place,
  type Signature,
  startedArrow,
  startedStroke,
  type WrittenShape,
  withProps,
  withWords,
  wordsIn,
} from './shapes.ts'
import type { Table } from './table.ts'
import { someWords } from './words.ts'

/** What one person does to records in one frame of their screen. */
export interface Step {
  /** Where it stands in a gesture of the pointer; absent outside of any. */
  gesture?: 'begin' | 'move' | 'end'
  puts: readonly BoardRecord[]
  removes?: readonly string[]
  /** Frames until the next step. */
  pause: number
}

/** One deed, frame after frame. One that finds nothing to work on ends before it begins. */
export type Deed = Generator<Step, void>

export interface Person {
  random: Random
  table: Table
  /** Of their screen: a pixel is so many units of the table. */
  unit: number
  meta: Signature
  /** Ids of the sheets on which things can be put. */
  sheets: readonly string[]
  claim(id: string): void
}

const isWritten = (shape: MadeShape): shape is WrittenShape =>
  shape.type === 'note' || shape.type === 'geo' || shape.type === 'text'
const isGeo = (shape: MadeShape): shape is TLGeoShape => shape.type === 'geo'
const isAny = (shape: MadeShape): shape is MadeShape => shape.type !== 'arrow'

const newPlace = ({ random, table, unit, meta }: Person): Place => ({
  id: `shape:${anId(random, 21)}`,
  index: table.onTop(random),
  x: random.upTo(9_000) * unit,
  y: random.upTo(6_000) * unit,
  meta,
})

/** Key after key, six in a hundred of them wrong and taken back, from a place in the words on. */
function* typing({ random }: Person, start: WrittenShape, added: string, from: number): Deed {
  const words = wordsIn(start)
  const [head, tail] = [words.slice(0, from), words.slice(from)]
  const shown = (middle: string): Step => ({
    puts: [withWords(start, head + middle + tail)],
    pause: between(random, 6, 18),
  })
  for (let typed = 1; typed <= added.length; typed++) {
    if (inHundred(random, 6)) {
      yield shown(`${added.slice(0, typed - 1)}x`)
      yield shown(added.slice(0, typed - 1))
    }
    yield shown(added.slice(0, typed))
  }
}

function* making(person: Person, shape: WrittenShape, chars: number): Deed {
  person.claim(shape.id)
  yield { puts: [shape], pause: 30 }
  yield* typing(person, shape, someWords(person.random, chars), 0)
}

const makeNote = (person: Person): Deed => making(person, emptyNote(newPlace(person)), between(person.random, 20, 85))

const makeText = (person: Person): Deed => making(person, emptyText(newPlace(person)), between(person.random, 12, 50))

function* makeGeo(person: Person): Deed {
  const { random, unit } = person
  const start = emptyGeo(newPlace(person), random.pick(['rectangle', 'ellipse', 'cloud'] as const) ?? 'rectangle')
  person.claim(start.id)
  yield { gesture: 'begin', puts: [start], pause: 1 }
  let shape = start
  for (let left = between(random, 20, 50); left > 0; left--) {
    const [w, h] = [shape.props.w + random.upTo(9) * unit, shape.props.h + random.upTo(7) * unit]
    shape = withProps(shape, { w, h })
    yield { gesture: 'move', puts: [shape], pause: 1 }
  }
  yield { gesture: 'end', puts: [], pause: 60 }
  if (inHundred(random, 50)) yield* typing(person, shape, someWords(random, between(random, 5, 20)), 0)
}

const hundredths = (value: number): number => Math.round(value * 100) / 100

function* makeStroke(person: Person): Deed {
  const { random, unit } = person
  let shape = startedStroke(newPlace(person))
  person.claim(shape.id)
  const points = [{ x: 0, y: 0, z: 0.5 }]
  const show = () => {
    shape = withProps(shape, { segments: [{ type: 'free', points: [...points] }] })
    return [shape]
  }
  yield { gesture: 'begin', puts: [shape], pause: 1 }
  let [x, y, dx, dy] = [0, 0, 3, 0]
  for (let left = between(random, 40, 150); left > 0; left--) {
    dx += random.upTo(5) - 2
    dy += random.upTo(5) - 2
    x += dx
    y += dy
    points.push({ x: hundredths(x * unit), y: hundredths(y * unit), z: 0.5 })
    yield { gesture: 'move', puts: show(), pause: 1 }
  }
  yield { gesture: 'end', puts: [withProps(shape, { isComplete: true })], pause: 1 }
}

function* makeArrow(person: Person): Deed {
  const { random, table, unit } = person
  const from = table.anyFree(random, isWritten)
  if (from === undefined) return
  person.claim(from.id)
  const to = table.anyFree(random, isWritten)
  if (to === undefined) return
  person.claim(to.id)
  let arrow = startedArrow({ ...newPlace(person), x: from.x + 20 * unit, y: from.y + 20 * unit })
  person.claim(arrow.id)
  const bind = (terminal: 'start' | 'end', shape: MadeShape) =>
    arrowBinding(`binding:${anId(random, 21)}`, terminal, {
      from: arrow.id,
      to: shape.id,
      anchor: { x: random.upTo(1_000) / 999, y: random.upTo(1_000) / 999 },
    })
  yield { gesture: 'begin', puts: [arrow, bind('start', from)], pause: 1 }
  const frames = between(random, 25, 60)
  for (let frame = 1; frame <= frames; frame++) {
    const end = { x: ((to.x - from.x) * frame) / frames, y: ((to.y - from.y) * frame) / frames }
    arrow = withProps(arrow, { end })
    yield { gesture: 'move', puts: [arrow], pause: 1 }
  }
  yield { gesture: 'end', puts: [bind('end', to)], pause: 1 }
}

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

function* drag(person: Person): Deed {
  const shape = person.table.anyFree(person.random, isAny)
  if (shape === undefined) return
  person.claim(shape.id)
  yield* dragging(person, [shape])
}

function* dragMany(person: Person): Deed {
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

function* resize(person: Person): Deed {
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

function* restyle(person: Person): Deed {
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

function* reorder(person: Person): Deed {
  const { random, table } = person
  const shape = table.anyFree(random, isAny)
  if (shape === undefined) return
  person.claim(shape.id)
  yield { puts: [{ ...shape, index: inHundred(random, 70) ? table.onTop(random) : table.underAll(random) }], pause: 1 }
}

/** Onto a sheet, or from a sheet onto the table. */
function* reparent(person: Person): Deed {
  const { random, table, unit, sheets } = person
  const shape = table.anyFree(random, isAny)
  if (shape === undefined) return
  person.claim(shape.id)
  const parentId = (shape.parentId === PAGE ? random.pick(sheets) : PAGE) as TLParentId
  const place = { x: random.upTo(1_500) * unit, y: random.upTo(1_500) * unit, index: table.onTop(random) }
  yield { puts: [{ ...shape, ...place, parentId }], pause: 1 }
}

/** With a shape go the ties of its arrows, whose ends then stay where they pointed. */
function* remove(person: Person): Deed {
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

function* rewrite(person: Person): Deed {
  const { random, table } = person
  const shape = table.anyFree(random, isWritten)
  if (shape === undefined) return
  person.claim(shape.id)
  const words = wordsIn(shape)
  yield* typing(person, shape, ` ${someWords(random, between(random, 10, 40))}`, random.upTo(words.length + 1))
}

/** All that people do, by name. */
export const DEEDS = {
  makeNote,
  makeText,
  makeGeo,
  makeStroke,
  makeArrow,
  drag,
  dragMany,
  resize,
  restyle,
  reorder,
  reparent,
  remove,
  rewrite,
} as const satisfies Record<string, (person: Person) => Deed>
export type DeedName = keyof typeof DEEDS
