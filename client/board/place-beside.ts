/** White between what is selected and what stands beside it, and from the edges, in px. */
const APART = 16
const FROM_EDGE = 8
/** Height of the button above the toolbar, with the white under it. */
const KAARTJE = 76

interface Box {
  x: number
  y: number
  w: number
  h: number
}

/**
 * Puts an element under a box on the canvas, or above it where there is no room, and always in sight above the canvas's own
 * buttons; of these it may cover the one above the toolbar while it is there for a moment. Without a box it stands at the top.
 */
export function placeBeside(element: HTMLElement, box: Box | null, mayCover: boolean): void {
  const canvas = element.offsetParent
  if (!(canvas instanceof HTMLElement)) return
  const { offsetWidth: w, offsetHeight: h } = element
  const { x, y } = placeOf({ w, h }, box, {
    w: canvas.clientWidth,
    h: canvas.clientHeight - footHeight(canvas, mayCover),
  })
  element.style.left = `${x}px`
  element.style.top = `${y}px`
}

/** What the canvas's toolbar takes of its height, with the button that stands above it where it is narrow. */
function footHeight(canvas: HTMLElement, mayCover: boolean): number {
  const toolbar = Number.parseFloat(getComputedStyle(canvas).getPropertyValue('--toolbar-height')) || 0
  return canvas.dataset.kaartje === 'above' && !mayCover ? toolbar + KAARTJE : toolbar
}

/** The corner of something so large beside a box, in a room. */
export function placeOf(size: { w: number; h: number }, box: Box | null, room: { w: number; h: number }) {
  const within = (at: number, most: number) => Math.round(Math.max(FROM_EDGE, Math.min(at, most - FROM_EDGE)))
  const middle = box ? box.x + box.w / 2 : room.w / 2
  const below = box ? box.y + box.h + APART : FROM_EDGE
  const fitsBelow = below + size.h <= room.h - FROM_EDGE
  return {
    x: within(middle - size.w / 2, room.w - size.w),
    y: within(fitsBelow || !box ? below : box.y - APART - size.h, room.h - size.h),
  }
}
