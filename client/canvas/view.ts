import { Box, type Editor, react, type TLShapeId } from 'tldraw'

/** Screen pixels kept free round what is looked at; at the foot stand Kaartje and the tools. */
const MARGIN = 12
const FOOT = 88
/** Nearer than this nothing gets clearer. */
const NEAREST = 1.5
/** How long the camera travels, in ms; nothing at all for those who asked for less motion. */
const TRAVEL_MS = 500
/** On a canvas narrower than this (px) a whole plate cannot be read; its middle is shown this near instead. */
const NARROW = 600
const NARROW_ZOOM = 0.42

interface Look {
  readonly bounds: Box
  readonly nearest: number
  readonly farthest: number
}

/** What each editor was last told to look at, for as long as nobody has moved its camera since. */
const looks = new WeakMap<Editor, Look & { at: { x: number; y: number; z: number } }>()

/**
 * Brings a part of the page whole into view, clear of what stands over the canvas. `farthest` is the zoom below which it
 * shows the middle only.
 */
export function lookAt(
  editor: Editor,
  bounds: Box,
  { nearest = NEAREST, farthest = 0, jump = false }: Partial<Look> & { jump?: boolean } = {},
): void {
  const screen = editor.getViewportScreenBounds()
  const room = { w: screen.w - 2 * MARGIN, h: screen.h - MARGIN - FOOT }
  const whole = Math.min(room.w / bounds.w, room.h / bounds.h)
  const z = Math.max(farthest, Math.min(whole, nearest))
  const at = {
    x: (MARGIN + room.w / 2) / z - bounds.midX,
    y: (MARGIN + room.h / 2) / z - bounds.midY,
    z,
  }
  looks.set(editor, { bounds, nearest, farthest, at })
  const isStill = jump || editor.user.getAnimationSpeed() === 0
  editor.setCamera(at, isStill ? { immediate: true } : { animation: { duration: TRAVEL_MS } })
}

/** Keeps what is looked at in view when a panel opens or the window is resized, unless somebody has moved on since. */
export function registerSteadyView(editor: Editor): () => void {
  let { w, h } = editor.getViewportScreenBounds()
  return react('steady view', () => {
    const screen = editor.getViewportScreenBounds()
    if (screen.w === w && screen.h === h) return
    w = screen.w
    h = screen.h
    const look = looks.get(editor)
    if (look && isThere(editor, look.at)) lookAt(editor, look.bounds, { ...look, jump: true })
  })
}

/** An animation may end a hair beside its goal. */
const isThere = (editor: Editor, at: { x: number; y: number; z: number }): boolean => {
  const { x, y, z } = editor.getCamera()
  return Math.abs(x - at.x) < 1 && Math.abs(y - at.y) < 1 && Math.abs(z - at.z) < 0.001
}

/** Everything on the table. */
export function showAll(editor: Editor): void {
  const bounds = editor.getCurrentPageBounds()
  if (bounds) lookAt(editor, bounds)
}

/** Where somebody who comes in looks first: a plate, or without one the table as it is. */
export function showFirst(editor: Editor, sheetId: string | undefined): void {
  const bounds = sheetId === undefined ? editor.getCurrentPageBounds() : editor.getShapePageBounds(sheetId as TLShapeId)
  const isNarrow = editor.getViewportScreenBounds().w < NARROW
  if (bounds) lookAt(editor, bounds, { farthest: isNarrow ? NARROW_ZOOM : 0, jump: true })
}

/** Brings one thing near enough to be read, with what lies round it. */
export function comeNear(editor: Editor, bounds: Box): void {
  lookAt(editor, Box.ExpandBy(bounds, Math.max(bounds.w, bounds.h) * 2), { nearest: 1, farthest: 1 })
}
