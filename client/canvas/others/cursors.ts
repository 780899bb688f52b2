import { type Editor, Vec, type VecLike } from 'tldraw'
import { Glide } from './glide.ts'
import { lookOfPerson, type PersonLook } from './look-of-person.ts'
import type { Other, Others } from './others.ts'
import type { Drawn, Layer, Sight } from './overlay.ts'
import { lay, type Sprites } from './sprites.ts'

/** A pointer that has rested so long (ms) is nobody's any more. */
const IDLE_MS = 60_000
/** Who follows this user's view need not be seen once their pointer rests so long (ms). */
const FOLLOWER_IDLE_MS = 3_000
/** The arrow at the edge towards a pointer that is out of sight: so far from the edge, and so long. */
const HINT_MARGIN = 9
const HINT = 7

interface Pointer {
  readonly glide: Glide
  movedAt: number
}

export interface Cursors {
  readonly layer: Layer
  take(changed: Iterable<number>): void
  stop(): void
}

/** The pointers of the others, each with name and party mark. `me` is how others name this client's view. */
export function createCursors(editor: Editor, others: Others, sprites: Sprites, me: string, ask: () => void): Cursors {
  const pointers = new Map<number, Pointer>()
  let wakeUp: ReturnType<typeof setTimeout> | undefined

  function aim(other: Other | undefined, clientId: number) {
    const point = other?.hand.pointer
    if (!point) return pointers.delete(clientId)
    const now = performance.now()
    const goal = [point.x, point.y]
    const known = pointers.get(clientId)
    if (!known) return pointers.set(clientId, { glide: new Glide(goal), movedAt: now })
    const [x, y] = known.glide.goal
    if (x === point.x && y === point.y) return known
    known.movedAt = now
    if (editor.user.getAnimationSpeed() === 0) known.glide.jump(goal)
    else known.glide.aim(goal, now)
    return known
  }

  /** How long the pointer is still to be seen, in ms. */
  const isSeenFor = ({ presence }: Other, { movedAt }: Pointer): number =>
    movedAt + (presence.following === me ? FOLLOWER_IDLE_MS : IDLE_MS) - performance.now()

  function layer(sight: Sight): Drawn {
    let drawn: Drawn = 'empty'
    let nextGoes = Number.POSITIVE_INFINITY
    for (const [clientId, pointer] of pointers) {
      const other = others.all.get(clientId)
      const seenFor = other ? isSeenFor(other, pointer) : 0
      if (!other || seenFor <= 0) continue
      nextGoes = Math.min(nextGoes, seenFor)
      const [x = 0, y = 0] = pointer.glide.at(sight.now)
      drawPointer(sight, lookOfPerson(editor, other.presence), editor.pageToViewport({ x, y }))
      if (!pointer.glide.isThere(sight.now)) drawn = 'moving'
      else if (drawn === 'empty') drawn = 'still'
    }
    clearTimeout(wakeUp)
    if (drawn === 'still') wakeUp = setTimeout(ask, nextGoes)
    return drawn
  }

  function drawPointer(sight: Sight, look: PersonLook, at: VecLike) {
    const isInSight = at.x >= 0 && at.y >= 0 && at.x <= sight.width && at.y <= sight.height
    if (isInSight) lay(sight, sprites.cursor(look, sight.density), at)
    else drawHint(sight, at, look.colour)
  }

  return {
    layer,
    take: (changed) => {
      for (const clientId of changed) aim(others.all.get(clientId), clientId)
    },
    stop: () => clearTimeout(wakeUp),
  }
}

/** A small arrow at the edge of the canvas, towards a point outside it. */
function drawHint({ context, width, height }: Sight, point: VecLike, colour: string): void {
  const x = Math.min(Math.max(point.x, HINT_MARGIN), width - HINT_MARGIN)
  const y = Math.min(Math.max(point.y, HINT_MARGIN), height - HINT_MARGIN)
  context.save()
  context.translate(x, y)
  context.rotate(Vec.Angle({ x, y }, point))
  context.beginPath()
  context.moveTo(HINT, 0)
  context.lineTo(-HINT, -HINT)
  context.lineTo(-HINT, HINT)
  context.closePath()
  context.strokeStyle = '#fff'
  context.lineWidth = 3
  context.lineJoin = 'round'
  context.stroke()
  context.fillStyle = colour
  context.fill()
  context.restore()
}
