import type { Figure } from '../../shared/templates/drawing.ts'
import { figureOf } from '../../shared/templates/figure.ts'
import type { Template } from '../../shared/templates/schema.ts'

const made = new WeakMap<Template, Figure>()

/** The figure of a plate, worked out once. */
export function figureFor(template: Template): Figure {
  const known = made.get(template)
  if (known) return known
  const figure = figureOf(template)
  made.set(template, figure)
  return figure
}
