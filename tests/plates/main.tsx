import '../../client/ui/tokens.css'
import '../../client/ui/fonts.css'
import { createRoot } from 'react-dom/client'
import { TEMPLATES } from '../../client/plates/all-templates.ts'
import { EmptyPlate } from '../../client/plates/EmptyPlate.tsx'
import { LocaleSchema } from '../../shared/api/boards.ts'

/**
 * Empty plates to look at. `?locale=` picks the language, `?ids=` the plates, `?width=` how wide each is drawn, `?columns=`
 * how many lie beside each other.
 */
const query = new URLSearchParams(location.search)
const locale = LocaleSchema.parse(query.get('locale') ?? 'nl')
const ids = query.get('ids')?.split(',')
const width = Number(query.get('width') ?? 2384)
const columns = Number(query.get('columns') ?? 1)
const shown = TEMPLATES.filter(({ id }) => ids?.includes(id) ?? true)

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
        <div key={template.id} style={{ zoom: width / 2384 }}>
          <EmptyPlate template={template} locale={locale} />
        </div>
      ))}
    </div>
  )
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<Sheets />)
