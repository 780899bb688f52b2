/** A box on the canvas, in page units. */
export interface Placed {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Code unit order: the same on every machine, whatever its language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The order in which people read things that lie about: rows from top to bottom, each from left to right. A row is all
 * that begins above the middle of its highest thing. Equal places fall back on the id, so the outcome is one for all.
 */
export function inReadingOrder<T extends Placed>(things: readonly T[]): T[] {
  const waiting = things.toSorted((a, b) => a.y - b.y || a.x - b.x || compareText(a.id, b.id))
  const read: T[] = []
  for (let start = 0; start < waiting.length; ) {
    const highest = waiting[start]
    if (highest === undefined) break
    const middle = highest.y + highest.h / 2
    let end = start + 1
    while ((waiting[end]?.y ?? Number.POSITIVE_INFINITY) < middle) end += 1
    read.push(...waiting.slice(start, end).toSorted((a, b) => a.x - b.x || a.y - b.y || compareText(a.id, b.id)))
    start = end
  }
  return read
}
