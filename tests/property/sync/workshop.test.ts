import { beforeAll, describe, expect, test } from 'vitest'
import { parseRecord } from '../../../shared/records/doc.ts'
import type { LooseRecord } from '../../../shared/records/layout.ts'
import type { Cause } from '../../bench/layouts/hub.ts'
import { ours } from '../../bench/layouts/ours.ts'
import { plainMap } from '../../bench/layouts/plain-map.ts'
import { type Replay, replay } from '../../bench/layouts/replay.ts'
import { aTrace } from '../../bench/trace/trace.ts'

/** Nine minutes of the benchmark's workshop and three of changes. Sizes are exact: a layout that has grown fails here. */
const PLAN = { seed: 1, people: 8, part: 0.05 }

test('the workshop of the benchmark is the same each time, and made of records that a table can show', () => {
  const [once, again] = [aTrace(PLAN), aTrace(PLAN)]
  let frames = 0
  for (const trace of [once, again]) {
    for (const hour of [trace.workshop(), trace.edits()]) {
      for (const { puts } of hour) {
        frames += 1
        const faults = puts
          .map((record) => parseRecord(record as unknown as LooseRecord))
          .filter(({ record }) => !record)
        expect(faults).toEqual([])
      }
    }
  }
  expect(frames).toBeGreaterThan(30_000)
  expect([...once.table.records]).toEqual([...again.table.records])
})

/** `replay` itself throws when a newcomer, or one of the writers' stores, does not end with exactly the trace's records. */
describe('a workshop in small, written by our binding', () => {
  let played: Replay
  let plain: Replay
  beforeAll(() => {
    played = replay(ours, PLAN)
    plain = replay(plainMap('end'), PLAN)
  })
  const sizesOf = (cause: Cause) => (played.bytes.get(cause) ?? []).toSorted((a, b) => a - b)

  test('the document is smaller than its records as plain JSON, by a quarter and as a snapshot by more', () => {
    expect(played.workshop.v1 / played.jsonBytes).toBeLessThan(0.75)
    expect(played.workshop.v2 / played.jsonBytes).toBeLessThan(0.61)
  })

  test('a key takes 30 bytes or less, unless it makes the note grow', () => {
    const sizes = sizesOf('key')
    expect(sizes.length).toBeGreaterThan(3_000)
    expect(sizes[sizes.length >> 1]).toBeLessThanOrEqual(22)
    expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeLessThanOrEqual(30)
    expect(sizes.at(-1)).toBeLessThanOrEqual(60)
  })

  test('a commit of one dragged shape takes 90 bytes at most, and of eight 520', () => {
    const [one, eight] = [sizesOf('one shape'), sizesOf('eight shapes')]
    expect(Math.min(one.length, eight.length)).toBeGreaterThan(0)
    expect(one.at(-1)).toBeLessThanOrEqual(90)
    expect(eight.at(-1)).toBeLessThanOrEqual(520)
  })

  test('a running drag is committed every half second and when it ends, not every frame', () => {
    const drags = (plain.bytes.get('one shape') ?? []).length
    // The longest of the trace takes a hundred frames: four commits.
    expect(sizesOf('one shape').length).toBeGreaterThan(drags)
    expect(sizesOf('one shape').length).toBeLessThanOrEqual(4 * drags)
  })

  test('what travels is a tenth of what whole records take that are written as seldom', () => {
    expect(played.uplinkBytes).toBeLessThan(plain.uplinkBytes / 10)
  })

  test('changes without anything new let the document grow by little', () => {
    const grown = played.edits.v2 - played.workshop.v2
    expect(grown).toBeLessThan(played.workshop.v2 / 10)
    expect(played.edits.v1 - played.workshop.v1).toBeLessThan(played.workshop.v1 / 10)
  })
})
