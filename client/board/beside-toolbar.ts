import type { CSSProperties } from 'react'
import type { ToolbarBox } from './use-toolbar-box.ts'

/** Widths that have to be free for things to stand beside the canvas's toolbar, in px: Kaartje, then zoom. */
const KAARTJE_ROOM = 200
const ZOOM_ROOM = 140
/** What Kaartje takes at the foot of the canvas, above the edge or above the toolbar, in px. */
const KAARTJE_HEIGHT = 76

/** Where Kaartje and zoom can stand without covering the canvas's own toolbar, and how high all that stands at its foot is, in px. */
export function placesBeside(toolbar: ToolbarBox | null, isPhone: boolean) {
  const beside = toolbar === null ? Number.POSITIVE_INFINITY : (toolbar.canvasWidth - toolbar.width) / 2
  const isBeside = !isPhone && beside >= KAARTJE_ROOM
  const hasZoom = !isPhone && beside >= ZOOM_ROOM + (isBeside ? KAARTJE_ROOM : 0)
  const style = toolbar
    ? ({ '--toolbar-width': `${toolbar.width}px`, '--toolbar-height': `${toolbar.height}px` } as CSSProperties)
    : undefined
  const foot = isBeside ? Math.max(toolbar?.height ?? 0, KAARTJE_HEIGHT) : (toolbar?.height ?? 0) + KAARTJE_HEIGHT
  return { kaartje: isBeside ? 'beside' : 'above', zoom: hasZoom ? 'shown' : 'hidden', style, foot } as const
}
