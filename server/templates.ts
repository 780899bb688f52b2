import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { byNumber } from '../shared/templates/by-number.ts'
import { type Template, TemplateSchema } from '../shared/templates/schema.ts'

/** The plates of this server by their id, in the order in which lists show them. */
export type Templates = ReadonlyMap<string, Template>

/** A plate that cannot be used. The message names the file and is meant for the operator. */
export class TemplateError extends Error {}

/** Reads and checks every plate in the folder; one that is wrong stops the start, not a workshop. */
export async function loadTemplates(dir: string): Promise<Templates> {
  const files = (await readdir(dir)).filter((file) => file.endsWith('.json'))
  const plates = await Promise.all(files.map((file) => loadTemplate(join(dir, file))))
  const templates = new Map(plates.sort(byNumber).map((plate) => [plate.id, plate]))
  if (templates.size < plates.length) throw new TemplateError(`Two plates in ${dir} have the same id.`)
  return templates
}

async function loadTemplate(path: string): Promise<Template> {
  const refuse = (reason: string, cause?: unknown) =>
    new TemplateError(`The plate ${path} cannot be used:\n${reason}`, { cause })
  let data: unknown
  try {
    data = JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error), error)
  }
  const { data: template, error } = TemplateSchema.safeParse(data, { error: z.locales.en().localeError })
  if (error) throw refuse(z.prettifyError(error), error)
  return template
}
