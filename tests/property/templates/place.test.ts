import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { parseRecord, readBoard, writeRecords } from '../../../shared/records/doc.ts'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import type { SheetShape } from '../../../shared/records/sheet.ts'
import { placeTemplate } from '../../../shared/templates/place.ts'
import { allTemplates } from '../../support/templates.ts'

const scopes = fc.constantFrom('table', 'institutioneel', 'casus', 'leefomgeving')
const layings = fc.array(fc.record({ template: fc.constantFrom(...allTemplates()), scope: scopes }), { maxLength: 6 })

const laid = (list: readonly { template: ReturnType<typeof allTemplates>[number]; scope: string }[]): BoardRecord[] => {
  let next = 0
  const existing: BoardRecord[] = []
  for (const { template, scope } of list)
    existing.push(...placeTemplate(template, { existing, newId: () => `n${next++}`, scope }))
  return existing
}
const sheets = (records: readonly BoardRecord[]) =>
  records.filter(
    (record) => record.typeName === 'shape' && (record.type as string) === 'sheet',
  ) as unknown as SheetShape[]

test('whatever plates are laid in whatever order, every record can be read back', () => {
  fc.assert(
    fc.property(layings, (list) => {
      for (const record of laid(list))
        expect(parseRecord(structuredClone(record) as never)).toMatchObject({ record: { id: record.id } })
    }),
    { numRuns: 30 },
  )
})

test('sheets never lie on each other, and no id is given twice', () => {
  fc.assert(
    fc.property(layings, (list) => {
      const records = laid(list)
      expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
      const rights = sheets(records).map(({ x, props }) => [x, x + props.w] as const)
      for (const [at, [, right]] of rights.entries())
        for (const [left] of rights.slice(at + 1)) expect(left).toBeGreaterThan(right)
    }),
    { numRuns: 30 },
  )
})

test('a plate that is laid, stored and loaded again is the same to the last record', () => {
  fc.assert(
    fc.property(layings, (list) => {
      const records = laid(list)
      const [doc, loaded] = [new Y.Doc(), new Y.Doc()]
      writeRecords(doc, records)
      Y.applyUpdateV2(loaded, Y.encodeStateAsUpdateV2(doc))
      const byId = (all: readonly BoardRecord[]) => all.toSorted((a, b) => (a.id < b.id ? -1 : 1))
      expect(readBoard(loaded)).toEqual({ records: byId(records), setAside: [] })
    }),
    { numRuns: 20 },
  )
})

test('a plate lies beside what is drawn where it would lie, and not far away for what is drawn elsewhere', () => {
  const [template] = allTemplates()
  if (!template) throw new Error('no plate')
  const form = (id: string, x: number, y: number) =>
    ({
      id: `shape:${id}`,
      typeName: 'shape',
      type: 'geo',
      parentId: 'page:page',
      index: 'a1',
      x,
      y,
      props: { w: 300, h: 200 },
    }) as unknown as BoardRecord
  const placeBeside = (existing: BoardRecord[]) =>
    sheets(placeTemplate(template, { existing, newId: () => 'new' }))[0]?.x
  expect(placeBeside([])).toBe(0)
  expect(placeBeside([form('a', 100, 100), form('b', 500, 100)])).toBe(1_000)
  expect(placeBeside([form('a', 100, 9_000), form('b', 9_000, 100)])).toBe(0)
})
