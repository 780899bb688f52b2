import { LocaleSchema } from '../api/boards.ts'
import type { Bilingual } from '../records/region.ts'
import { figureOf } from './figure.ts'
import { outlineOf, placedWords } from './free.ts'
import type { FreeData } from './free-schema.ts'
import { A1 } from './paper.ts'
import { type Box, boundsOf, boxPolygon, common, type Polygon } from './polygon.ts'
import type { Template } from './schema.ts'
import { layoutText } from './text-layout.ts'

/** What can be wrong with how a plate would be drawn though each of its values is allowed. */
export type DrawingFault = 'outside' | 'overlap' | 'words' | 'keys' | 'tiny' | 'form'

export interface FoundFault {
  readonly fault: DrawingFault
  /** Where in the plate, as keys and indexes. */
  readonly path: readonly (string | number)[]
  /** The names of the regions or the words that are concerned. */
  readonly names: readonly Bilingual[]
}

/** Regions that share a line lie beside each other: so far within their edges they are looked at. */
const EDGE = 2
/** Less than this many square units is nothing. */
const NOTHING = 1
/** Some parts have regions lower than a note, such as those between two poles. */
const SMALLEST_SIDE = 60

/** All that is wrong with how a plate would be drawn, whatever its kind. */
export function drawingFaults(template: Template): FoundFault[] {
  const { figure } = template
  const known = figure.kind === 'free' ? freeFaults(figure) : []
  return known.length > 0 ? known : figureFaults(template)
}

/** What people can get wrong by where they draw things. */
export const freeFaults = (figure: FreeData): FoundFault[] => [...areaFaults(figure), ...wordFaults(figure)]

function areaFaults({ areas }: FreeData): FoundFault[] {
  const outlines = areas.map((area) => outlineOf(within(area)))
  return areas.flatMap((area, index): FoundFault[] => {
    const path = ['figure', 'areas', index]
    const outside = liesOnPaper(area) ? [] : [{ fault: 'outside', path, names: [area.label] } as const]
    const clashes = areas.slice(0, index).flatMap((other, before): FoundFault[] => {
      if (other.key === area.key) return [{ fault: 'keys', path: [...path, 'key'], names: [area.label] }]
      const isOver = overlap(outlines[index] ?? [], outlines[before] ?? [])
      return isOver ? [{ fault: 'overlap', path, names: [other.label, area.label] }] : []
    })
    return [...outside, ...clashes]
  })
}

const within = <A extends Box>(area: A): A => ({
  ...area,
  x: area.x + EDGE,
  y: area.y + EDGE,
  w: area.w - 2 * EDGE,
  h: area.h - 2 * EDGE,
})

function wordFaults({ areas, words }: FreeData): FoundFault[] {
  const outlines = areas.map(outlineOf)
  const boxes = words.map((each) => {
    const text = placedWords(each)
    return LocaleSchema.options.map((locale) => layoutText(text, text.text[locale]))
  })
  return words.flatMap((each, index): FoundFault[] => {
    const others = [...outlines, ...boxes.slice(0, index).flatMap((laid) => laid.map(({ box }) => boxPolygon(box)))]
    const isFree = (boxes[index] ?? []).every(
      ({ box, fitted }) => fitted.fits && liesOnPaper(box) && !others.some((other) => overlap(other, boxPolygon(box))),
    )
    return isFree ? [] : [{ fault: 'words', path: ['figure', 'words', index], names: [each.text] }]
  })
}

function figureFaults(template: Template): FoundFault[] {
  const path = ['figure']
  const regions = regionsOf(template)
  if (regions === undefined) return [{ fault: 'form', path, names: [] }]
  if (new Set(regions.map(({ key }) => key)).size < regions.length) return [{ fault: 'keys', path, names: [] }]
  return regions
    .filter(({ outline }) => !isDrawable(boundsOf(outline)))
    .map(({ label }) => ({ fault: 'tiny', path, names: [label] }))
}

/** Of a plate whose parts have no room a figure may not come about at all. */
function regionsOf(template: Template) {
  try {
    return figureOf(template).regions
  } catch {
    return undefined
  }
}

const isDrawable = ({ x, y, w, h }: Box): boolean =>
  Math.min(w, h) >= SMALLEST_SIDE && x >= 0 && y >= 0 && x + w <= A1.w && y + h <= A1.h

/** Half a unit is what numbers lose when they are rounded. */
const liesOnPaper = ({ x, y, w, h }: Box): boolean =>
  x >= A1.content.x - 0.5 && y >= A1.content.y - 0.5 && x + w <= A1.end.x + 0.5 && y + h <= A1.end.y + 0.5

function overlap(a: Polygon, b: Polygon): boolean {
  const shared = common([a, b])
  return shared.length > 2 && sizeOf(shared) > NOTHING
}

/** Square units within an outline. */
function sizeOf(polygon: Polygon): number {
  const twice = polygon.reduce((sum, { x, y }, index) => {
    const before = polygon.at(index - 1) ?? { x, y }
    return sum + before.x * y - x * before.y
  }, 0)
  return Math.abs(twice) / 2
}
