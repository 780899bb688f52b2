import '../../client/ui/tokens.css'
import '../../client/ui/fonts.css'
import { createRoot } from 'react-dom/client'
import { TEMPLATES } from '../../client/plates/all-templates.ts'
import { PlateFigure } from '../../client/plates/PlateFigure.tsx'
import { LocaleSchema } from '../../shared/api/boards.ts'
import { SHEET_SIZES } from '../../shared/records/sheet.ts'
import { figureOf, leastPlaces, paperNeeded } from '../../shared/templates/figure.ts'
import { A1 } from '../../shared/templates/paper.ts'

/**
 * Empty plates to look at. `?locale=` picks the language, `?ids=` the plates, `?size=` the paper, `?width=` how wide A1 is
 * drawn, `?columns=` how many lie beside each other.
 */
const query = new URLSearchParams(location.search)
const locale = LocaleSchema.parse(query.get('locale') ?? 'nl')
const ids = query.get('ids')?.split(',')
const width = Number(query.get('width') ?? 2384)
const size = SHEET_SIZES.find((each) => each === query.get('size')) ?? 'M'
const columns = Number(query.get('columns') ?? 1)
const shown = TEMPLATES.filter(({ id }) => ids?.includes(id) ?? true)

const NONE: ReadonlySet<string> = new Set()

function Sheets() {
  return (
    <div
      style={{
        display: 'grid',
        gridTemplateColumns: `repeat(${columns}, ${width}px)`,
        gap: 16,
        padding: 16,
        background: '#ecebe6',
      }}
    >
      {shown.map((template) => (
        <div key={template.id} style={{ zoom: width / A1.w }}>
          <PlateFigure
            template={template}
            figure={figureOf(template, { paper: paperNeeded(template, size, leastPlaces(template)) })}
            locale={locale}
            tableName=""
            about=""
            parties={[]}
            sentenceOf={() => ''}
            seatedParty={() => undefined}
            lit={NONE}
          />
        </div>
      ))}
    </div>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Sheets />)
