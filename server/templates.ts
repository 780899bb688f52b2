import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Template, TemplateSchema } from '../shared/templates/schema.ts'

/** The plates of this server by their id, in the order of their files. */
export type Templates = ReadonlyMap<string, Template>

/** A plate that cannot be used. The message names the file and is meant for the operator. */
export class TemplateError extends Error {}

/** Reads and checks every plate in the folder; one that is wrong stops the start, not a workshop. */
export async function loadTemplates(dir: string): Promise<Templates> {
  const files = (await readdir(dir)).filter((file) => file.endsWith('.json')).sort()
  const templates = new Map<string, Template>()
  for (const file of files) {
    const template = await loadTemplate(join(dir, file))
    if (templates.has(template.id)) throw new TemplateError(`Two plates are called "${template.id}"; one is ${file}.`)
    templates.set(template.id, template)
  }
  return templates
}

async function loadTemplate(path: string): Promise<Template> {
  try {
    return TemplateSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new TemplateError(`The plate ${path} cannot be used: ${reason}`, { cause: error })
  }
}
