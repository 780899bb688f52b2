import { type RefObject, useEffect, useState } from 'react'
import { TOOLBAR_SELECTOR } from '../canvas/toolbar-selector.ts'

/** The room that the canvas's own toolbar takes, in px: its width, and how far its top lies above the canvas's edge. */
export interface ToolbarBox {
  width: number
  height: number
  canvasWidth: number
}

/** Follows the toolbar, so that what stands beside it keeps clear. Null while there is none. */
export function useToolbarBox(slot: RefObject<HTMLElement | null>): ToolbarBox | null {
  const [box, setBox] = useState<ToolbarBox | null>(null)
  useEffect(() => {
    const canvas = slot.current
    if (!canvas) return
    let followed: Element | null = null
    const measure = () => {
      if (!followed) return setBox(null)
      const inner = followed.getBoundingClientRect()
      const outer = canvas.getBoundingClientRect()
      const next = {
        width: Math.round(inner.width),
        height: Math.round(outer.bottom - inner.top),
        canvasWidth: Math.round(outer.width),
      }
      setBox((old) =>
        old && old.width === next.width && old.height === next.height && old.canvasWidth === next.canvasWidth
          ? old
          : next,
      )
    }
    const sizes = new ResizeObserver(measure)
    sizes.observe(canvas)
    const find = () => {
      const found = canvas.querySelector(TOOLBAR_SELECTOR)
      if (found === followed) return
      if (followed) sizes.unobserve(followed)
      if (found) sizes.observe(found)
      followed = found
      measure()
    }
    const arrivals = new MutationObserver(find)
    arrivals.observe(canvas, { childList: true, subtree: true })
    find()
    return () => {
      arrivals.disconnect()
      sizes.disconnect()
    }
  }, [slot])
  return box
}
