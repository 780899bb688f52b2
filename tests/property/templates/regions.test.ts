import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildDossier } from '../../../shared/dossier/build.ts'
import { readLayout } from '../../../shared/dossier/layout.ts'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import { A1 } from '../../../shared/templates/paper.ts'
import { placeTemplate } from '../../../shared/templates/place.ts'
import { aCard, aNote, aParty } from '../../support/records.ts'
import { allTemplates, aTemplate } from '../../support/templates.ts'

const POWER = 2.5
const LOBES = {
  institutioneel: [806, 732, 750, 430],
  casus: [1578, 732, 750, 430],
  leefomgeving: [1192, 1182, 900, 424],
}
/** How far in the curve a point lies: 1 on the curve itself. */
const depth = ([cx = 0, cy = 0, rx = 1, ry = 1]: number[], x: number, y: number) =>
  Math.abs((x - cx) / rx) ** POWER + Math.abs((y - cy) / ry) ** POWER
const NEAR_EDGE = 0.02

const counted = () => {
  let next = 0
  return () => `n${next++}`
}
const onSheet = fc.record({
  x: fc.double({ min: 0, max: A1.w, noNaN: true }),
  y: fc.double({ min: 0, max: A1.h, noNaN: true }),
})
const plate = (id: string) => placeTemplate(aTemplate(id), { existing: [], newId: counted() })

const keysAt = (records: readonly BoardRecord[], x: number, y: number): string[] => {
  const { notes } = readLayout([...records, aNote('probe', { at: [x, y] }) as BoardRecord])
  return (notes[0]?.regions ?? []).map(({ props }) => props.key)
}

describe('three domains', () => {
  const records = plate('three-domains')

  test('a point belongs to the lobes whose curve holds it, and to the one overlap or core that they make', () => {
    fc.assert(
      fc.property(onSheet, ({ x, y }) => {
        const depths = Object.entries(LOBES).map(([key, lobe]) => [key, depth(lobe, x, y)] as const)
        fc.pre(depths.every(([, at]) => Math.abs(at - 1) > NEAR_EDGE))
        const inside = depths.filter(([, at]) => at < 1).map(([key]) => key)
        const overlap = {
          'institutioneel+casus': 'condities',
          'institutioneel+leefomgeving': 'spanningen',
          'casus+leefomgeving': 'leerervaringen',
        }[inside.join('+')]
        const between = inside.length === 3 ? ['kern'] : overlap ? [overlap] : []
        const found = keysAt(records, x, y).filter((key) => key !== 'zin' && !key.endsWith('.deelopgave'))
        expect(found.toSorted()).toEqual([...inside, ...between].toSorted())
      }),
    )
  })

  test('a party in the core is a core partner in all three domains', () => {
    const party = aParty('gemeente')
    const card = aCard('card', party.id, { at: [1192, 900] })
    const [found] = buildDossier([...records, party, card as unknown as BoardRecord]).parties
    expect(found).toMatchObject({ core: true, domains: ['institutioneel', 'casus', 'leefomgeving'] })
  })
})

describe('the stakeholder map', () => {
  const records = plate('stakeholder-map')

  test.each([
    [600, 850, 'kern', ['institutioneel']],
    [1550, 800, 'ring2', ['casus']],
    [974, 1500, 'rand', ['leefomgeving']],
  ] as const)('a card at (%i, %i) stands in ring %s of its domain', (x, y, ring, domains) => {
    const party = aParty('gemeente')
    const card = aCard('card', party.id, { at: [x, y] })
    const [found] = buildDossier([...records, party, card as unknown as BoardRecord]).parties
    expect(found).toMatchObject({ ring, domains, missing: false })
  })

  test('a card in the tray is one that is missing', () => {
    const party = aParty('gemeente')
    const card = aCard('card', party.id, { at: [2128, 900] })
    const [found] = buildDossier([...records, party, card as unknown as BoardRecord]).parties
    expect(found).toMatchObject({ ring: null, domains: [], missing: true })
  })

  test('no point lies in two rings or two sectors', () => {
    fc.assert(
      fc.property(onSheet, ({ x, y }) => {
        expect(keysAt(records, x, y).length).toBeLessThanOrEqual(1)
      }),
    )
  })
})

test('the fields of the circle are apart: no point lies in two', () => {
  const records = plate('opgave-circle')
  fc.assert(
    fc.property(onSheet, ({ x, y }) => {
      expect(keysAt(records, x, y).length).toBeLessThanOrEqual(1)
    }),
  )
})

test('a note at the same place of a plate lies in the same regions, wherever the plate lies', () => {
  fc.assert(
    fc.property(fc.constantFrom(...allTemplates()), onSheet, fc.nat({ max: 3 }), (template, { x, y }, before) => {
      const newId = counted()
      const existing: BoardRecord[] = []
      for (let at = 0; at < before; at += 1) existing.push(...placeTemplate(template, { existing, newId }))
      const placed = placeTemplate(template, { existing, newId })
      const offset = before * (A1.w + 200)
      expect(keysAt(placed, x + offset, y)).toEqual(keysAt(plate(template.id), x, y))
    }),
    { numRuns: 30 },
  )
})

test('what a note says, who wrote it, how it is called and what lies on it change nothing of where it lies', () => {
  const plates = ['opgave-circle', 'three-domains', 'stakeholder-map'].map(plate)
  const someNote = fc.record({ text: fc.string(), party: fc.option(fc.string(), { nil: undefined }), id: fc.uuid() })
  fc.assert(
    fc.property(fc.constantFrom(...plates), onSheet, someNote, someNote, (records, { x, y }, one, other) => {
      const regionsOf = ({ text, party, id }: typeof one, more: BoardRecord[]) => {
        const note = aNote(id, { at: [x, y], text, party })
        const { notes } = readLayout([...more, note as BoardRecord, ...records])
        return notes.find((held) => held.id === note.id)?.regions.map((region) => region.id)
      }
      expect(regionsOf(other, [aNote('on-top', { at: [x, y] }) as BoardRecord])).toEqual(regionsOf(one, []))
    }),
    { numRuns: 60 },
  )
})
