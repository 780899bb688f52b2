import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'
import { coverOf } from '../shared/templates/cover.ts'
import { TemplateSchema } from '../shared/templates/schema.ts'

const QUERY = '?cover'

/** Makes `plate.json?cover` the cover of that plate, so that home does not load the words of every region. */
export function plateCovers(): Plugin {
  return {
    name: 'plate-covers',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(QUERY)) return
      const file = await readFile(id.slice(0, -QUERY.length), 'utf8')
      const cover = coverOf(TemplateSchema.parse(JSON.parse(file)))
      return { code: `export default ${JSON.stringify(cover)}`, moduleType: 'js' }
    },
  }
}
