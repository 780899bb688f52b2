import { type LayoutName, layoutNamed } from './all.ts'
import { writePlayed } from './played.ts'
import { replay } from './replay.ts'

/** Plays the trace in one layout, in a process of its own: `play-main.ts <layout> <part of the trace> <file>`. */
const [name, part, file = ''] = process.argv.slice(2)
writePlayed(file, replay(await layoutNamed(name as LayoutName), { seed: 1, people: 30, part: Number(part) }))
process.exit(0)
