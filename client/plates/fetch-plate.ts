import { TemplateIdSchema } from '../../shared/api/boards.ts'
import { readTemplate } from '../../shared/api/plates.ts'
import { type Template, TemplateSchema } from '../../shared/templates/schema.ts'
import { ApiProblem, call } from '../net/api.ts'

/** A plate as the server has it; undefined for one that it does not know, or that this release cannot draw. */
export async function fetchPlate(id: string): Promise<Template | undefined> {
  if (!TemplateIdSchema.safeParse(id).success) return
  try {
    const { own: _, ...plate } = await call(readTemplate, { params: { template: id } })
    return TemplateSchema.safeParse(plate).data
  } catch (error) {
    if (error instanceof ApiProblem && error.problem === 'not-found') return
    throw error
  }
}
