import { describe, expect, test } from 'vitest'
import { PLATE_ICONS } from '../../../client/plates/plate-icons.ts'
import { LocaleSchema } from '../../../shared/api/boards.ts'
import { isSentenceRegion } from '../../../shared/records/region.ts'
import { SHEET_SIZES } from '../../../shared/records/sheet.ts'
import type { Figure, Item } from '../../../shared/templates/drawing.ts'
import { figureOf, leastPlaces, paperNeeded } from '../../../shared/templates/figure.ts'
import { fitText } from '../../../shared/templates/fit-text.ts'
import { waitingPlaces } from '../../../shared/templates/places.ts'
import { type Box, boundsOf, isWithin, type Point } from '../../../shared/templates/polygon.ts'
import type { Template } from '../../../shared/templates/schema.ts'
import { wordBoxes } from '../../../shared/templates/text-layout.ts'
import { allTemplates, readTemplate, templateFiles } from '../../support/templates.ts'

const LOCALES = LocaleSchema.options
const templates = allTemplates()

const itemsOf = ({ ground, words, regions }: Figure): Item[] => [
  ...ground,
  ...words,
  ...regions.flatMap(({ sentence }) => sentence?.empty ?? []),
]
const overlap = (a: Box, b: Box) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
const liesIn = (inner: Box, outer: Box) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h

/** Keys of the regions that lie between two poles. */
const polesOf = ({ figure }: Template): Set<string> =>
  new Set(
    (figure.kind === 'stack' ? figure.rows : [])
      .flatMap(({ parts }) => parts)
      .flatMap((part) => (part.part === 'scales' ? part.blocks : []))
      .flatMap(({ rows }) => rows.map(({ region }) => region.key)),
  )

/** Points so close to each other that no region fits between them. */
const gridOver = ({ w, h }: Box): Point[] =>
  Array.from({ length: 60 * 42 }, (_, at) => ({
    x: ((at % 60) + 0.5) * (w / 60),
    y: (Math.floor(at / 60) + 0.5) * (h / 42),
  }))

test('every plate is in a file of its own name, and no two share a number', () => {
  expect(templateFiles().map((file) => `${readTemplate(file).id}.json`)).toEqual(templateFiles())
  expect(new Set(templates.map(({ number }) => number)).size).toBe(templates.length)
})

/** Every plate on every paper that it can be given; those with a place for each party also with eight and twenty. */
const laid = templates.flatMap((template) =>
  SHEET_SIZES.flatMap((size) => {
    const least = leastPlaces(template)
    return (least === 0 ? [0] : [least, 8, 20]).map((count) => {
      const paper = paperNeeded(template, size, count)
      const name = `${template.id} ${size}${count === 0 ? '' : ` for ${count}`}`
      return [name, template, () => figureOf(template, { paper, places: waitingPlaces(count) })] as const
    })
  }),
)

const apart = laid.filter(([, { figure }]) => figure.kind !== 'lobes')
test.each(apart)('on %s no point lies in two regions', (_, _template, make) => {
  const { w, h, regions } = make()
  const inTwo = gridOver({ x: 0, y: 0, w, h }).filter(
    (point) => regions.filter(({ outline }) => isWithin(outline, point)).length > 1,
  )
  expect(inTwo).toEqual([])
})

describe.each(laid)('%s', (_, template, make) => {
  const figure = make()
  const paper: Box = { x: 0, y: 0, w: figure.w, h: figure.h }

  test('every icon is one that can be drawn', () => {
    const named = itemsOf(figure).flatMap((item) =>
      item.is === 'icon' ? [item.icon] : item.is === 'text' && item.lead && 'icon' in item.lead ? [item.lead.icon] : [],
    )
    expect([template.icon, ...named].filter((icon) => !(icon in PLATE_ICONS))).toEqual([])
  })

  test('regions have names of their own and lie on the paper', () => {
    const keys = figure.regions.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(figure.regions.filter(({ outline }) => !liesIn(boundsOf(outline), paper)).map(({ key }) => key)).toEqual([])
  })

  test('every region that takes notes has room for one with white round it; between two poles lies a party card', () => {
    const scaled = polesOf(template)
    const small = figure.regions
      .filter(({ kind }) => !isSentenceRegion(kind))
      .filter(({ key, outline }) => {
        const { w, h } = boundsOf(outline)
        return w < 220 || h < (scaled.has(key) ? 84 : 180)
      })
    expect(small.map(({ key }) => key)).toEqual([])
  })

  test('a region gives way only to regions that are there', () => {
    const keys = new Set(figure.regions.map(({ key }) => key))
    expect(figure.regions.flatMap(({ except }) => except).filter((key) => !keys.has(key))).toEqual([])
  })

  test.each(LOCALES)('every word has room at a size that may be used (%s)', (locale) => {
    const tight = itemsOf(figure)
      .filter((item) => item.is === 'text')
      .filter((item) => !fitText(item.text[locale], item.style).fits)
    expect(tight.map(({ text }) => text[locale])).toEqual([])
  })

  test.each(LOCALES)('words lie on the paper and never on each other (%s)', (locale) => {
    const boxes = wordBoxes(figure, locale)
    expect(boxes.filter((box) => !liesIn(box, paper))).toEqual([])
    expect(boxes.flatMap((box, at) => boxes.slice(at + 1).filter((other) => overlap(box, other)))).toEqual([])
  })

  test('a hub or banner has room for the longest sentence that may be written', () => {
    const long =
      'Wie weg kan uit de maatschappelijke opvang of het beschermd wonen vindt binnen zes maanden een passend huis in de eigen gemeente, met hulp die gewoon meeverhuist.'
    const tight = figure.regions
      .filter(({ kind }) => kind === 'hub' || kind === 'banner')
      .filter(({ sentence }) => {
        if (!sentence) return true
        const caption = sentence.captionStyle.sizes[0] * sentence.captionStyle.line
        const { fits, size, lines } = fitText(long, sentence.style)
        return !fits || caption + sentence.gap + lines.length * size * sentence.style.line > sentence.box.h + 8
      })
    expect(tight.map(({ key }) => key)).toEqual([])
  })
})
