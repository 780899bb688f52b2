import type { Hue } from './hues.ts'
import type { Template } from './schema.ts'

/** What a list of plates shows of one: its name, its place, and what its small picture is drawn from. */
export interface Cover extends Pick<Template, 'id' | 'order' | 'title' | 'hue'> {
  readonly kind: Template['figure']['kind']
  /** The sign in the middle. */
  readonly icon: string
  readonly lobes: readonly Hue[]
}

export const coverOf = ({ id, order, title, hue, icon, figure }: Template): Cover => ({
  id,
  order,
  title,
  hue,
  kind: figure.kind,
  icon: figure.kind === 'lobes' ? figure.core.icon : icon,
  lobes: figure.kind === 'lobes' ? figure.lobes.map((lobe) => lobe.hue) : [],
})
