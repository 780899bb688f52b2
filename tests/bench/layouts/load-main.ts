import * as Y from 'yjs'
import { median } from '../figures.ts'
import { type LayoutName, layoutNamed } from './all.ts'
import { readBoardFile } from './played.ts'

/** What it takes to open a board and to follow what others write, measured in a fresh process with `--expose-gc`. */
export interface Load {
  heapMB: number
  applyMs: number
  buildMs: number
  /** All records parsed, which only ours does before a store has them. */
  readMs: number
  /** One update of another, until its record is read anew; and until it is in a tldraw store. */
  followUs: number
  storeUs?: number
}

const REPEATS = 9
const FOLLOWED_MS = 5_000

const [name, file = ''] = process.argv.slice(2)
const layout = await layoutNamed(name as LayoutName)
const { board, later } = readBoardFile(file)

function heap(): number {
  // Twice: what the first collection lets go of is free only after the second.
  globalThis.gc?.()
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

function opened(): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, board)
  return doc
}

/** Of this thread, so that what else the machine does stays out of it. */
function processorMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

function timed(task: () => unknown): number {
  const started = processorMs()
  task()
  return processorMs() - started
}

/** Microseconds for each update that comes to a document which is followed in this way. */
function following(follow: (doc: Y.Doc) => void): number {
  const doc = opened()
  follow(doc)
  const started = processorMs()
  let count = 0
  for (const { update } of later) {
    Y.applyUpdate(doc, update)
    count += 1
    if (processorMs() - started > FOLLOWED_MS) break
  }
  return (1_000 * (processorMs() - started)) / count
}

const before = heap()
const first = opened()
const heapMB = (heap() - before) / 1e6
layout.read(first)

const applyMs: number[] = []
const buildMs: number[] = []
const readMs: number[] = []
for (let round = 0; round < REPEATS; round++) {
  let doc = new Y.Doc()
  applyMs.push(timed(() => (doc = opened())))
  buildMs.push(timed(() => layout.build(doc)))
  readMs.push(timed(() => layout.read(doc)))
}
const load: Load = {
  heapMB,
  applyMs: median(applyMs),
  buildMs: median(buildMs),
  readMs: median(readMs),
  followUs: following(layout.follow),
}
if (name === 'ours') load.storeUs = following((await import('./ours.ts')).showInStore)
process.stdout.write(JSON.stringify(load))
process.exit(0)
