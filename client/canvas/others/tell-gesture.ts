import { type Editor, type Mat, react, type TLDrawShape, type TLHighlightShape, type VecLike } from 'tldraw'
import type { Grip, Hand } from '../../../shared/sync/presence.ts'
import { newestOf } from './newest-points.ts'
import { type Gesture, ownGesture } from './own-gesture.ts'

interface Telling {
  /** Once a gesture. */
  grip(grip: Grip): void
  /** As it goes on. */
  course(g: NonNullable<Hand['g']>): void
}

/** Tells the course of this user's gestures: what is held once, and then where its first shape is. */
export function tellGestures(editor: Editor, { grip, course }: Telling): () => void {
  let n = 0
  let told: Gesture | null = null
  let where: ReturnType<typeof courseOf> | undefined
  let points = newestOf()
  const stop = react('tell own gesture', () => {
    const gesture = ownGesture(editor).get()
    if (gesture !== told) {
      if (told && where && gesture === null) course({ n, ...(courseOf(editor, told, points) ?? where), end: 1 })
      told = gesture
      where = undefined
      points = newestOf()
      if (gesture) {
        n += 1
        grip({ n, ids: [...gesture.ids], ...(gesture.ink && { ink: gesture.ink }) })
      }
    }
    const next = gesture && courseOf(editor, gesture, points)
    if (next) {
      where = next
      course({ n, ...next })
    }
  })
  return stop
}

function courseOf(
  editor: Editor,
  { kind, ids: [lead] }: Gesture,
  points: ReturnType<typeof newestOf>,
): Pick<NonNullable<Hand['g']>, 'at' | 'line'> | undefined {
  const shape = lead && editor.getShape(lead)
  if (!shape) return undefined
  const transform = editor.getShapePageTransform(shape)
  if (kind === 'draw') {
    const all = (shape as TLDrawShape | TLHighlightShape).props.segments.flatMap((segment) => segment.points)
    return { line: points(all, (point) => onPage(transform, point)) }
  }
  const [x, y] = [round(transform.e, 10), round(transform.f, 10)]
  if (kind === 'move') return { at: [x, y] }
  const r = round(transform.rotation(), 1e4)
  if (kind === 'turn') return { at: [x, y, r] }
  const { w, h } = editor.getShapeGeometry(shape).bounds
  return { at: [x, y, r, Math.max(1, round(w, 10)), Math.max(1, round(h, 10))] }
}

const round = (value: number, parts: number): number => Math.round(value * parts) / parts
const onPage = (transform: Mat, point: VecLike): [number, number] => {
  const { x, y } = transform.applyToPoint(point)
  return [Math.round(x), Math.round(y)]
}
