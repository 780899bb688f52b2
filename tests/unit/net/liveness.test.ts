import { expect, test } from 'vitest'
import { type Line, Liveness, type Step } from '../../../client/net/liveness.ts'

const synced: Line = { state: 'synced', since: 0, heardAt: 0, unsentBytes: 0, isWaiting: false }

/** What is done second after second, from second `from` up to `to`; each with what the line looks like then. */
function steps(liveness: Liveness, from: number, to: number, line: (second: number) => Line): [number, Step][] {
  const done: [number, Step][] = []
  for (let second = from; second <= to; second++) {
    const step = liveness.next(line(second), second * 1_000)
    if (step !== null) done.push([second, step])
  }
  return done
}

test('a silent line is asked after 10 s and given up 5 s later', () => {
  expect(steps(new Liveness(), 0, 17, () => synced)).toEqual([
    [11, 'ask'],
    [17, 'giveUp'],
  ])
})

test('it is asked sooner while changes wait to be called saved', () => {
  expect(steps(new Liveness(), 0, 11, () => ({ ...synced, isWaiting: true }))).toEqual([
    [5, 'ask'],
    [11, 'giveUp'],
  ])
})

test('an answer is enough', () => {
  const answered = (second: number): Line => ({ ...synced, heardAt: second >= 12 ? 12_000 : 0 })
  expect(steps(new Liveness(), 0, 20, answered)).toEqual([[11, 'ask']])
})

test('a line that is slowly taking in what is sent is alive', () => {
  const sending = (second: number): Line => ({ ...synced, unsentBytes: 1_000_000 - second * 1_000 })
  expect(steps(new Liveness(), 0, 60, sending)).toEqual([])
})

test('after sleep a line that looks open is asked at once and given up 3 s later', () => {
  const liveness = new Liveness()
  expect(steps(liveness, 0, 2, () => synced)).toEqual([])
  expect(steps(liveness, 3_600, 3_604, () => synced)).toEqual([
    [3_600, 'ask'],
    [3_604, 'giveUp'],
  ])
})

test('a few bytes that this device has taken from the page say nothing of the other side', () => {
  const liveness = new Liveness()
  expect(steps(liveness, 0, 2, () => synced)).toEqual([])
  const justSent = (second: number): Line => ({ ...synced, unsentBytes: second === 3_600 ? 40 : 0 })
  expect(steps(liveness, 3_600, 3_604, justSent)).toEqual([
    [3_600, 'ask'],
    [3_604, 'giveUp'],
  ])
})

test('a page that comes back to the person asks at once, and hurries where there is no line', () => {
  const liveness = new Liveness()
  expect(liveness.next(synced, 1_000)).toBeNull()
  liveness.wake()
  expect(liveness.next(synced, 1_500)).toBe('ask')
  liveness.wake()
  expect(liveness.next({ ...synced, state: 'none' }, 2_000)).toBe('hurry')
})

test('a line that does not come about is given up, a document that comes in slowly only after long', () => {
  expect(steps(new Liveness(), 0, 11, () => ({ ...synced, state: 'coming' }))).toEqual([[11, 'giveUp']])
  expect(steps(new Liveness(), 0, 91, () => ({ ...synced, state: 'open' }))).toEqual([[91, 'giveUp']])
})
