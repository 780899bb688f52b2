import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inLayers, type Stacked } from '../../../client/canvas/picture/layers.ts'
import { overlap } from '../../../shared/templates/free-place.ts'
import type { Box } from '../../../shared/templates/polygon.ts'

type Note = Box & { id: number }

const whole = (min: number, max: number) => fc.integer({ min, max })

const box: fc.Arbitrary<Box> = fc.record({ x: whole(0, 400), y: whole(0, 400), w: whole(1, 150), h: whole(1, 150) })

/** Notes and other things that lie on each other as they like. */
const stacks = (things: number): fc.Arbitrary<Stacked<Note>[]> =>
  fc
    .array(fc.tuple(box, whole(0, 99)), { maxLength: 40 })
    .map((boxes) => boxes.map(([of, chance], z) => (chance < things ? { z, box: of } : { z, note: { ...of, id: z } })))

const most = whole(1, 4)

test('what lies above another goes on to be drawn above it', () => {
  fc.assert(
    fc.property(stacks(30), most, (stack, most) => {
      const { layers, left } = inLayers(stack, most)
      /** When each is drawn: an element by its own place, a note by that of its picture and its turn in there. */
      const drawn = new Map<number, [number, number]>(stack.map(({ z }) => [z, [z, 0]]))
      for (const { z, notes } of layers) for (const [turn, { id }] of notes.entries()) drawn.set(id, [z, turn])
      for (const [at, lower] of stack.entries()) {
        for (const upper of stack.slice(at + 1)) {
          const [a, b] = [lower.note ?? lower.box, upper.note ?? upper.box]
          if (!a || !b || !overlap(a, b)) continue
          const [zA, turnA] = drawn.get(lower.z) ?? [0, 0]
          const [zB, turnB] = drawn.get(upper.z) ?? [0, 0]
          expect(zA < zB || (zA === zB && turnA < turnB)).toBe(true)
        }
      }
      expect(layers.length).toBeLessThanOrEqual(most)
      const told = [...layers.flatMap(({ notes }) => notes), ...left].map(({ id }) => id)
      const asked = stack.flatMap(({ note }) => (note ? [note.id] : []))
      expect(told.sort((a, b) => a - b)).toEqual(asked)
    }),
  )
})

test('notes alone are one picture, however they lie', () => {
  fc.assert(
    fc.property(stacks(0), (stack) => {
      const { layers, left } = inLayers(stack, 1)
      expect(layers).toHaveLength(stack.length === 0 ? 0 : 1)
      expect(left).toEqual([])
    }),
  )
})
