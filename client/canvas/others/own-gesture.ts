import {
  type Computed,
  computed,
  type Editor,
  FONT_SIZES,
  getDefaultColorTheme,
  STROKE_SIZES,
  type TLDrawShape,
  type TLHighlightShape,
  type TLShapeId,
} from 'tldraw'
import { type Grip, MAX_TOLD_GRIP } from '../../../shared/sync/presence.ts'

type Kind = 'move' | 'turn' | 'grow' | 'draw'

/** tldraw's states in which a hand holds something. */
const KINDS: Readonly<Record<string, Kind>> = {
  'select.translating': 'move',
  'select.rotating': 'turn',
  'select.resizing': 'grow',
  'draw.drawing': 'draw',
  'highlight.drawing': 'draw',
}

/** What this user's hand holds now. The first id leads: its place tells where all are. */
export interface Gesture {
  readonly kind: Kind
  readonly ids: readonly TLShapeId[]
  readonly ink?: Grip['ink']
}

const perEditor = new WeakMap<Editor, Computed<Gesture | null>>()

/** The gesture that this user makes now, or null: another hand at the same shapes does not move them here. */
export function ownGesture(editor: Editor): Computed<Gesture | null> {
  const known = perEditor.get(editor)
  if (known) return known
  const made = computed<Gesture | null>('own gesture', () => gestureOf(editor), { isEqual: isSameGesture })
  perEditor.set(editor, made)
  return made
}

const isSameGesture = (a: Gesture | null, b: Gesture | null): boolean =>
  a?.kind === b?.kind && a?.ids.join() === b?.ids.join()

function gestureOf(editor: Editor): Gesture | null {
  const kind = KINDS[editor.getPath()]
  if (kind === undefined) return null
  if (kind === 'draw') return strokeOf(editor)
  const ids = editor.getSelectedShapeIds()
  return ids.length > 0 && ids.length <= MAX_TOLD_GRIP ? { kind, ids } : null
}

/** A marker is so much wider than the letters of its size are high. */
const MARKER = 1.12

type Stroke = TLDrawShape | TLHighlightShape

/** tldraw opens a new shape when a line grows very long: the one that is not complete is being drawn. */
function strokeOf(editor: Editor): Gesture | null {
  // Read so that this runs again as the line grows; the state that holds its shape is not a signal.
  editor.store.get('pointer:pointer' as never)
  const state = editor.getStateDescendant(editor.getPath()) as { initialShape?: Stroke } | undefined
  const shape = state?.initialShape && (editor.getShape(state.initialShape.id) as Stroke | undefined)
  return shape ? { kind: 'draw', ids: [shape.id], ink: inkOf(shape) } : null
}

function inkOf({ type, props: { color, size, scale } }: Stroke): Grip['ink'] {
  const tones = getDefaultColorTheme({ isDarkMode: false })[color]
  // As tldraw draws them: a marker is wide, and what lies below shows through it.
  return type === 'highlight'
    ? { colour: `${tones.highlight.srgb}59`, width: FONT_SIZES[size] * MARKER * scale }
    : { colour: tones.solid, width: (STROKE_SIZES[size] + 1) * scale }
}
