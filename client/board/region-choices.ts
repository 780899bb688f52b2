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

/** How regions are called: those of one plate that share a label are told apart by their domain. */
export function regionLabels(
  regions: readonly Pick<RegionView, 'id' | 'label' | 'domain'>[],
  language: Locale,
  domainWord: (domain: Domain) => string,
): Map<string, string> {
  const labels = regions.map((region) => inLanguage(region.label, language))
  return new Map(
    regions.map(({ id, domain }, index) => {
      const label = labels[index] ?? ''
      const shared = labels.indexOf(label) !== labels.lastIndexOf(label)
      return [id, shared && domain ? `${label} · ${domainWord(domain)}` : label]
    }),
  )
}

/** The regions that a card can be laid in, plate by plate; shared sentences take no cards. */
export function regionChoices(
  sheets: readonly SheetView[],
  language: Locale,
  domainWord: (domain: Domain) => string,
): RegionChoices[] {
  const titles = sheetTitles(sheets, language)
  return sheets.flatMap((sheet) => {
    const labels = regionLabels(sheet.regions, language, domainWord)
    const regions = sheet.regions
      .filter(({ kind }) => !isSentenceRegion(kind))
      .map(({ id }) => ({ id, label: labels.get(id) ?? '' }))
    return regions.length > 0 ? [{ sheetId: sheet.id, title: titles.get(sheet.id) ?? '', regions }] : []
  })
}
