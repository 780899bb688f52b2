import type { SheetProps } from '../../shared/records/sheet.ts'
import type { Figure } from '../../shared/templates/drawing.ts'
import { figureOf } from '../../shared/templates/figure.ts'
import { paperOf } from '../../shared/templates/paper.ts'
import type { Template } from '../../shared/templates/schema.ts'

const empty = new WeakMap<Template, Figure>()

/** The figure of a plate as it is in the catalogue, worked out once. */
export function figureFor(template: Template): Figure {
  const known = empty.get(template)
  if (known) return known
  const figure = figureOf(template)
  empty.set(template, figure)
  return figure
}

/** More shapes of one plate than this lie on no table at once; a size that was tried out is not kept. */
const MOST_KEPT = 8
const onSheets = new WeakMap<Template, Map<string, Figure>>()

/** The figure of a plate on its sheet: on the paper and with the places that the sheet has. */
export function figureOnSheet(
  template: Template,
  { w, h, parties }: Pick<SheetProps, 'w' | 'h' | 'parties'>,
  kindOf: (party: string) => string,
): Figure {
  const places = parties.map((party) => ({ party, kind: party === null ? 'own' : kindOf(party) }))
  const key = JSON.stringify([w, h, places])
  const known = onSheets.get(template) ?? new Map<string, Figure>()
  onSheets.set(template, known)
  const figure =
    known.get(key) ?? figureOf(template, { paper: paperOf({ w, h }), ...(places.length > 0 && { places }) })
  known.delete(key)
  known.set(key, figure)
  for (const oldest of known.keys()) {
    if (known.size <= MOST_KEPT) break
    known.delete(oldest)
  }
  return figure
}
