import { type Atom, atom, type Editor, modulate, react, toDomPrecision } from 'tldraw'
import type { Box } from '../../../shared/templates/polygon.ts'

/** A part of the page that is kept drawn, round what is in view. */
export interface Area extends Box {
  /** Screen pixels to a unit of the page, for which it is drawn. */
  readonly zoom: number
}

/** How much is drawn on each side beyond what is in view, as a part of the view: so far a move needs nothing new. */
const MARGIN = 0.25

const areas = new WeakMap<Editor, Atom<Area | null>>()

/** What is kept drawn now; null until the table has been brought into view for the first time. */
export function areaOf(editor: Editor): Atom<Area | null> {
  const known = areas.get(editor)
  if (known) return known
  const made = atom<Area | null>('kept drawn', null)
  areas.set(editor, made)
  return made
}

/** Follows the camera. While it moves within what is drawn nothing happens; once at rest all is drawn as sharp as it can be. */
export function followView(editor: Editor): () => void {
  const area = areaOf(editor)
  return react('follow the view', () => {
    const view = editor.getViewportPageBounds()
    const camera = editor.getCamera()
    const zoom = toDomPrecision(camera.z)
    const isMoving = editor.getCameraState() === 'moving'
    const drawn = area.__unsafe__getWithoutCapture()
    if (drawn && holds(drawn, view) && (isMoving || drawn.zoom === zoom)) return
    area.set(areaRound(view, { ...camera, z: zoom }, editor.getInstanceState().devicePixelRatio))
  })
}

const holds = (area: Box, { x, y, w, h }: Box): boolean =>
  x >= area.x && y >= area.y && x + w <= area.x + area.w && y + h <= area.y + area.h

/** The area round a view, with its edges on whole pixels of the screen: else its picture would be blurred. */
function areaRound(view: Box, camera: { x: number; y: number; z: number }, density: number): Area {
  const pixel = 1 / (camera.z * density)
  const shift = shiftOfLayers(camera.z)
  const whole = (at: number) => Math.floor(at / pixel) * pixel
  const [dx, dy] = [camera.x + shift, camera.y + shift]
  return {
    x: whole(view.x - view.w * MARGIN + dx) - dx,
    y: whole(view.y - view.h * MARGIN + dy) - dy,
    w: whole(view.w * (1 + 2 * MARGIN)) + pixel,
    h: whole(view.h * (1 + 2 * MARGIN)) + pixel,
    zoom: camera.z,
  }
}

/** By so much tldraw moves what it draws away from the camera's own place, in units of the page. */
const shiftOfLayers = (zoom: number): number =>
  zoom >= 1 ? modulate(zoom, [1, 8], [0.125, 0.5], true) : modulate(zoom, [0.1, 1], [-2, 0.125], true)
