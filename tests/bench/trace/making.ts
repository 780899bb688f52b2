import { anId, between, inHundred } from './chance.ts'
import type { Deed, Person } from './deed.ts'
import {
  arrowBinding,
  emptyGeo,
  emptyNote,
  emptyText,
  isWritten,
  type MadeShape,
  type Place,
  startedArrow,
  startedStroke,
  type WrittenShape,
  withProps,
} from './shapes.ts'
import { typing } from './typing.ts'
import { someWords } from './words.ts'

const newPlace = ({ random, table, unit, meta }: Person): Place => ({
  id: `shape:${anId(random, 21)}`,
  index: table.onTop(random),
  x: random.upTo(9_000) * unit,
  y: random.upTo(6_000) * unit,
  meta,
})

function* making(person: Person, shape: WrittenShape, chars: number): Deed {
  person.claim(shape.id)
  yield { puts: [shape], pause: 30 }
  yield* typing(person, shape, someWords(person.random, chars), 0)
}

export const makeNote = (person: Person): Deed =>
  making(person, emptyNote(newPlace(person)), between(person.random, 20, 85))

export const makeText = (person: Person): Deed =>
  making(person, emptyText(newPlace(person)), between(person.random, 12, 50))

export function* makeGeo(person: Person): Deed {
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

export function* makeStroke(person: Person): Deed {
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

export function* makeArrow(person: Person): Deed {
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
