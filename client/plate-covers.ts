import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'
import { coverOf } from '../shared/templates/cover.ts'
import { TemplateSchema } from '../shared/templates/schema.ts'

const COVER = '?cover'
const ALONE = '?alone'

/**
 * Makes `plate.json?cover` the cover of that plate, so that home does not load the words of every region, and
 * `plate.json?alone` the plate once more: what a table needs comes plate by plate, what the gallery needs as one file.
 */
export function plateCovers(): Plugin {
  return {
    name: 'plate-covers',
    enforce: 'pre',
    async load(id) {
      const query = [COVER, ALONE].find((each) => id.endsWith(each))
      if (query === undefined) return
      const file = await readFile(id.slice(0, -query.length), 'utf8')
      const plate = TemplateSchema.parse(JSON.parse(file))
      return { code: `export default ${JSON.stringify(query === COVER ? coverOf(plate) : plate)}`, moduleType: 'js' }
    },
  }
}
