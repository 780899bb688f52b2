import { describe, expect, test } from 'vitest'
import { placeOfBar } from '../../../client/board/note-bar-place.ts'
import { allKinds, offeredKinds } from '../../../client/board/offered-kinds.ts'
import { NOTE_KINDS } from '../../../shared/records/note-kind.ts'

describe('the bar by a note', () => {
  const canvas = { w: 1000, h: 700 }
  const bar = { w: 400, h: 50 }
  const at = (x: number, y: number, w = 180, h = 100) => placeOfBar({ x, y, w, h }, bar, canvas, 80)

  test('stands under it, in the middle', () => {
    expect(at(400, 200)).toEqual({ x: 290, y: 308 })
  })

  test('stands above it where there is no room under it', () => {
    expect(at(400, 480)).toEqual({ x: 290, y: 422 })
  })

  test('stays on the canvas', () => {
    expect(at(-100, 200)).toEqual({ x: 8, y: 308 })
    expect(at(950, 200)).toEqual({ x: 592, y: 308 })
  })

  test('stands beside what is as high as the canvas, and covers only what fills it', () => {
    expect(at(100, 10, 180, 580)).toEqual({ x: 288, y: 275 })
    expect(at(700, 10, 250, 580)).toEqual({ x: 292, y: 275 })
    expect(at(10, 10, 980, 680)).toEqual({ x: 300, y: 562 })
  })

  test('goes when the note is out of sight', () => {
    for (const [x, y] of [
      [-300, 200],
      [1100, 200],
      [400, -200],
      [400, 690],
    ] as const)
      expect(at(x, y)).toBeNull()
  })
})

describe('the kinds that are one tap away', () => {
  test('are those that the place asks for, then the common ones', () => {
    expect(offeredKinds('vulnerability', ['vulnerability'], 4)).toEqual(['vulnerability', 'fact', 'question', 'idea'])
    expect(offeredKinds('note', ['note', 'fact'], 3)).toEqual(['note', 'fact', 'question'])
  })

  test('hold what it is already, and stand still when another of them is chosen', () => {
    expect(offeredKinds('fact', ['vulnerability'], 3)).toEqual(offeredKinds('vulnerability', ['vulnerability'], 3))
    expect(offeredKinds('risk', ['vulnerability'], 3)).toEqual(['risk', 'vulnerability', 'fact'])
    expect(offeredKinds(null, [], 3)).toEqual(['fact', 'question', 'idea'])
  })

  test('of all kinds, those of the place come first and none twice', () => {
    const all = allKinds(['risk', 'fact'])
    expect(all.slice(0, 2)).toEqual(['risk', 'fact'])
    expect([...all].sort()).toEqual([...NOTE_KINDS].sort())
  })
})
