import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrange } from '../../../shared/arrange/arrange.ts'
import { readLayout } from '../../../shared/dossier/layout.ts'
import type { Party } from '../../../shared/records/party.ts'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import { SHEET_SIZES, type SheetSize } from '../../../shared/records/sheet.ts'
import { leastPlaces } from '../../../shared/templates/figure.ts'
import { isSheet, placeTemplate } from '../../../shared/templates/place.ts'
import { placeOfKey } from '../../../shared/templates/places.ts'
import { aNote, aParty } from '../../support/records.ts'
import { allTemplates, aTemplate } from '../../support/templates.ts'

const templates = new Map(allTemplates().map((template) => [template.id, template]))
const withPlaces = [...templates.values()].filter((template) => leastPlaces(template) > 0).map(({ id }) => id)
const someTemplate = fc.constantFrom(...withPlaces, 'opgave-circle', 'three-domains', 'stakeholder-map', 'six-guides')
const somePoints = fc.array(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
  { minLength: 1, maxLength: 25 },
)
const someSeats = fc.uniqueArray(fc.integer({ min: 1, max: 14 }), { maxLength: 11 })
const someSize = fc.constantFrom<SheetSize>(...SHEET_SIZES)

const counted = (name: string) => {
  let next = 0
  return () => `${name}${next++}`
}
const options = () => ({ templateOf: (id: string) => templates.get(id), newId: counted('neu') })

const partiesAt = (seats: readonly number[]): Party[] => seats.map((seat) => aParty(`p${seat}`, { seat }))

/** A plate with notes at these parts of its width and height. */
function aTable(id: string, seats: readonly number[], points: readonly (readonly [number, number])[]): BoardRecord[] {
  const parties = partiesAt(seats) as BoardRecord[]
  const plate = placeTemplate(aTemplate(id), { existing: parties, newId: counted('old') })
  const sheet = plate.find(isSheet)
  const { w, h } = sheet?.props ?? { w: 0, h: 0 }
  const notes = points.map(([x, y], at) => aNote(`n${at}`, { at: [x * w, y * h] }))
  return [...parties, ...plate, ...(notes as BoardRecord[])]
}

function after(records: readonly BoardRecord[], { put, removed }: ReturnType<typeof arrange>): BoardRecord[] {
  const now = new Map<string, BoardRecord>(records.map((record) => [record.id, record]))
  for (const record of put) now.set(record.id, record)
  for (const id of removed) now.delete(id)
  return [...now.values()]
}

/** The same table with other paper and other parties, as people ask for it. */
const asked = (records: readonly BoardRecord[], size: SheetSize, seats: readonly number[]): BoardRecord[] => [
  ...records
    .filter(({ typeName }) => typeName !== 'party')
    .map((record) =>
      isSheet(record) ? ({ ...record, props: { ...record.props, size } } as unknown as BoardRecord) : record,
    ),
  ...(partiesAt(seats) as BoardRecord[]),
]

/** Where each note lies: the innermost region by its own name, after the party whose place it is in. */
const homesOf = (records: readonly BoardRecord[]): Map<string, string> =>
  new Map(
    readLayout(records).notes.flatMap(({ id, regions }) => {
      const region = regions.at(-1)?.props
      if (!region) return []
      const own = placeOfKey(region.key)?.key
      return [[id, own === undefined ? region.key : `${region.party} ${own}`] as const]
    }),
  )

test('a note stays in its region whatever paper its plate gets, and with its party whoever comes or goes', () => {
  fc.assert(
    fc.property(someTemplate, somePoints, someSize, someSeats, someSeats, (id, points, size, seats, later) => {
      const before = aTable(id, seats, points)
      const wanted = asked(before, size, later)
      const now = after(wanted, arrange(wanted, options()))
      const [homes, newHomes] = [homesOf(before), homesOf(now)]
      const stays = new Set(later.map((seat) => `party:p${seat}`))
      for (const [note, home] of homes) {
        const [party, own] = home.split(' ')
        if (own === undefined || stays.has(String(party))) expect(newHomes.get(note)).toBe(home)
      }
    }),
    { numRuns: 150 },
  )
})

test('what is in line stays as it is, and no order of the records makes a difference', () => {
  fc.assert(
    fc.property(someTemplate, somePoints, someSize, someSeats, someSeats, (id, points, size, seats, later) => {
      const wanted = asked(aTable(id, seats, points), size, later)
      const now = after(wanted, arrange(wanted, options()))
      expect(arrange(now, options())).toEqual({ put: [], removed: [] })
      const turned = after(wanted, arrange(wanted.toReversed(), options()))
      const byId = (records: BoardRecord[]) => records.toSorted((a, b) => (a.id < b.id ? -1 : 1))
      expect(byId(turned)).toEqual(byId(now))
    }),
    { numRuns: 60 },
  )
})

test('no note is lost when its region is', () => {
  fc.assert(
    fc.property(fc.constantFrom(...withPlaces), somePoints, someSeats, (id, points, seats) => {
      const wanted = asked(aTable(id, seats, points), 'M', [])
      const { removed } = arrange(wanted, options())
      expect(removed.filter((each) => each.startsWith('shape:n'))).toEqual([])
    }),
    { numRuns: 40 },
  )
})
