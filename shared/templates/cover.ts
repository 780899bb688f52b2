import { figureOf } from './figure.ts'
import type { Hue } from './hues.ts'
import { A1 } from './paper.ts'
import type { Polygon } from './polygon.ts'
import type { Template } from './schema.ts'

/** What a list of plates shows of one: its name, its place, and what its small picture is drawn from. */
export interface Cover extends Pick<Template, 'id' | 'number' | 'title' | 'hue'> {
  readonly kind: Template['figure']['kind']
  /** The sign in the middle. */
  readonly icon: string
  readonly lobes: readonly Hue[]
  /** What a plate of parts is drawn from: paths in a picture of 240 × 160. */
  readonly fields: readonly string[]
  readonly sentences: readonly string[]
}

export function coverOf(template: Template): Cover {
  const { id, number, title, hue, icon, figure } = template
  const regions = figure.kind === 'stack' || figure.kind === 'free' ? figureOf(template).regions : []
  return {
    id,
    number,
    title,
    hue,
    kind: figure.kind,
    icon: figure.kind === 'lobes' ? figure.core.icon : icon,
    lobes: figure.kind === 'lobes' ? figure.lobes.map((lobe) => lobe.hue) : [],
    fields: regions.filter(({ sentence }) => !sentence).map(({ outline }) => smallPath(outline)),
    sentences: regions.filter(({ sentence }) => sentence).map(({ outline }) => smallPath(outline)),
  }
}

const PICTURE = { x: 8, y: 7, w: 224, h: 146 }
/** A curve keeps so many points: more cannot be seen in so small a picture. */
const POINTS = 28

function smallPath(outline: Polygon): string {
  const every = Math.max(1, Math.ceil(outline.length / POINTS))
  const points = outline
    .filter((_, at) => at % every === 0)
    .map(({ x, y }) => {
      const across = PICTURE.x + ((x - A1.content.x) / A1.content.w) * PICTURE.w
      const down = PICTURE.y + ((y - A1.content.y) / A1.content.h) * PICTURE.h
      return `${Math.round(across * 10) / 10} ${Math.round(down * 10) / 10}`
    })
  return `M${points.join('L')}Z`
}
