interface Size {
  w: number
  h: number
}
interface Box extends Size {
  x: number
  y: number
}

/** Between the bar and what is chosen, and between the bar and the edges, in px. */
const GAP = 8

/**
 * Where a bar about something on the canvas stands, in px from the canvas's corner: under it, else above it, else beside it,
 * without covering it or what stands at the foot of the canvas. What fills the canvas leaves only the lowest place; what is
 * out of sight has no bar.
 */
export function placeOfBar(thing: Box, bar: Size, canvas: Size, foot: number): { x: number; y: number } | null {
  const lowest = canvas.h - foot - GAP
  if (thing.x > canvas.w || thing.y > lowest || thing.x + thing.w < 0 || thing.y + thing.h < 0) return null
  const within = (wanted: number, most: number) => Math.max(GAP, Math.min(wanted, most))
  const x = within(thing.x + thing.w / 2 - bar.w / 2, canvas.w - bar.w - GAP)
  const y = within(thing.y + thing.h / 2 - bar.h / 2, lowest - bar.h)
  const [under, above] = [thing.y + thing.h + GAP, thing.y - GAP - bar.h]
  const [after, before] = [thing.x + thing.w + GAP, thing.x - GAP - bar.w]
  if (under + bar.h <= lowest) return { x, y: under }
  if (above >= GAP) return { x, y: above }
  if (after + bar.w + GAP <= canvas.w) return { x: after, y }
  if (before >= GAP) return { x: before, y }
  return { x, y: lowest - bar.h }
}
