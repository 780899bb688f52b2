import type { Bilingual } from '../../../shared/records/region.ts'
import { drawingFaults, type FoundFault } from '../../../shared/templates/drawing-faults.ts'
import type { Hue } from '../../../shared/templates/hues.ts'
import { OWN_PREFIX } from '../../../shared/templates/own-id.ts'
import { type Template, TemplateSchema } from '../../../shared/templates/schema.ts'
import type { DrawnThing } from '../../canvas/table.ts'
import { type Drawing, drawingOf } from './from-drawing.ts'
import { mapRegions, regionsIn } from './regions.ts'

/** A text as it is being written: the other language may stay empty. */
export type Pair = Bilingual

/** What is asked about one region. An empty `slot` is the plate's own. */
export interface RegionForm {
  readonly label: Pair
  readonly question: Pair
  readonly slot: string
  readonly icon: string
}

/** A plate while it is being made. */
export interface PlateForm {
  readonly id: string
  readonly title: Pair
  readonly purpose: Pair
  readonly help: Pair
  readonly hue: Hue | 'ink'
  readonly icon: string
  readonly regions: readonly RegionForm[]
}

/** What a plate is made from: something drawn, or another plate. */
export type PlateSource = { readonly drawing: Drawing } | { readonly template: Template }

/** Of a region that means nothing to the software but what it says. */
export const OWN_SIGN = 'pencil'

const EMPTY: Pair = { nl: '', en: '' }

/** What somebody wants a plate of: what is selected on the table, or another plate. */
export type PlateWish = { readonly things: readonly DrawnThing[] } | { readonly template: Template }

export const sourceOf = (wish: PlateWish): PlateSource =>
  'things' in wish ? { drawing: drawingOf(wish.things) } : wish

/** What stands in the form to begin with. */
export function firstForm(source: PlateSource): Omit<PlateForm, 'id'> {
  if ('template' in source) {
    const { title, purpose, help, hue, icon, figure } = source.template
    const regions = regionsIn(figure).map(({ label, question = EMPTY, icon }) => ({ label, question, icon, slot: '' }))
    return { title, purpose, help, hue, icon, regions }
  }
  const regions = source.drawing.fields.map(({ name, question }) => ({
    label: { nl: name, en: '' },
    question: { nl: question, en: '' },
    slot: '',
    icon: OWN_SIGN,
  }))
  return { title: EMPTY, purpose: EMPTY, help: EMPTY, hue: 'opgave', icon: 'shapes', regions }
}

/** An id from the title that no other plate on any server has. */
export function ownId(title: string): string {
  const random = Array.from(crypto.getRandomValues(new Uint8Array(5)), (byte) => (byte % 36).toString(36)).join('')
  return `${OWN_PREFIX}${slug(title, 'plaat').slice(0, 22).replace(/-$/, '')}-${random}`
}

const slug = (text: string, otherwise: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || otherwise

const DEFAULTS = {
  purpose: { nl: 'Een eigen plaat', en: 'A plate of our own' },
  help: { nl: 'Leg bij elk vak wat u ziet of vindt.', en: 'Lay at each field what you see or think.' },
  source: { nl: 'Eigen plaat', en: 'Own plate' },
} as const

export type Made =
  | { readonly template: Template; readonly faults: readonly FoundFault[] }
  /** Paths of what cannot be so, within the plate. */
  | { readonly wrong: readonly string[] }

/** The plate that the form describes, with what is wrong with its drawing. */
export function makePlate(source: PlateSource, form: PlateForm): Made {
  const { id, title, purpose, help, hue, icon } = form
  const before = firstForm(source)
  const candidate = {
    ...('template' in source ? ofTemplate(source.template, form) : ofDrawing(source.drawing, form)),
    id,
    number: 'E01',
    title: translated(title, before.title),
    purpose: translated(purpose, before.purpose, DEFAULTS.purpose),
    help: translated(help, before.help, DEFAULTS.help),
    hue,
    icon,
  }
  const { data, error } = TemplateSchema.safeParse(candidate)
  if (error) return { wrong: error.issues.map(({ path }) => path.map(String).join('.')) }
  return { template: data, faults: drawingFaults(data) }
}

function ofDrawing(drawing: Drawing, { id, regions }: PlateForm): object {
  const keys = uniqueKeys(regions.map(({ label }) => slug(label.nl, 'vak').slice(0, 32)))
  return {
    minutes: [20, 45],
    people: [3, 14],
    source: DEFAULTS.source,
    isReconstruction: false,
    isForResidents: false,
    sessions: ['atelier', 'interests', 'steering'],
    figure: {
      kind: 'free',
      areas: drawing.fields.map(({ shape, x, y, w, h }, index) => {
        const { label = EMPTY, question = EMPTY, slot = '', icon = OWN_SIGN } = regions[index] ?? {}
        const key = keys[index] ?? ''
        const asks = question.nl.trim() === '' ? {} : { question: filled(question, EMPTY) }
        return {
          ...{ key, slot: slot === '' ? `${id}.${key}` : slot, label: filled(label, EMPTY), icon },
          ...{ ...asks, shape, x, y, w, h },
        }
      }),
      words: drawing.words.map(({ text, ...rest }) => ({ text: { nl: text, en: text }, ...rest })),
      lines: drawing.lines,
    },
  }
}

/** A copy with other words; what it calls its own becomes its own under its new id. */
function ofTemplate(template: Template, { id, regions }: PlateForm): object {
  const renamed = (slot: string) =>
    slot.startsWith(`${template.id}.`) ? `${id}${slot.slice(template.id.length)}` : slot
  const { guide: _, ...rest } = template
  return {
    ...rest,
    figure: mapRegions(template.figure, (region, index) => {
      const form = regions[index]
      const { question, ...others } = region
      const asked = form && form.question.nl.trim() !== '' ? translated(form.question, question ?? EMPTY) : undefined
      return {
        ...others,
        slot: renamed(region.slot),
        ...(region.partySlot !== undefined && { partySlot: renamed(region.partySlot) }),
        label: form ? translated(form.label, region.label) : region.label,
        ...(asked && { question: asked }),
      }
    }),
  }
}

/** Where only the Dutch was written anew, the English of before no longer says the same. */
const translated = (now: Pair, before: Pair, otherwise: Bilingual = EMPTY): Bilingual =>
  filled(now.nl !== before.nl && now.en === before.en ? { nl: now.nl, en: '' } : now, otherwise)

function filled({ nl, en }: Pair, otherwise: Bilingual): Bilingual {
  const [dutch, english] = [nl.trim(), en.trim()]
  if (dutch === '' && english === '') return otherwise
  return { nl: dutch || english, en: english || dutch }
}

function uniqueKeys(keys: readonly string[]): string[] {
  const used = new Set<string>()
  return keys.map((key) => {
    let name = key
    for (let next = 2; used.has(name); next++) name = `${key}-${next}`
    used.add(name)
    return name
  })
}
