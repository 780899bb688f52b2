import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { subsetOf } from './subset.ts'

// Takes the pictures that our plates use out of OpenMoji, after a change in `shared/templates/pictograms.json`.
const set = fileURLToPath(import.meta.resolve('@iconify-json/openmoji/icons.json'))
await writeFile(new URL('openmoji.json', import.meta.url), subsetOf(JSON.parse(await readFile(set, 'utf8'))))
