import { type Editor, react, type Signal, type TLEventInfo } from 'tldraw'
import type { Awareness } from 'y-protocols/awareness'
import { type Grip, MAX_TOLD_SELECTION, type Presence } from '../../../shared/sync/presence.ts'
import type { OpenText } from '../collaborative-text.ts'
import { caretIn } from './caret-position.ts'
import { createOwnHand } from './own-hand.ts'
import { tellGestures } from './tell-gesture.ts'
import { TELL_EVERY_MS, throttle } from './throttle.ts'

/** Tells the others over awareness who this is, what is selected, in view and open here, and what the hand does. */
export function tellPresence(
  editor: Editor,
  awareness: Awareness,
  who: Presence['who'],
  open: Signal<OpenText | null>,
): () => void {
  const hand = createOwnHand(awareness)
  let grip: Grip | undefined
  let latest: Omit<Presence, 'who' | 'hand' | 'grip'> = {}
  const telling = throttle(
    () => awareness.setLocalState({ who, hand: hand.id, ...latest, ...(grip && { grip }) } satisfies Presence),
    () => TELL_EVERY_MS,
  )
  const tellCaret = throttle(
    () => {
      const text = open.get()
      hand.tell({ caret: text && caretIn(text) })
    },
    () => TELL_EVERY_MS,
  )

  const stops = [
    react('presence', () => {
      latest = viewOf(editor, open)
      telling.ask()
    }),
    tellPointer(editor, (pointer) => hand.tell({ pointer })),
    react('caret', () => {
      open.get()
      tellCaret.ask()
    }),
    tellGestures(editor, {
      grip(next) {
        grip = next
        telling.ask()
      },
      course: (g) => hand.tell({ g }),
    }),
    telling.stop,
    tellCaret.stop,
    hand.stop,
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

function viewOf(editor: Editor, open: Signal<OpenText | null>): Omit<Presence, 'who'> {
  const { x, y, z } = editor.getCamera()
  const screen = editor.getViewportScreenBounds()
  return {
    page: editor.getCurrentPageId(),
    selected: editor.getSelectedShapeIds().slice(0, MAX_TOLD_SELECTION),
    camera: { x, y, z },
    screen: { x: screen.x, y: screen.y, w: screen.w, h: screen.h },
    following: editor.getInstanceState().followingUserId,
    writing: open.get()?.shapeId ?? null,
  }
}

/** Where the pointer is, from its first move on; a finger is nowhere between two touches, and is not told. */
function tellPointer(editor: Editor, tell: (pointer: { x: number; y: number } | null) => void): () => void {
  let hasMoved = false
  const stop = react('pointer', () => {
    // Read so that this runs again when the pointer or the camera moves; the point itself is not a signal.
    editor.store.get('pointer:pointer' as never)
    editor.getCamera()
    const { currentPagePoint } = editor.inputs
    if (editor.getInstanceState().isCoarsePointer) return tell(null)
    if (hasMoved) tell({ x: Math.round(currentPagePoint.x), y: Math.round(currentPagePoint.y) })
  })
  const onEvent = ({ type }: TLEventInfo) => {
    if (type === 'pointer') hasMoved = true
  }
  editor.on('event', onEvent)
  return () => {
    stop()
    editor.off('event', onEvent)
  }
}
