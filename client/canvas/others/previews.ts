import type { Editor, TLShapeId } from 'tldraw'
import type { Hand, Presence } from '../../../shared/sync/presence.ts'
import { Held } from './held.ts'
import { othersHands } from './in-others-hand.ts'
import type { Others } from './others.ts'
import type { Layer } from './overlay.ts'

export interface Previews {
  readonly layer: Layer
  take(changed: Iterable<number>): void
  stop(): void
}

/** Shows between two commits where others have what they drag, turn or resize. */
export function showPreviews(editor: Editor, others: Others, ask: () => void): Previews {
  const held = new Map<number, Held>()
  const hands = othersHands(editor)

  function drop(clientId: number) {
    const holder = held.get(clientId)
    if (!holder) return
    held.delete(clientId)
    holder.stop()
    hands.letGo(holder, holder.ids)
  }

  function takeOne(clientId: number) {
    const other = others.all.get(clientId)
    const course = other && courseOf(other.presence, other.hand)
    if (held.get(clientId)?.n !== course?.n) drop(clientId)
    if (!course) return
    const known = held.get(clientId)
    const glides = editor.user.getAnimationSpeed() > 0
    if (known) known.aim(course.at, course.end === 1, glides)
    else if (course.end === undefined) {
      const holder = new Held({
        editor,
        committed: hands.committed,
        ...course,
        glides,
        ask,
        onOver: () => drop(clientId),
      })
      held.set(clientId, holder)
      hands.take(holder, holder.ids)
    }
  }

  return {
    layer({ now }) {
      let isMoving = false
      for (const [clientId, holder] of held) {
        if (holder.advance(now)) isMoving = true
        else if (holder.isOver) drop(clientId)
      }
      return isMoving ? 'moving' : 'empty'
    },
    take(changed) {
      for (const clientId of changed) takeOne(clientId)
    },
    stop() {
      for (const clientId of [...held.keys()]) drop(clientId)
    },
  }
}

interface Course {
  n: number
  ids: TLShapeId[]
  at: readonly number[]
  end?: 1
}

/** The course of the gesture whose grip is known; a tick that is ahead of its grip waits for it. */
function courseOf({ grip }: Presence, { g }: Hand): Course | undefined {
  if (!grip || !g?.at || g.n !== grip.n) return undefined
  return { n: g.n, ids: grip.ids as TLShapeId[], at: g.at, ...(g.end && { end: g.end }) }
}
