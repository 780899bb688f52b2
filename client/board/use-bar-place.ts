import { type CSSProperties, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useTableValue } from '../canvas/hooks.ts'
import type { Table } from '../canvas/table.ts'
import { placeOfBar } from './note-bar-place.ts'

interface Sizes {
  bar: { w: number; h: number }
  canvas: { w: number; h: number }
}

/** Lets a bar stand by what is chosen on the canvas; it is not seen before it has a place. */
export function useBarPlace(
  table: Table,
  foot: number,
): { bar: RefObject<HTMLFieldSetElement | null>; style: CSSProperties } {
  const bar = useRef<HTMLFieldSetElement>(null)
  const [sizes, setSizes] = useState<Sizes | null>(null)
  const thing = useTableValue(table, 'chosenPlace')
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
  const place = sizes && thing && placeOfBar(thing, sizes.bar, sizes.canvas, foot)
  return {
    bar,
    style: place ? { translate: `${Math.round(place.x)}px ${Math.round(place.y)}px` } : { visibility: 'hidden' },
  }
}
