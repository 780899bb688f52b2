import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, numberSetting, table } from '../figures.ts'
import type { LAYOUTS, LayoutName } from '../layouts/all.ts'
import { measureLoad, play } from '../layouts/children.ts'
import type { Cause } from '../layouts/hub.ts'
import type { Load } from '../layouts/load-main.ts'
import { type Played, readPlayed } from '../layouts/played.ts'

const SHOWN = ['ours', 'A end', 'A 60 Hz', 'B end'] as const satisfies readonly LayoutName[]
type Shown = (typeof SHOWN)[number]
/** What stands for B's own code is compared with it on so much of the trace; all of it would take many minutes. */
const COMPARED_PART = 0.03
const LOAD_ROUNDS = 3

/**
 * How large a document becomes in a workshop of thirty people and three hours, what travels, and what opening it takes:
 * our binding against the two usual ways of keeping tldraw records in Yjs. All play the same trace, and each must give a
 * newcomer exactly its records. `--part 0.1` plays a tenth of the trace.
 */
export async function run(args: string[]): Promise<string> {
  const part = numberSetting(args, 'part', 1)
  const folder = mkdtempSync(join(tmpdir(), 'tafel-layouts-'))
  const file = (name: LayoutName) => join(folder, name.replaceAll(' ', '-'))
  try {
    await inPairs(SHOWN, (name) => play(name, part, file(name)))
    await compareKeyValues(folder)
    const played = Object.fromEntries(SHOWN.map((name) => [name, readPlayed(file(name))])) as Record<Shown, Played>
    const loads = Object.fromEntries(SHOWN.map((name) => [name, [] as Load[]])) as Record<Shown, Load[]>
    for (let round = 0; round < LOAD_ROUNDS; round++)
      for (const name of SHOWN) loads[name].push(await measureLoad(name, file(name)))
    return report(played, loads)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Two at a time: sizes do not depend on how busy the machine is. */
async function inPairs<T>(items: readonly T[], task: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items]
  const work = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await task(item)
  }
  await Promise.all([work(), work()])
}

async function compareKeyValues(folder: string): Promise<void> {
  const names = ['B end', 'B end, original'] as const satisfies readonly (typeof LAYOUTS)[number][]
  const files = names.map((_, at) => join(folder, `compared-${at}`))
  for (const [at, name] of names.entries()) await play(name, COMPARED_PART, files[at] ?? '')
  const [quick, original] = files.map((each) => readFileSync(`${each}.bin`))
  if (quick === undefined || original === undefined || !quick.equals(original))
    throw new Error('what stands for YKeyValue writes other bytes than YKeyValue')
}

function report(played: Record<Shown, Played>, loads: Record<Shown, Load[]>): string {
  const each = (value: (of: Played) => string) => SHOWN.map((name) => value(played[name]))
  const timed = (value: (of: Load) => number, digits = 0) =>
    SHOWN.map((name) => median(loads[name].map(value)).toFixed(digits))
  const oursAlone = (value: (of: Load) => number) => median(loads.ours.map(value)).toFixed(0)
  const bytes = (cause: Cause) =>
    each(({ updates }) => `${updates[cause]?.median ?? '–'} (${round(updates[cause]?.mean)})`)
  const { ours } = played
  const rows = [
    ['measure', 'demand', ...SHOWN],
    [
      'document after 3 h, v1, against plain JSON',
      '≤ 0.90',
      ...each(({ workshop, jsonBytes }) => (workshop.v1 / jsonBytes).toFixed(2)),
    ],
    [
      'document after 3 h, v2, against plain JSON',
      '≤ 0.60',
      ...each(({ workshop, jsonBytes }) => (workshop.v2 / jsonBytes).toFixed(2)),
    ],
    [
      'v2 against A end; against B end',
      '≤ 0.55; ≤ 0.50',
      `${(ours.workshop.v2 / played['A end'].workshop.v2).toFixed(2)}; ${(ours.workshop.v2 / played['B end'].workshop.v2).toFixed(2)}`,
      '',
      '',
      '',
    ],
    ['v1 / v2, kB', '', ...each(({ workshop }) => `${kB(workshop.v1)} / ${kB(workshop.v2)}`)],
    ['v1 / v2 as gzip, kB', '', ...each(({ workshop }) => `${kB(workshop.gzipV1)} / ${kB(workshop.gzipV2)}`)],
    ['structs after 3 h', '≤ 80,000', ...each(({ workshop }) => workshop.structs.toLocaleString('en'))],
    [
      'growth in an hour of changes, v1 / v2, kB',
      '≤ 180 / 60',
      ...each(({ edits, workshop }) => `${kB(edits.v1 - workshop.v1)} / ${kB(edits.v2 - workshop.v2)}`),
    ],
    ['uplink of 3 h, MB', '≤ 6', ...each(({ uplinkBytes }) => (uplinkBytes / 1e6).toFixed(1))],
    ['messages in 3 h', '', ...each(({ messages }) => messages.toLocaleString('en'))],
    ['a keystroke, bytes: median (mean)', '≤ 30', ...bytes('key')],
    ['a commit of one dragged shape', '≤ 90', ...bytes('one shape')],
    ['a commit of eight dragged shapes', '≤ 520', ...bytes('eight shapes')],
    [
      'open: apply + build the records, ms',
      '≤ 150, ≤ 4 × A end',
      ...timed(({ applyMs, buildMs }) => applyMs + buildMs),
    ],
    ['of which apply, ms', '', ...timed(({ applyMs }) => applyMs)],
    [
      'ours alone: all records parsed as well, ms',
      '',
      oursAlone(({ applyMs, readMs }) => applyMs + readMs),
      '',
      '',
      '',
    ],
    ['document in memory, MB', '≤ 22', ...timed(({ heapMB }) => heapMB, 1)],
    ['an update of another, record read anew, µs', '≤ 60', ...timed(({ followUs }) => followUs)],
    ['the same until it is in a tldraw store, µs', '', oursAlone(({ storeUs = Number.NaN }) => storeUs), '', '', ''],
  ]
  return [
    `30 people, 3 hours, then an hour of changes only; ${ours.records} records, ${kB(ours.jsonBytes)} kB as plain JSON.`,
    'Ours is the binding of the page in thirty real tldraw stores. A keeps each record as one value of a Y.Map, B in a',
    'YKeyValue of y-utility 0.1.4; `end` writes a drag when it ends, `60 Hz` every frame, as usual. B at 60 Hz is left out:',
    'it takes milliseconds for each of half a million changes. A newcomer read exactly the records of the trace from every',
    'document. Sizes without awareness; times are of the processor, medians of three fresh processes.',
    '',
    table(rows),
  ].join('\n')
}

const kB = (bytes: number): string => Math.round(bytes / 1_000).toLocaleString('en')

const round = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(0))
