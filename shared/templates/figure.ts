import type { SheetSize } from '../records/sheet.ts'
import type { Figure } from './drawing.ts'
import { fieldsRoundRing } from './fields-round-ring.ts'
import { free } from './free.ts'
import { tonesOf } from './hues.ts'
import { lobes } from './lobes.ts'
import { A1, type Paper, paperFor } from './paper.ts'
import { type Place, waitingPlaces } from './places.ts'
import { rings } from './rings.ts'
import type { Template } from './schema.ts'
import { leastPlacesOf, roomForPlaces, stack } from './stack.ts'
import { wheel } from './wheel.ts'

export interface FigureOptions {
  paper?: Paper
  /** One for each party, on plates that have a place for each. */
  places?: readonly Place[]
}

/** The plate of a template: what is drawn, and which regions take notes and cards. */
export function figureOf(template: Template, options: FigureOptions = {}): Figure {
  const { figure } = template
  const { paper = A1, places = waitingPlaces(leastPlaces(template)) } = options
  const tones = tonesOf(template.hue)
  switch (figure.kind) {
    case 'fields-round-ring':
      return fieldsRoundRing(figure, tones, paper)
    case 'wheel':
      return wheel(figure, paper)
    case 'lobes':
      return lobes(figure, tones, paper)
    case 'rings':
      return rings(figure, tones, paper)
    case 'stack':
      return stack(figure, tones, paper, places)
    case 'free':
      return free(figure, tones, paper)
    default:
      return figure satisfies never
  }
}

/** How many places for parties a plate has at least; 0 for one that has none. */
export const leastPlaces = ({ figure }: Template): number => (figure.kind === 'stack' ? leastPlacesOf(figure) : 0)

/** The paper on which a plate of that size has room for so many parties. */
export const paperNeeded = ({ figure }: Template, size: SheetSize, places: number): Paper =>
  paperFor(size, figure.kind === 'stack' ? roomForPlaces(figure, places) : undefined)
