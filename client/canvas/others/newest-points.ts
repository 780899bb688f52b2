import { MAX_TOLD_POINTS } from '../../../shared/sync/presence.ts'

/** What was drawn longer ago than this (ms) has been committed, and the others have it: half a second and the way to them. */
const NEWEST_MS = 900

/**
 * Makes the reader of a growing line: each time the points that are new since its last commits, as x and y of the first
 * and steps to the others; thinned out where there are too many.
 */
export function newestOf(now: () => number = () => performance.now()) {
  /** How many points there were at which moments. */
  const lengths: { at: number; length: number }[] = []
  return <P>(points: readonly P[], place: (point: P) => readonly [number, number]): number[] => {
    lengths.push({ at: now(), length: points.length })
    while ((lengths[1]?.at ?? Number.POSITIVE_INFINITY) <= now() - NEWEST_MS) lengths.shift()
    const oldest = lengths[0]
    const known = oldest && oldest.at <= now() - NEWEST_MS ? oldest.length : 1
    const tail = points.slice(Math.max(0, known - 1))
    const step = Math.max(1, Math.ceil((tail.length - 1) / (MAX_TOLD_POINTS - 1)))
    const told = tail.filter((_, index) => index % step === 0 || index === tail.length - 1).slice(-MAX_TOLD_POINTS)
    let [beforeX, beforeY] = [0, 0]
    return told.flatMap((point) => {
      const [x, y] = place(point)
      const taken = [x - beforeX, y - beforeY]
      beforeX = x
      beforeY = y
      return taken
    })
  }
}
