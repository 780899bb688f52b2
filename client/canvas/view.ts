import { Box, type Editor, type TLShape } from 'tldraw'

/** Screen pixels kept free round what is looked at; at the foot stand Kaartje and the tools. */
const MARGIN = 12
const FOOT = 88
/** Nearer than this nothing gets clearer. */
const NEAREST = 1.5

/** How long the camera travels, in ms; nothing at all for those who asked for less motion. */
const TRAVEL_MS = 500

/** Brings a part of the page whole into view, clear of what stands over the canvas. */
export function lookAt(editor: Editor, bounds: Box, { nearest = NEAREST, jump = false } = {}): void {
  const screen = editor.getViewportScreenBounds()
  const room = { w: screen.w - 2 * MARGIN, h: screen.h - MARGIN - FOOT }
  const zoom = Math.min(room.w / bounds.w, room.h / bounds.h, nearest)
  const isStill = jump || editor.user.getAnimationSpeed() === 0
  editor.setCamera(
    {
      x: (MARGIN + room.w / 2) / zoom - bounds.midX,
      y: (MARGIN + room.h / 2) / zoom - bounds.midY,
      z: zoom,
    },
    isStill ? { immediate: true } : { animation: { duration: TRAVEL_MS } },
  )
}

/** Everything on the table. */
export function showAll(editor: Editor): void {
  const bounds = editor.getCurrentPageBounds()
  if (bounds) lookAt(editor, bounds)
}

const isSheet = (shape: TLShape) => (shape.type as string) === 'sheet'

/** Where somebody who comes in looks first: the first plate, whole; a table without plates is shown as it is. */
export function showFirst(editor: Editor): void {
  const [first] = editor
    .getCurrentPageShapes()
    .filter(isSheet)
    .toSorted((a, b) => a.y - b.y || a.x - b.x)
  const bounds = first ? editor.getShapePageBounds(first) : editor.getCurrentPageBounds()
  if (bounds) lookAt(editor, bounds, { jump: true })
}

/** Brings one thing near enough to be read, with what lies round it. */
export function comeNear(editor: Editor, bounds: Box): void {
  lookAt(editor, Box.ExpandBy(bounds, Math.max(bounds.w, bounds.h) * 2), { nearest: 1 })
}
