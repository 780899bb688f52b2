import { describe, expect, test } from 'vitest'
import { Closings } from '../../../client/net/closings.ts'
import { CloseReason } from '../../../shared/close-reasons.ts'

const SHORT_MS = 1_000
const LONG_MS = 10 * 60_000
const close = (code: number, reason = '') => ({ code, reason })

describe('CLS6 after the server has closed the line, the client', () => {
  test.each([
    ['comes back when the server restarts', CloseReason.serverRestart, { act: 'comeBack', seatChanged: false }],
    ['comes back when it was too slow', CloseReason.tooSlow, { act: 'comeBack', seatChanged: false }],
    ['comes back when the line just broke', 1006, { act: 'comeBack', seatChanged: false }],
    ['comes back and asks who it is when its role has changed', 4205, { act: 'comeBack', seatChanged: true }],
    ['joins again without access', CloseReason.noAccess, { act: 'joinAgain' }],
    ['stops when shown out', CloseReason.shownOut, { act: 'stop', why: 'shownOut' }],
    ['stops when the table is gone', CloseReason.boardGone, { act: 'stop', why: 'boardGone' }],
  ])('%s', (_, code, verdict) => {
    expect(new Closings().closed(close(code), SHORT_MS)).toEqual(verdict)
  })

  test('goes on with the other document, or loads the page anew, and says for what', () => {
    const closings = new Closings()
    expect(closings.closed(close(4409, '{"epoch":2}'), 0)).toEqual({
      act: 'start',
      with: 'document',
      mismatch: '4409 {"epoch":2}',
    })
    expect(closings.closed(close(4410, 'schema'), 0)).toEqual({ act: 'start', with: 'page', mismatch: '4410 schema' })
  })

  test.each([CloseReason.brokenFrame, CloseReason.tooLarge])('tries once more after %i, then says so', (code) => {
    const closings = new Closings()
    expect(closings.closed(close(code), SHORT_MS)).toEqual({ act: 'comeBack', seatChanged: false })
    expect(closings.closed(close(code), SHORT_MS)).toEqual({ act: 'stop', why: 'frame' })
  })

  test('forgets a broken frame over a line that has lived long', () => {
    const closings = new Closings()
    closings.closed(close(CloseReason.brokenFrame), SHORT_MS)
    expect(closings.closed(close(CloseReason.brokenFrame), LONG_MS)).toEqual({ act: 'comeBack', seatChanged: false })
  })

  test('waits longer each time that there are too many, up to five minutes', () => {
    const closings = new Closings()
    const waits = Array.from({ length: 8 }, () => closings.closed(close(CloseReason.tooMany), SHORT_MS))
    expect(waits.map((wait) => (wait.act === 'wait' ? wait.ms : wait.act))).toEqual([
      5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000,
    ])
    expect(closings.closed(close(CloseReason.tooMany), LONG_MS)).toEqual({ act: 'wait', ms: 5_000 })
  })
})
