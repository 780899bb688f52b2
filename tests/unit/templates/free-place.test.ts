import { describe, expect, test } from 'vitest'
import { freePlace, GAP, overlap, type Search } from '../../../shared/templates/free-place.ts'
import type { Box } from '../../../shared/templates/polygon.ts'

const rectangle = (x: number, y: number, w: number, h: number) => [x, y, x + w, y, x + w, y + h, x, y + h]

const search = (parts: Partial<Search> = {}): Search => ({
  size: { w: 176, h: 72 },
  grows: 0,
  outline: rectangle(0, 0, 600, 400),
  except: [],
  taken: [],
  words: [],
  ...parts,
})

/** Lays so many things one after the other, each on the place that was found for it. */
function layMany(count: number, parts: Partial<Search> = {}): Box[] {
  const laid: Box[] = []
  for (let at = 0; at < count; at += 1) {
    const asked = search({ ...parts, taken: [...(parts.taken ?? []), ...laid] })
    laid.push({ ...freePlace(asked), ...asked.size })
  }
  return laid
}

const pairs = (boxes: readonly Box[]) => boxes.flatMap((a, at) => boxes.slice(at + 1).map((b) => [a, b] as const))

describe('in a region', () => {
  test('the first thing lies at the top left, clear of the edges', () => {
    expect(freePlace(search())).toEqual({ x: GAP, y: GAP })
  })

  test('things follow in rows, with white between them', () => {
    const [first, second, third, fourth] = layMany(4)
    expect(first).toMatchObject({ x: 14, y: 14 })
    expect(second?.y).toBe(14)
    expect(third?.y).toBe(14)
    expect(fourth).toMatchObject({ x: 14 })
    for (const [a, b] of pairs(layMany(4)))
      expect(overlap({ ...a, w: a.w + GAP, h: a.h + GAP }, { ...b, w: b.w + GAP, h: b.h + GAP })).toBe(false)
  })

  test('room to grow is kept below a thing', () => {
    const taken = [{ x: 0, y: 110, w: 300, h: 72 }]
    expect(freePlace(search({ taken })).x).toBe(14)
    expect(freePlace(search({ taken, grows: 36 })).x).toBeGreaterThanOrEqual(300)
  })

  test('words stay readable', () => {
    const label = { x: 10, y: 10, w: 400, h: 60 }
    const place = freePlace(search({ words: [label] }))
    expect(overlap({ ...place, w: 176, h: 72 }, label)).toBe(false)
  })

  test('what another region takes away is left to it', () => {
    const core = rectangle(0, 0, 600, 200)
    expect(freePlace(search({ except: [core] })).y).toBeGreaterThanOrEqual(200)
  })

  test('the part that no other region shares is filled first', () => {
    const others = [rectangle(0, 0, 600, 150), rectangle(-50, -50, 900, 900)]
    const [first, ...rest] = layMany(14, { others })
    expect(first).toMatchObject({ x: 14 })
    expect(first?.y).toBeGreaterThanOrEqual(150)
    expect(rest.some(({ y }) => y < 100)).toBe(true)
  })

  test('a narrow region takes its things by the centre', () => {
    const place = freePlace(search({ outline: rectangle(0, 0, 100, 300) }))
    expect(place.x + 88).toBeGreaterThanOrEqual(0)
    expect(place.x + 88).toBeLessThanOrEqual(100)
  })

  test('a full region is stacked, each a little off the last', () => {
    const outline = rectangle(0, 0, 200, 100)
    const [first, second, third] = layMany(3, { outline })
    if (!first || !second) throw new Error('Nothing was laid.')
    expect(second).toMatchObject({ x: first.x + 6, y: first.y + 6 })
    expect(third).toMatchObject({ x: second.x + 6, y: second.y + 6 })
  })

  test('a region that is smaller than the grid still gets its thing', () => {
    expect(freePlace(search({ outline: rectangle(3, 3, 2, 2) }))).toEqual({ x: 4 - 88, y: 4 - 36 })
  })
})

describe('where the user looks', () => {
  const from = { x: 300, y: 200 }

  test('the first thing lies in the middle', () => {
    expect(freePlace(search({ from }))).toEqual({ x: 300 - 88, y: 200 - 36 })
  })

  test('several in a row lie side by side', () => {
    for (const [a, b] of pairs(layMany(5, { from }))) expect(overlap(a, b)).toBe(false)
  })
})
