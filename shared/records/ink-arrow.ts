import type { TLArrowShape } from '@tldraw/tlschema'

/** All arrows begin as ink, whatever tldraw's styles were set to for drawing. */
export const INK_ARROW = {
  color: 'black',
  labelColor: 'black',
  fill: 'none',
  dash: 'solid',
  size: 'm',
  font: 'sans',
  arrowheadStart: 'none',
  arrowheadEnd: 'arrow',
} as const satisfies Partial<TLArrowShape['props']>
