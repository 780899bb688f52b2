import type { Figure } from './drawing.ts'
import { fieldsRoundRing } from './fields-round-ring.ts'
import { free } from './free.ts'
import { tonesOf } from './hues.ts'
import { lobes } from './lobes.ts'
import { rings } from './rings.ts'
import type { Template } from './schema.ts'
import { stack } from './stack.ts'
import { wheel } from './wheel.ts'

/** The plate of a template: what is drawn, and which regions take notes and cards. */
export function figureOf(template: Template): Figure {
  const { figure } = template
  const tones = tonesOf(template.hue)
  switch (figure.kind) {
    case 'fields-round-ring':
      return fieldsRoundRing(figure, tones)
    case 'wheel':
      return wheel(figure)
    case 'lobes':
      return lobes(figure, tones)
    case 'rings':
      return rings(figure, tones)
    case 'stack':
      return stack(figure, tones)
    case 'free':
      return free(figure, tones)
    default:
      return figure satisfies never
  }
}
