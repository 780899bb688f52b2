import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Template, TemplateSchema } from '../../shared/templates/schema.ts'

const folder = fileURLToPath(new URL('../../templates/', import.meta.url))

export const templateFiles = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.json'))

export const readTemplate = (file: string): Template =>
  TemplateSchema.parse(JSON.parse(readFileSync(`${folder}${file}`, 'utf8')))

export const allTemplates = (): Template[] => templateFiles().map(readTemplate)

export const aTemplate = (id: string): Template => readTemplate(`${id}.json`)
