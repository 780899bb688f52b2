import type { Locale } from '../../shared/api/boards.ts'
import { WHITE } from '../../shared/templates/hues.ts'
import type { Template } from '../../shared/templates/schema.ts'
import { FigureItems } from './FigureItem.tsx'
import { figureFor } from './figures.ts'
import { LitRegion } from './LitRegion.tsx'
import { PlateFoot, type PlateParty } from './PlateFoot.tsx'
import { PlateHead } from './PlateHead.tsx'
import { SentenceOnPlate } from './SentenceOnPlate.tsx'
import './plate.css'

export interface PlateFigureProps {
  template: Template
  locale: Locale
  tableName: string
  about: string
  /** Those who wrote a note on this plate. */
  parties: readonly PlateParty[]
  sentenceOf: (slot: string) => string
  /** Keys of the regions that something is dragged over. */
  lit: ReadonlySet<string>
}

/** A whole plate as a drawing. Its words are for the eye; what is read aloud stands beside it. */
export function PlateFigure({ template, locale, tableName, about, parties, sentenceOf, lit }: PlateFigureProps) {
  const { w, h, regions, ground, words } = figureFor(template)
  const litRegions = regions.filter(({ key }) => lit.has(key))
  const isInOverlap = litRegions.some(({ kind }) => kind === 'overlap' || kind === 'core')
  return (
    <svg className="plate" viewBox={`0 0 ${w} ${h}`} width={w} height={h} aria-hidden="true" focusable="false">
      <rect width={w} height={h} fill={WHITE} />
      <PlateHead template={template} locale={locale} tableName={tableName} about={about} />
      <FigureItems items={ground} locale={locale} />
      {litRegions.map((region) => (
        <LitRegion key={region.key} region={region} isInnermost={region.kind !== 'lobe' || !isInOverlap} />
      ))}
      <FigureItems items={words} locale={locale} />
      {regions.map(
        (region) =>
          region.sentence && (
            <SentenceOnPlate key={region.key} look={region.sentence} text={sentenceOf(region.slot)} locale={locale} />
          ),
      )}
      <PlateFoot template={template} locale={locale} parties={parties} />
    </svg>
  )
}
