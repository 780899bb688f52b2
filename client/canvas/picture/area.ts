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
    const grid = pixelGrid(editor.getCamera(), editor.getInstanceState().devicePixelRatio)
    const isMoving = editor.getCameraState() === 'moving'
    const drawn = area.__unsafe__getWithoutCapture()
    if (drawn && holds(drawn, view) && (isMoving || isSharp(drawn, grid))) return
    area.set(areaRound(view, grid))
  })
}

const holds = (area: Box, { x, y, w, h }: Box): boolean =>
  x >= area.x && y >= area.y && x + w <= area.x + area.w && y + h <= area.y + area.h

/** How the pixels of the screen lie on the page. */
interface PixelGrid {
  /** Some corner of a pixel. */
  readonly x: number
  readonly y: number
  /** The side of one. */
  readonly pixel: number
  readonly zoom: number
}

function pixelGrid({ x, y, z }: { x: number; y: number; z: number }, density: number): PixelGrid {
  const zoom = toDomPrecision(z)
  // By so much tldraw moves what it draws away from the camera's own place; and it enlarges its layer, a pixel in size,
  // from the middle.
  const shift =
    (z >= 1 ? modulate(z, [1, 8], [0.125, 0.5], true) : modulate(z, [0.1, 1], [-2, 0.125], true)) +
    (1 - zoom) / 2 / zoom
  return { x: -x - shift, y: -y - shift, pixel: 1 / (zoom * density), zoom }
}

/** The area round a view, with its edges on whole pixels of the screen: else its picture would be blurred. */
function areaRound({ x, y, w, h }: Box, { pixel, zoom, ...corner }: PixelGrid): Area {
  const whole = (length: number) => Math.floor(length / pixel) * pixel
  return {
    x: corner.x + whole(x - w * MARGIN - corner.x),
    y: corner.y + whole(y - h * MARGIN - corner.y),
    w: whole(w * (1 + 2 * MARGIN)) + pixel,
    h: whole(h * (1 + 2 * MARGIN)) + pixel,
    zoom,
  }
}

/** So far beside the pixels of the screen, in parts of one, a picture is not seen to be blurred. */
const BESIDE = 0.05

function isSharp(area: Area, { x, y, pixel, zoom }: PixelGrid): boolean {
  const isOnGrid = (length: number) => Math.abs(length / pixel - Math.round(length / pixel)) < BESIDE
  return area.zoom === zoom && isOnGrid(area.x - x) && isOnGrid(area.y - y)
}
