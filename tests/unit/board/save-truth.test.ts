import { describe, expect, test } from 'vitest'
import { bannerOf, firstMemory, nextTurn, remember, type SaveMemory, signOf } from '../../../client/board/save-truth.ts'
import type { SaveState } from '../../../client/canvas/table.ts'
import { millis } from '../../../shared/ids.ts'

const saved: SaveState = { state: 'saved', lastChange: null, kept: true }
const saving: SaveState = { state: 'saving', pending: 2, kept: true }
const offlineSince = (since: number): SaveState => ({ state: 'offline', pending: 7, since: millis(since), kept: true })
const refused: SaveState = { state: 'refused', pending: 3, why: 'storage', kept: true }

/** The states as they came, each with the time it was seen, in ms. */
const seen = (...states: readonly (readonly [number, SaveState])[]): SaveMemory => {
  const [first, ...rest] = states
  if (first === undefined) throw new Error('nothing was seen')
  return rest.reduce((memory, [now, save]) => remember(memory, save, now), firstMemory(first[1], first[0]))
}

describe('the badge', () => {
  test('says saved until saving has lasted 400 ms', () => {
    const memory = seen([0, saved], [1_000, saving])
    expect([signOf(memory, 1_399), signOf(memory, 1_400)]).toEqual(['saved', 'saving'])
    expect(nextTurn(memory, 1_000)).toBe(1_400)
  })

  test('starts the 400 ms again when the work was saved in between', () => {
    const memory = seen([0, saved], [1_000, saving], [1_300, saved], [1_500, saving])
    expect(signOf(memory, 1_800)).toBe('saved')
  })

  test('never says saved while sending after a loss', () => {
    const memory = seen([0, saved], [1_000, offlineSince(1_000)], [1_200, saving])
    expect(signOf(memory, 1_201)).toBe('saving')
  })

  test('says offline and not saved at once', () => {
    expect(signOf(seen([0, saved], [10, offlineSince(10)]), 10)).toBe('offline')
    expect(signOf(seen([0, saved], [10, refused]), 10)).toBe('refused')
  })
})

describe('the banner', () => {
  test('comes 5 s after the connection was lost', () => {
    const memory = seen([0, saved], [1_000, offlineSince(1_000)])
    expect([bannerOf(memory, 5_999, null), bannerOf(memory, 6_000, null)]).toEqual([null, 'offline'])
    expect(nextTurn(memory, 1_000)).toBe(6_000)
  })

  test('tells of a return while sending, then for 4 s that all is in, then goes', () => {
    const sending = seen([0, saved], [1_000, offlineSince(1_000)], [9_000, saving])
    expect(bannerOf(sending, 9_000, null)).toBe('sending')
    const arrived = remember(sending, saved, 9_500)
    expect([bannerOf(arrived, 9_500, null), bannerOf(arrived, 13_499, null)]).toEqual(['arrived', 'arrived'])
    expect(nextTurn(arrived, 9_500)).toBe(13_500)
    expect(bannerOf(arrived, 13_500, null)).toBeNull()
  })

  test('stays with the good news when the next change is being saved', () => {
    const memory = seen([0, offlineSince(0)], [6_000, saved], [7_000, saving])
    expect(bannerOf(memory, 7_500, null)).toBe('arrived')
  })

  test('keeps silent about a loss that was too short to be told', () => {
    const memory = seen([0, saved], [1_000, offlineSince(1_000)], [2_000, saving], [2_500, saved])
    expect(bannerOf(memory, 2_500, null)).toBeNull()
  })

  test('shows the worst truth alone', () => {
    expect(bannerOf(seen([0, offlineSince(0)], [9_000, refused]), 9_000, 'viewer')).toBe('refused')
    expect(bannerOf(seen([0, offlineSince(0)]), 9_000, 'viewer')).toBe('offline')
    expect(bannerOf(seen([0, saved]), 9_000, 'viewer')).toBe('viewer')
  })

  test('tells whose device keeps no copy, but not who only watches', () => {
    const loose: SaveState = { state: 'saved', lastChange: null, kept: false }
    expect(bannerOf(seen([0, loose]), 0, null)).toBe('noCopy')
    expect(bannerOf(seen([0, loose]), 0, 'restricted')).toBe('noCopy')
    expect(bannerOf(seen([0, loose]), 0, 'viewer')).toBe('viewer')
    expect(bannerOf(seen([0, saved]), 0, 'restricted')).toBe('restricted')
  })

  test('stays until a refusal is solved', () => {
    const memory = seen([0, saved], [10, refused])
    expect([bannerOf(memory, 1_000_000, null), nextTurn(memory, 10)]).toEqual(['refused', null])
  })
})
