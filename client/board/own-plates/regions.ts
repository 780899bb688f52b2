import type { TemplateRegion } from '../../../shared/templates/region-schema.ts'
import type { Template } from '../../../shared/templates/schema.ts'

type Figure = Template['figure']

const isRegion = (value: object): value is TemplateRegion => 'slot' in value && 'label' in value

/** All regions of a figure as data, in the order in which they stand in it. */
export function regionsIn(figure: Figure): TemplateRegion[] {
  const found: TemplateRegion[] = []
  mapRegions(figure, (region) => {
    found.push(region)
    return region
  })
  return found
}

/** The figure with every region put through `change`; what comes out is checked by whoever uses it. */
export function mapRegions(figure: Figure, change: (region: TemplateRegion, index: number) => object): unknown {
  let count = 0
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    const changed = isRegion(value) ? change(value, count++) : value
    return Object.fromEntries(Object.entries(changed).map(([key, part]) => [key, walk(part)]))
  }
  return walk(figure)
}
