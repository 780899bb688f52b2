import { expect, test } from 'vitest'
import { newestOf } from '../../../../client/canvas/others/newest-points.ts'
import { MAX_TOLD_POINTS } from '../../../../shared/sync/presence.ts'

type Point = readonly [number, number]
const same = (point: Point): Point => point
const line = (length: number): Point[] => Array.from({ length }, (_, at) => [10 + at * 2, 5 - at] as const)

/** The points that a told line stands for. */
function placesOf(told: readonly number[]): number[][] {
  let [x, y] = [0, 0]
  return Array.from({ length: told.length / 2 }, (_, at) => {
    x += told[at * 2] ?? 0
    y += told[at * 2 + 1] ?? 0
    return [x, y]
  })
}

test('a line that has just begun is told whole, as a point and steps', () => {
  const read = newestOf(() => 0)
  const told = read(line(4), same)
  expect(told).toEqual([10, 5, 2, -1, 2, -1, 2, -1])
  expect(placesOf(told)).toEqual(line(4).map((point) => [...point]))
})

test('what was drawn long enough ago to be committed is left out, but for the point that it ends in', () => {
  let now = 0
  const read = newestOf(() => now)
  for (let length = 1; length <= 200; length += 1) {
    read(line(length), same)
    now += 50
  }
  now -= 50
  const places = placesOf(read(line(200), same))
  expect(places.at(-1)).toEqual([...(line(200).at(-1) ?? [])])
  // 900 ms at 50 ms a point, and the point before them.
  expect(places).toHaveLength(19)
})

test('a line that is drawn very fast is thinned out, never beyond what may be told, and keeps its end', () => {
  const read = newestOf(() => 0)
  for (const length of [MAX_TOLD_POINTS - 1, MAX_TOLD_POINTS, MAX_TOLD_POINTS + 1, 500]) {
    const places = placesOf(read(line(length), same))
    expect(places.length).toBeLessThanOrEqual(MAX_TOLD_POINTS)
    expect(places.length).toBeGreaterThan(MAX_TOLD_POINTS / 3)
    expect(places.at(-1)).toEqual([...(line(length).at(-1) ?? [])])
    expect(places[0]).toEqual([10, 5])
  }
})

test('a line without points is told as nothing that could be drawn', () => {
  expect(newestOf(() => 0)([] as Point[], same)).toEqual([])
})
