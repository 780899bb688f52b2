import type { Locale } from '../../shared/api/boards.ts'
import type { Figure } from '../../shared/templates/drawing.ts'
import { WHITE } from '../../shared/templates/hues.ts'
import { paperOf } from '../../shared/templates/paper.ts'
import type { Template } from '../../shared/templates/schema.ts'
import { FigureItems } from './FigureItem.tsx'
import { LitRegion } from './LitRegion.tsx'
import { PartySeat, type SeatedParty } from './PartySeat.tsx'
import { PlateFoot, type PlateParty } from './PlateFoot.tsx'
import { PlateHead } from './PlateHead.tsx'
import { SentenceOnPlate } from './SentenceOnPlate.tsx'
import './plate.css'

export interface PlateFigureProps {
  template: Template
  /** Of that template, on the paper that it is drawn on. */
  figure: Figure
  locale: Locale
  tableName: string
  about: string
  /** Those who wrote a note on this plate. */
  parties: readonly PlateParty[]
  sentenceOf: (slot: string) => string
  /** The party that has a place here, by its record id. */
  seatedParty: (id: string) => SeatedParty | undefined
  /** Keys of the regions that something is dragged over. */
  lit: ReadonlySet<string>
}

export const SEAT_WORDS = {
  nl: { waiting: 'Nog een partij', core: 'kern' },
  en: { waiting: 'Another party', core: 'core' },
} as const

/** A whole plate as a drawing. Its words are for the eye; what is read aloud stands beside it. */
export function PlateFigure({
  template,
  figure,
  locale,
  tableName,
  about,
  parties,
  sentenceOf,
  seatedParty,
  lit,
}: PlateFigureProps) {
  const { w, h, regions, ground, words, seats } = figure
  const paper = paperOf(figure)
  const litRegions = regions.filter(({ key }) => lit.has(key))
  const isInOverlap = litRegions.some(({ kind }) => kind === 'overlap' || kind === 'core')
  return (
    <svg className="plate" viewBox={`0 0 ${w} ${h}`} width={w} height={h} aria-hidden="true" focusable="false">
      <rect width={w} height={h} fill={WHITE} />
      <PlateHead paper={paper} template={template} locale={locale} tableName={tableName} about={about} />
      <FigureItems items={ground} locale={locale} />
      {litRegions.map((region) => (
        <LitRegion key={region.key} region={region} isInnermost={region.kind !== 'lobe' || !isInOverlap} />
      ))}
      <FigureItems items={words} locale={locale} />
      {seats.map((seat) => (
        <PartySeat
          key={`${seat.x} ${seat.y}`}
          at={seat}
          party={seat.party === null ? undefined : seatedParty(seat.party)}
          words={SEAT_WORDS[locale]}
        />
      ))}
      {regions.map(
        (region) =>
          region.sentence && (
            <SentenceOnPlate key={region.key} look={region.sentence} text={sentenceOf(region.slot)} locale={locale} />
          ),
      )}
      <PlateFoot paper={paper} template={template} locale={locale} parties={parties} />
    </svg>
  )
}
