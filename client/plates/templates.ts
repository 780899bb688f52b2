import { type Template, TemplateSchema } from '../../shared/templates/schema.ts'

const files = import.meta.glob('../../templates/*.json', { eager: true, import: 'default' })

/** All plates, in the order of the catalogue. */
export const TEMPLATES: readonly Template[] = Object.values(files)
  .map((file) => TemplateSchema.parse(file))
  .sort((a, b) => a.order - b.order)

export const templateById = (id: string): Template | undefined => TEMPLATES.find((template) => template.id === id)
