import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LocaleSchema } from '../../../shared/api/boards.ts'
import type { Figure } from '../../../shared/templates/drawing.ts'
import { drawingFaults } from '../../../shared/templates/drawing-faults.ts'
import { figureOf } from '../../../shared/templates/figure.ts'
import { fitText } from '../../../shared/templates/fit-text.ts'
import { type FreeArea, SMALLEST_AREA } from '../../../shared/templates/free-schema.ts'
import { OwnTemplateSchema } from '../../../shared/templates/own.ts'
import { A1 } from '../../../shared/templates/paper.ts'
import { type Box, boundsOf, isWithin } from '../../../shared/templates/polygon.ts'
import type { Template } from '../../../shared/templates/schema.ts'
import { wordBoxes } from '../../../shared/templates/text-layout.ts'
import { anArea, anOwnPlate } from '../../support/own-plates.ts'

const LOCALES = LocaleSchema.options
const GAP = 12

/** One to three words that a person would call a field, the longest as long as Dutch has them. */
const name = fc
  .array(fc.constantFrom('wie', 'Kansen', 'de buurt', 'Wat telt', 'zorg', 'spanning', 'samen'), {
    minLength: 1,
    maxLength: 2,
  })
  .map((words) => words.join(' '))
const question = fc.option(fc.constantFrom('Wat gaat er goed?', 'Wie merkt hier iets van, en wat zegt die ervan?'))
const pair = (text: string) => ({ nl: text, en: text })

/** Fields in a grid over the paper, some rows and columns of it, each at least as large as a field may be. */
const areas: fc.Arbitrary<FreeArea[]> = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 7 }))
  .chain(([columns, rows]) => {
    const [w, h] = [A1.content.w / columns - GAP, A1.content.h / rows - GAP]
    const cells = Array.from({ length: columns * rows }, (_, at) => ({
      x: A1.content.x + (at % columns) * (w + GAP),
      y: A1.content.y + Math.floor(at / columns) * (h + GAP),
    }))
    return fc
      .tuple(
        fc.subarray(cells, { minLength: 1, maxLength: Math.min(40, cells.length) }),
        fc.infiniteStream(
          fc.record({
            name,
            question,
            shape: fc.constantFrom('box', 'ellipse'),
            wide: fc.double({ min: 0, max: 1, noNaN: true }),
          }),
        ),
      )
      .map(([chosen, wishes]) =>
        chosen.map(({ x, y }, at) => {
          const wish = wishes.next().value
          const label = wish?.name ?? 'vak'
          const share = wish?.wide ?? 1
          const asks = wish?.question ? { question: pair(wish.question) } : {}
          return anArea(`vak-${at}`, {
            ...asks,
            label: pair(label),
            shape: wish?.shape === 'ellipse' ? 'ellipse' : 'box',
            x,
            y,
            w: SMALLEST_AREA.w + (w - SMALLEST_AREA.w) * share,
            h: SMALLEST_AREA.h + (h - SMALLEST_AREA.h) * share,
          })
        }),
      )
  })

const plateOf = (drawn: readonly FreeArea[]): Template =>
  anOwnPlate({ figure: { kind: 'free', areas: [...drawn], words: [], lines: [] } })

const overlap = (a: Box, b: Box) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
const textsOf = ({ words }: Figure) => words.filter((item) => item.is === 'text')

describe('a plate that somebody drew', () => {
  test('has its fields where they were drawn, none in another, and all of them on the paper', () => {
    fc.assert(
      fc.property(areas, (drawn) => {
        const plate = plateOf(drawn)
        expect(drawingFaults(plate)).toEqual([])
        expect(OwnTemplateSchema.safeParse(plate).error?.issues).toBeUndefined()
        const { regions } = figureOf(plate)
        expect(regions.map(({ key }) => key)).toEqual(drawn.map(({ key }) => key))
        for (const { outline } of regions) {
          const middle = boundsOf(outline)
          const at = { x: middle.x + middle.w / 2, y: middle.y + middle.h / 2 }
          expect(regions.filter((other) => isWithin(other.outline, at))).toHaveLength(1)
        }
      }),
      { numRuns: 60, seed: 41 },
    )
  })

  test('has room for every name and question that is printed, within its own field, and half the field for notes', () => {
    fc.assert(
      fc.property(areas, (drawn) => {
        const figure = figureOf(plateOf(drawn))
        for (const locale of LOCALES) {
          const tight = textsOf(figure).filter((item) => !fitText(item.text[locale], item.style).fits)
          expect(tight.map(({ text }) => text[locale])).toEqual([])
          const boxes = wordBoxes(figure, locale)
          expect(boxes.flatMap((box, at) => boxes.slice(at + 1).filter((other) => overlap(box, other)))).toEqual([])
          for (const box of boxes) {
            const corners = [box.x, box.x + box.w].flatMap((x) => [box.y, box.y + box.h].map((y) => ({ x, y })))
            const homes = figure.regions.filter(({ outline }) => corners.every((corner) => isWithin(outline, corner)))
            expect(homes).toHaveLength(1)
            const home = boundsOf(homes[0]?.outline ?? [])
            // In a wide field they stand at the left, and its room is beside them.
            const isBeside = box.x + box.w <= home.x + home.w * 0.45
            expect(isBeside || box.y + box.h <= home.y + home.h * 0.7).toBe(true)
          }
        }
      }),
      { numRuns: 60, seed: 42 },
    )
  })

  test('invites to write where its words leave room', () => {
    const { regions } = figureOf(anOwnPlate())
    expect(regions.map(({ invitation }) => invitation !== undefined)).toEqual([true, true])
    for (const { invitation, outline } of regions) expect(isWithin(outline, invitation ?? { x: 0, y: 0 })).toBe(true)
  })

  test('prints words and lines in the house look', () => {
    const { ground, words } = figureOf(anOwnPlate())
    expect(textsOf({ ...figureOf(anOwnPlate()), words }).map(({ text }) => text.nl)).toContain('Kijk rond')
    expect(ground.filter((item) => item.is === 'line')).toHaveLength(3)
  })
})

describe('what is wrong with a drawing', () => {
  const faultsOf = (drawn: FreeArea[]) =>
    drawingFaults(plateOf(drawn)).map(({ fault, path }) => [fault, path.join('.')])

  test('fields that share a line lie beside each other; those that share more lie over each other', () => {
    const first = anArea('a', { x: 100, w: 500 })
    expect(faultsOf([first, anArea('b', { x: 600, w: 500 })])).toEqual([])
    expect(faultsOf([first, anArea('b', { x: 590, w: 500 })])).toEqual([['overlap', 'figure.areas.1']])
  })

  test('ellipses whose corners meet only in their boxes lie beside each other', () => {
    const round = { shape: 'ellipse', w: 500, h: 500 } as const
    expect(faultsOf([anArea('a', { ...round, x: 100, y: 200 }), anArea('b', { ...round, x: 560, y: 660 })])).toEqual([])
    expect(faultsOf([anArea('a', { ...round, x: 100, y: 200 }), anArea('b', { ...round, x: 300, y: 400 })])).toEqual([
      ['overlap', 'figure.areas.1'],
    ])
  })

  test('two fields with one key, and a field that leaves the paper', () => {
    expect(faultsOf([anArea('a', { w: 500 }), anArea('a', { x: 700, w: 500 })])).toEqual([
      ['keys', 'figure.areas.1.key'],
    ])
    expect(faultsOf([anArea('a', { x: A1.end.x - 300 })])).toEqual([['outside', 'figure.areas.0']])
  })
})
