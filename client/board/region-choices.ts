import type { Locale } from '../../shared/api/boards.ts'
import type { Domain } from '../../shared/records/domains.ts'
import { isSentenceRegion } from '../../shared/records/region.ts'
import type { RegionView, SheetView } from '../canvas/table.ts'
import { inLanguage } from './in-language.ts'

export interface RegionChoices {
  sheetId: string
  title: string
  regions: { id: string; label: string }[]
}

/** How a plate is called in lists: plates with one title are numbered in their reading order. */
export function sheetTitles(sheets: readonly SheetView[], language: Locale): Map<string, string> {
  const titles = sheets.map((sheet) => inLanguage(sheet.title, language))
  return new Map(
    sheets.map((sheet, index) => {
      const title = titles[index] ?? ''
      const earlier = titles.slice(0, index).filter((other) => other === title).length
      return [sheet.id, titles.indexOf(title) === titles.lastIndexOf(title) ? title : `${title} (${earlier + 1})`]
    }),
  )
}

/** What regions are told apart by, in the reader's language. */
export interface RegionWords {
  language: Locale
  domain(domain: Domain): string
  party(id: string): string
  /** A place that waits for a party; places are counted from 1. */
  waiting(place: number): string
}

/**
 * How regions are called. One that is about a party begins with its name; others of one plate that share a label are told
 * apart by their domain.
 */
export function regionLabels(
  regions: readonly Pick<RegionView, 'id' | 'label' | 'domain' | 'party' | 'place'>[],
  { language, domain: domainWord, party: partyWord, waiting }: RegionWords,
): Map<string, string> {
  const labels = regions.map((region) => inLanguage(region.label, language))
  return new Map(
    regions.map(({ id, domain, party, place }, index) => {
      const label = labels[index] ?? ''
      if (party !== null) return [id, `${partyWord(party)}: ${label}`]
      if (place !== null) return [id, `${waiting(place + 1)}: ${label}`]
      const shared = labels.indexOf(label) !== labels.lastIndexOf(label)
      return [id, shared && domain ? `${label} · ${domainWord(domain)}` : label]
    }),
  )
}

/** The regions that a card can be laid in, plate by plate; shared sentences take no cards. */
export function regionChoices(sheets: readonly SheetView[], words: RegionWords): RegionChoices[] {
  const titles = sheetTitles(sheets, words.language)
  return sheets.flatMap((sheet) => {
    const labels = regionLabels(sheet.regions, words)
    const regions = sheet.regions
      .filter(({ kind }) => !isSentenceRegion(kind))
      .map(({ id }) => ({ id, label: labels.get(id) ?? '' }))
    return regions.length > 0 ? [{ sheetId: sheet.id, title: titles.get(sheet.id) ?? '', regions }] : []
  })
}
