import type { Locale } from '../../shared/api/boards.ts'
import type { Template } from '../../shared/templates/schema.ts'
import { figureFor } from './figures.ts'
import { PlateFigure } from './PlateFigure.tsx'

const NONE: ReadonlySet<string> = new Set()

/** A plate that lies on no table: nothing is written on it yet. */
export function EmptyPlate({ template, locale }: { template: Template; locale: Locale }) {
  return (
    <PlateFigure
      template={template}
      figure={figureFor(template)}
      locale={locale}
      tableName=""
      about=""
      parties={[]}
      sentenceOf={() => ''}
      seatedParty={() => undefined}
      lit={NONE}
    />
  )
}
