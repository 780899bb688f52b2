import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Hand } from '../../../shared/sync/presence.ts'
import { TELL_EVERY_MS, throttle } from './throttle.ts'

export interface OwnHand {
  /** Awareness client under which others hear of the hand. */
  readonly id: number
  /** Tells a part of what the hand does, at most 20 times a second; parts that are told meanwhile go along. */
  tell(part: Hand): void
  stop(): void
}

/**
 * An awareness client of its own for what changes with every move: an awareness state always goes out whole, and with
 * name, view and selection in it a tick would be five times as long. It goes through the connection of `awareness`.
 */
export function createOwnHand(awareness: Awareness): OwnHand {
  const doc = new Y.Doc()
  const own = new Awareness(doc)
  let state: Hand = {}
  const pass = () => applyAwarenessUpdate(awareness, encodeAwarenessUpdate(own, [own.clientID]), own)
  own.on('update', pass)
  const sending = throttle(
    () => own.setLocalState(state),
    () => TELL_EVERY_MS,
  )
  return {
    id: own.clientID,
    tell(part) {
      state = { ...state, ...part }
      sending.ask()
    },
    stop() {
      sending.stop()
      // Says that it is gone, and destroys the awareness with it.
      doc.destroy()
    },
  }
}
