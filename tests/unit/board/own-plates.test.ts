import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawingOf, tooSmall } from '../../../client/board/own-plates/from-drawing.ts'
import { readPlateFile } from '../../../client/board/own-plates/plate-file.ts'
import { firstForm, makePlate, ownId } from '../../../client/board/own-plates/plate-form.ts'
import type { DrawnThing } from '../../../client/canvas/table.ts'
import { OwnTemplateSchema } from '../../../shared/templates/own.ts'
import { A1 } from '../../../shared/templates/paper.ts'
import { slotsIn } from '../../../shared/templates/slots-in.ts'
import { anOwnPlate } from '../../support/own-plates.ts'
import { allTemplates } from '../../support/templates.ts'

const form = (text: string, x: number, y: number, wish: Partial<DrawnThing> = {}): DrawnThing =>
  ({ is: 'form', shape: 'box', x, y, w: 300, h: 300, text, ...wish }) as DrawnThing
const words = (text: string, x: number, y: number): DrawnThing => ({ is: 'words', x, y, w: 100, h: 30, size: 24, text })

describe('drawingOf', () => {
  test('scales what is drawn to the paper, in the middle, in the order in which it is read', () => {
    const { fields } = drawingOf([form('rechts', 400, 10), form('onder', 0, 400), form('links', 0, 0)])
    expect(fields.map(({ name }) => name)).toEqual(['links', 'rechts', 'onder'])
    const [left, right, below] = fields
    expect(left?.y).toBeCloseTo(A1.content.y, 0)
    expect((below?.y ?? 0) + (below?.h ?? 0)).toBeCloseTo(A1.end.y, 0)
    expect((left?.x ?? 0) - A1.content.x).toBeCloseTo(A1.end.x - (right?.x ?? 0) - (right?.w ?? 0), 0)
  })

  test('stays on the paper wherever and however small or large it was drawn', () => {
    const place = fc.record({
      x: fc.integer({ min: -50_000, max: 50_000 }),
      y: fc.integer({ min: -50_000, max: 50_000 }),
      w: fc.integer({ min: 1, max: 5_000 }),
      h: fc.integer({ min: 1, max: 5_000 }),
    })
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 12 }), (places) => {
        const { fields } = drawingOf(places.map((box) => form('vak', 0, 0, box)))
        expect(fields).toHaveLength(places.length)
        for (const { x, y, w, h } of fields) {
          expect(x).toBeGreaterThanOrEqual(A1.content.x - 0.2)
          expect(y).toBeGreaterThanOrEqual(A1.content.y - 0.2)
          expect(x + w).toBeLessThanOrEqual(A1.end.x + 0.2)
          expect(y + h).toBeLessThanOrEqual(A1.end.y + 0.2)
        }
      }),
      { seed: 7 },
    )
  })

  test('takes words in a form as its name, then its question, and leaves the others as words', () => {
    const drawing = drawingOf([
      form('', 0, 0),
      words('Wie?', 20, 20),
      form('Wat?\nWaar dan?', 400, 0),
      words('En wanneer?', 420, 60),
      words('Los', 0, 500),
    ])
    expect(drawing.fields).toMatchObject([
      { name: 'Wie?', question: '' },
      { name: 'Wat?', question: 'Waar dan? En wanneer?' },
    ])
    expect(drawing.words.map(({ text }) => text)).toEqual(['Los'])
  })

  test('names the fields that are too small for a note once they lie on the paper', () => {
    const drawing = drawingOf([
      form('groot', 0, 0, { w: 3_000, h: 2_000 }),
      form('klein', 3_100, 900, { w: 90, h: 90 }),
    ])
    expect(tooSmall(drawing).map((at) => drawing.fields[at]?.name)).toEqual(['klein'])
  })
})

describe('makePlate', () => {
  test('of a drawing is a plate that the server takes, with what was not filled in', () => {
    const source = { drawing: drawingOf([form('Wat is fijn', 0, 0), form('Wat is fijn', 400, 0)]) }
    const first = firstForm(source)
    const made = makePlate(source, { ...first, id: ownId('Onze wijk'), title: { nl: 'Onze wijk', en: '' } })
    if ('wrong' in made) throw new Error(made.wrong.join())
    expect(OwnTemplateSchema.safeParse(made.template).success).toBe(true)
    const { id, title, purpose } = made.template
    expect(id).toMatch(/^eigen-onze-wijk-[a-z0-9]{5}$/)
    expect(title).toEqual({ nl: 'Onze wijk', en: 'Onze wijk' })
    expect(purpose.nl).not.toBe('')
    expect([...slotsIn(made.template.figure)]).toEqual([`${id}.wat-is-fijn`, `${id}.wat-is-fijn-2`])
  })

  test.each(allTemplates().map((template) => [template.id, template] as const))(
    'of %s is a copy that the server takes',
    (_, template) => {
      const id = ownId('Een hele lange naam voor een plaat van onszelf')
      const made = makePlate({ template }, { ...firstForm({ template }), id })
      if ('wrong' in made) throw new Error(made.wrong.join())
      expect(OwnTemplateSchema.safeParse(made.template).error?.issues).toBeUndefined()
      expect(made.template.figure.kind).toBe(template.figure.kind)
      expect([...slotsIn(made.template.figure)].filter((slot) => slot.startsWith(`${template.id}.`))).toEqual([])
      expect(made.template.title).toEqual(template.title)
    },
  )

  test('a region gets the name that was written; its English is not that of before', () => {
    const template = allTemplates().find(({ id }) => id === 'opgave-circle')
    if (!template) throw new Error('no plate')
    const first = firstForm({ template })
    const regions = first.regions.map((region, at) =>
      at === 0 ? { ...region, label: { ...region.label, nl: 'Anders' } } : region,
    )
    const made = makePlate({ template }, { ...first, regions, id: 'eigen-x1' })
    if ('wrong' in made) throw new Error(made.wrong.join())
    expect(JSON.stringify(made.template.figure)).toContain('{"nl":"Anders","en":"Anders"}')
  })
})

describe('readPlateFile', () => {
  const read = (value: unknown) => readPlateFile(new Blob([typeof value === 'string' ? value : JSON.stringify(value)]))

  test('gives back what was saved', async () => {
    expect(await read(anOwnPlate())).toEqual({ template: anOwnPlate() })
  })

  test.each([
    ['a file that is too large', 'x'.repeat(200_000), { what: 'big' }],
    ['words', 'geen plaat', { what: 'json' }],
    ['nothing', '', { what: 'json' }],
    ['null', null, { what: 'missing', place: '', expected: 'object' }],
    ['a plate of ours', allTemplates()[0], { what: 'built' }],
    ['a missing title', { ...anOwnPlate(), title: undefined }, { what: 'missing', place: 'title', expected: 'object' }],
    ['an own key', { ...anOwnPlate(), scripts: [] }, { what: 'key', place: 'scripts' }],
    [
      'too long a name',
      { ...anOwnPlate(), title: { nl: 'x'.repeat(501), en: 'x' } },
      { what: 'long', place: 'title.nl', most: 500 },
    ],
    [
      'a control character',
      { ...anOwnPlate(), title: { nl: 'x\u0000', en: 'x' } },
      { what: 'format', place: 'title.nl' },
    ],
  ])('says of %s what is wrong, and where', async (_, value, fault) => {
    expect(await read(value)).toEqual({ faults: expect.arrayContaining([fault]) })
  })
})
