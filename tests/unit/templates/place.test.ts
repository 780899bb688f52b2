import { describe, expect, test } from 'vitest'
import type { RegionShape } from '../../../shared/records/region.ts'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import type { SheetShape } from '../../../shared/records/sheet.ts'
import { placeTemplate } from '../../../shared/templates/place.ts'
import { aNote } from '../../support/records.ts'
import { aTemplate } from '../../support/templates.ts'

const counted = () => {
  let next = 0
  return () => `n${next++}`
}
const sheetIn = (records: readonly BoardRecord[]) =>
  records.find((record) => record.typeName === 'shape' && (record.type as string) === 'sheet') as unknown as SheetShape
const sentencesIn = (records: readonly BoardRecord[]) =>
  records.flatMap((record) => (record.typeName === 'sentence' ? [record.id] : []))

describe('placeTemplate', () => {
  test('lays the first sheet at the origin with its regions in reading order, all locked', () => {
    const [sheet, ...rest] = placeTemplate(aTemplate('opgave-circle'), { existing: [], newId: counted() })
    const regions = rest.filter((record) => record.typeName === 'shape') as unknown as RegionShape[]
    expect(sheet).toMatchObject({ type: 'sheet', x: 0, y: 0, meta: { lock: 'facilitator' } })
    expect(regions.map(({ props }) => props.slot)).toEqual([
      'opgave.kern',
      'opgave.oorsprong',
      'opgave.krachten',
      'opgave.kwetsbaarheden',
      'opgave.omvang',
      'opgave.domeinen',
      'opgave.urgentie',
      'opgave.impact',
      'opgave.zin',
    ])
    expect(regions.every(({ parentId, meta }) => parentId === sheet?.id && meta.lock === 'facilitator')).toBe(true)
    expect(regions.map(({ index }) => index)).toEqual(regions.map(({ index }) => index).toSorted())
  })

  test('lays a further sheet to the right, level with the first', () => {
    const newId = counted()
    const existing = placeTemplate(aTemplate('opgave-circle'), { existing: [], newId })
    const sheet = sheetIn(placeTemplate(aTemplate('three-domains'), { existing, newId }))
    expect({ x: sheet.x, y: sheet.y }).toEqual({ x: 2384 + 200, y: 0 })
  })

  test('lays sheets under the notes that are there', () => {
    const note = aNote('note', { index: 'a0' })
    const sheet = sheetIn(placeTemplate(aTemplate('opgave-circle'), { existing: [note], newId: counted() }))
    expect(sheet.index < 'a0').toBe(true)
  })

  test('makes a shared sentence once per scope', () => {
    const newId = counted()
    const first = placeTemplate(aTemplate('opgave-circle'), { existing: [], newId })
    const second = placeTemplate(aTemplate('stakeholder-map'), { existing: first, newId })
    const other = placeTemplate(aTemplate('opgave-circle'), { existing: first, newId, scope: 'casus' })
    expect(sentencesIn(first)).toEqual(['sentence:table.opgave.zin'])
    expect(sentencesIn(second)).toEqual([])
    expect(sentencesIn(other)).toEqual(['sentence:casus.opgave.zin'])
  })
})
