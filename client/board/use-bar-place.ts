import { type CSSProperties, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { placeOfBar } from './bar-place.ts'

interface Sizes {
  bar: { w: number; h: number }
  canvas: { w: number; h: number }
}

/** Lets a bar stand by something on the canvas, or at the top for null; it is not seen before it has a place. */
export function useBarPlace<Element extends HTMLElement>(
  thing: { x: number; y: number; w: number; h: number } | null,
  foot: number,
): { bar: RefObject<Element | null>; style: CSSProperties } {
  const bar = useRef<Element>(null)
  const [sizes, setSizes] = useState<Sizes | null>(null)
  useLayoutEffect(() => {
    const element = bar.current
    const canvas = element?.parentElement
    if (!element || !canvas) return
    const measure = () =>
      setSizes({
        bar: { w: element.offsetWidth, h: element.offsetHeight },
        canvas: { w: canvas.clientWidth, h: canvas.clientHeight },
      })
    const watcher = new ResizeObserver(measure)
    watcher.observe(element)
    watcher.observe(canvas)
    measure()
    return () => watcher.disconnect()
  }, [])
  // What is hidden takes no focus, and what a bar holds may take it as soon as it is there.
  if (sizes === null) return { bar, style: { opacity: 0 } }
  const place = placeOfBar(thing, sizes.bar, sizes.canvas, foot)
  return {
    bar,
    style: place ? { translate: `${Math.round(place.x)}px ${Math.round(place.y)}px` } : { visibility: 'hidden' },
  }
}
