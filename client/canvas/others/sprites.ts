import type { VecLike } from 'tldraw'
import type { PersonLook } from './look-of-person.ts'
import { drawPill, type PillSize, pillWidth } from './name-pill.ts'
import type { Sight } from './overlay.ts'

/** A picture that is drawn once and then laid down every frame. `x` and `y`: its corner from the point it stands for. */
export interface Sprite {
  readonly image: OffscreenCanvas
  readonly x: number
  readonly y: number
}

export interface Sprites {
  cursor(look: PersonLook, density: number): Sprite
  /** The pill alone, its foot at the point. */
  flag(look: PersonLook, density: number): Sprite
  stop(): void
}

/** Lays a sprite at its point, on whole device pixels so that its letters stay sharp. */
export function lay({ context, density }: Sight, { image, x, y }: Sprite, at: VecLike): void {
  const whole = (value: number) => Math.round(value * density) / density
  context.drawImage(image, whole(at.x + x), whole(at.y + y), image.width / density, image.height / density)
}

const CURSOR_PILL: PillSize = { height: 24, font: 14, mark: 18 }
export const FLAG_HEIGHT = 20
const FLAG_PILL: PillSize = { height: FLAG_HEIGHT, font: 12, mark: 14 }
/** From the tip of the arrow to the pill. */
const PILL_AT = { x: 14, y: 18 }
/** The arrow's edge reaches so far outside its tip. */
const EDGE = 3
const ARROW = 'M2 1.5 17.5 11l-7.2 1.4L6.6 19.5Z'
const ARROW_TIP = { x: 2, y: 1.5 }
const ARROW_EDGE = 1.8

/** Pictures of people's pointers and flags. `onChange`: a font has come, and what was drawn before looks otherwise. */
export function createSprites(element: HTMLElement, onChange: () => void): Sprites {
  const made = new Map<string, Sprite>()
  const clear = () => {
    made.clear()
    onChange()
  }
  document.fonts.addEventListener('loadingdone', clear)
  const family = () => getComputedStyle(element).fontFamily

  const once = (kind: string, look: PersonLook, density: number, make: () => Sprite): Sprite => {
    const key = JSON.stringify([kind, density, look])
    const known = made.get(key) ?? make()
    made.set(key, known)
    return known
  }

  return {
    cursor: (look, density) => once('cursor', look, density, () => drawCursor(look, density, family())),
    flag: (look, density) => once('flag', look, density, () => drawFlag(look, density, family())),
    stop: () => document.fonts.removeEventListener('loadingdone', clear),
  }
}

function drawCursor(look: PersonLook, density: number, family: string): Sprite {
  const hasPill = look.name !== '' || look.seat !== undefined
  const width = EDGE + (hasPill ? PILL_AT.x + widthOf(look, CURSOR_PILL, family) : 20)
  const height = EDGE + (hasPill ? PILL_AT.y + CURSOR_PILL.height : 22)
  return paint({ x: -EDGE, y: -EDGE, width, height }, density, (context) => {
    context.translate(EDGE, EDGE)
    context.save()
    context.translate(-ARROW_TIP.x, -ARROW_TIP.y)
    const arrow = new Path2D(ARROW)
    context.fillStyle = look.colour
    context.fill(arrow)
    context.strokeStyle = '#fff'
    context.lineWidth = ARROW_EDGE
    context.lineJoin = 'round'
    context.stroke(arrow)
    context.restore()
    context.translate(PILL_AT.x, PILL_AT.y)
    if (hasPill) drawPill(context, look, CURSOR_PILL, family)
  })
}

function drawFlag(look: PersonLook, density: number, family: string): Sprite {
  const width = widthOf(look, FLAG_PILL, family)
  const { height } = FLAG_PILL
  return paint({ x: 0, y: -height, width, height }, density, (context) => drawPill(context, look, FLAG_PILL, family))
}

const ruler = new OffscreenCanvas(1, 1).getContext('2d')
const widthOf = (look: PersonLook, size: PillSize, family: string): number =>
  ruler ? pillWidth(ruler, look, size, family) : 0

function paint(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  density: number,
  draw: (context: OffscreenCanvasRenderingContext2D) => void,
): Sprite {
  const image = new OffscreenCanvas(Math.ceil(width * density), Math.ceil(height * density))
  const context = image.getContext('2d')
  if (context) {
    context.scale(density, density)
    draw(context)
  }
  return { image, x, y }
}
