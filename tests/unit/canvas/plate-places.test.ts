import { describe, expect, test } from 'vitest'
import { LocaleSchema } from '../../../shared/api/boards.ts'
import { outlineHolds } from '../../../shared/dossier/geometry.ts'
import { readLayout } from '../../../shared/dossier/layout.ts'
import { NOTE_SIZE } from '../../../shared/records/note.ts'
import { isSentenceRegion, type RegionShape } from '../../../shared/records/region.ts'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import { figureOf } from '../../../shared/templates/figure.ts'
import { freePlace, overlap } from '../../../shared/templates/free-place.ts'
import { placeTemplate } from '../../../shared/templates/place.ts'
import type { Box } from '../../../shared/templates/polygon.ts'
import { wordBoxes } from '../../../shared/templates/text-layout.ts'
import { aNote } from '../../support/records.ts'
import { allTemplates, aTemplate } from '../../support/templates.ts'

const isRegion = (record: BoardRecord): record is BoardRecord & RegionShape =>
  record.typeName === 'shape' && (record.type as string) === 'region'

const onSheet = ({ x, y, props }: RegionShape) => props.outline.map((value, at) => value + (at % 2 === 0 ? x : y))

describe.each(allTemplates().map((template) => [template.id, template] as const))(
  'on the plate %s',
  (_id, template) => {
    let next = 0
    const plate = placeTemplate(template, { existing: [], newId: () => `r${next++}` })
    const regions = plate.filter(isRegion)
    const collecting = regions.filter(({ props }) => !isSentenceRegion(props.kind))
    const words = LocaleSchema.options.flatMap((locale) => wordBoxes(figureOf(template), locale))

    test.each(collecting.map((region) => [region.props.key, region] as const))(
      'three notes for %s lie there',
      (key, region) => {
        const others = regions.filter(({ id }) => id !== region.id).map(onSheet)
        const except = regions.filter(({ props }) => region.props.except.includes(props.key)).map(onSheet)
        const laid: Box[] = []
        for (let count = 0; count < 3; count += 1) {
          const place = freePlace({
            size: NOTE_SIZE,
            grows: 36,
            outline: onSheet(region),
            except,
            taken: laid,
            words,
            others,
          })
          laid.push({ ...place, ...NOTE_SIZE })
        }
        const notes = laid.map(({ x, y }, at) => aNote(`note-${at}`, { x, y })) as BoardRecord[]
        for (const note of readLayout([...plate, ...notes]).notes)
          expect(note.regions.map(({ props }) => props.key)).toContain(key)
        expect(laid.some((box, at) => laid.slice(at + 1).some((other) => overlap(box, other)))).toBe(false)
        expect(laid.some((box) => words.some((word) => overlap(box, word)))).toBe(false)
      },
    )
  },
)

test('what is laid where somebody looks keeps off the dark figure, in the middle of the plate too', () => {
  const { closed = [], w, h } = figureOf(aTemplate('opgave-circle'))
  const outline = closed.flatMap(({ x, y }) => [x, y])
  const place = freePlace({
    size: NOTE_SIZE,
    grows: 0,
    outline: [0, 0, w, 0, w, h, 0, h],
    except: [outline],
    taken: [],
    words: [],
    from: { x: w / 2, y: h / 2 },
  })
  expect(outline.length).toBeGreaterThan(100)
  for (const [dx, dy] of [
    [0, 0],
    [NOTE_SIZE.w, 0],
    [0, NOTE_SIZE.h],
    [NOTE_SIZE.w, NOTE_SIZE.h],
  ] as const)
    expect(outlineHolds(outline, { x: place.x + dx, y: place.y + dy })).toBe(false)
})
