import { expect, test } from 'vitest'
import { type RegionWords, regionChoices, sheetTitles } from '../../../client/board/region-choices.ts'
import type { RegionView, SheetView } from '../../../client/canvas/table.ts'
import type { Locale } from '../../../shared/api/boards.ts'

const both = (words: string) => ({ nl: words, en: `${words} (en)` })
const region = (key: string, changes: Partial<RegionView> = {}): RegionView => ({
  id: `shape:${key}`,
  kind: 'field',
  domain: null,
  party: null,
  place: null,
  label: both(key),
  ...changes,
})
const sheet = (id: string, title: string, regions: RegionView[] = []): SheetView => ({
  id,
  template: 'opgave-circle',
  title: both(title),
  locked: true,
  size: 'M',
  regions,
})

const words = (language: Locale): RegionWords => ({
  language,
  domain: (domain) => domain.toUpperCase(),
  party: (id) => id.slice('party:'.length),
  waiting: (place) => `plek ${place}`,
})

test('plates with one title are numbered, others are not', () => {
  const sheets = [sheet('a', 'De opgave'), sheet('b', 'Wie doet mee?'), sheet('c', 'De opgave')]
  expect([...sheetTitles(sheets, 'nl').values()]).toEqual(['De opgave (1)', 'Wie doet mee?', 'De opgave (2)'])
})

test('shared sentences take no cards, and a plate of nothing else is left out', () => {
  const hub = region('hub', { kind: 'hub' })
  const choices = regionChoices(
    [sheet('a', 'De opgave', [hub, region('Krachten')]), sheet('b', 'Leeg', [hub])],
    words('en'),
  )
  expect(choices).toEqual([
    { sheetId: 'a', title: 'De opgave (en)', regions: [{ id: 'shape:Krachten', label: 'Krachten (en)' }] },
  ])
})

test('regions with one label are told apart by their domain', () => {
  const rings = [
    region('1', { label: both('Kern'), domain: 'casus' }),
    region('2', { label: both('Kern'), domain: 'leefomgeving' }),
    region('3', { label: both('Rand'), domain: 'casus' }),
  ]
  const [choices] = regionChoices([sheet('a', 'Kaart', rings)], words('nl'))
  expect(choices?.regions.map(({ label }) => label)).toEqual(['Kern · CASUS', 'Kern · LEEFOMGEVING', 'Rand'])
})

test('a region that is about a party begins with its name, one that waits for a party with its place', () => {
  const row = [
    region('1', { label: both('Casus'), party: 'party:ggz', place: 0 }),
    region('2', { label: both('Casus'), place: 1 }),
  ]
  const [choices] = regionChoices([sheet('a', 'Rollen', row)], words('nl'))
  expect(choices?.regions.map(({ label }) => label)).toEqual(['ggz: Casus', 'plek 2: Casus'])
})
