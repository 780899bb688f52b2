import { addTemplate, readTemplates, removeTemplate } from '../../../shared/api/plates.ts'
import type { Route } from '../../../shared/api/route.ts'
import { byNumber } from '../../../shared/templates/by-number.ts'
import { type Template, TemplateSchema } from '../../../shared/templates/schema.ts'
import { call } from '../../net/api.ts'
import { rememberPlates } from '../../plates/templates.ts'

/** The list without those of our own build, which this page has by itself. */
const readOwn = { ...readTemplates, path: '/api/v1/templates?own=true' } as const satisfies Route

/** The plates that people made on this server; one that this release cannot read is left out. */
export async function ownPlates(): Promise<Template[]> {
  const plates = (await call(readOwn, {})).flatMap((listed) => readable(listed) ?? []).sort(byNumber)
  rememberPlates(plates)
  return plates
}

/** Keeps a plate for all tables of this server; gives it back with its number. */
export async function keepPlate(plate: Template): Promise<Template> {
  const kept = readable(await call(addTemplate, { body: plate })) ?? plate
  rememberPlates([kept])
  return kept
}

export const removePlate = ({ id }: Template): Promise<undefined> => call(removeTemplate, { params: { template: id } })

function readable({ own: _, ...plate }: { own?: true | undefined }): Template | undefined {
  return TemplateSchema.safeParse(plate).data
}
