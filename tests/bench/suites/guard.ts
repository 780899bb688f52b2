import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import { checkUpdate } from '../../../server/sync/check-update.ts'
import type { Writer } from '../../../server/sync/guard/rules.ts'
import { LiveDocument } from '../../../server/sync/live-document.ts'
import { readBoard } from '../../../shared/records/doc.ts'
import { median, numberSetting, table } from '../figures.ts'
import { Offender } from '../guard/offender.ts'
import { Onlooker } from '../guard/onlooker.ts'
import { play } from '../layouts/children.ts'
import { type Board, readBoardFile } from '../layouts/played.ts'

const ROUNDS = 5
const OFFENCES = 800

/**
 * What it takes the server to let a participant's update in: on the board after the workshop of the layout suite, with what
 * was written in the hour after it, each update as if it came alone. Then with a client that only writes what it may not.
 * `--part 0.1` plays a tenth of the trace.
 */
export async function run(args: string[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tafel-guard-'))
  try {
    const file = join(folder, 'board')
    await play('ours', numberSetting(args, 'part', 1), file)
    const board = readBoardFile(file)
    const rounds = Array.from({ length: ROUNDS }, () => ({
      raw: rawMs(board),
      guarded: guardedMs(board),
      ...offending(board),
    }))
    const figure = (value: (round: (typeof rounds)[number]) => number, digits = 3) =>
      median(rounds.map(value)).toFixed(digits)
    return [
      `${board.later.length} updates of thirty people, then ${OFFENCES} illegal ones (moved, deleted and forged what is locked, values`,
      'that no record has, others’ names), a legal one after each; processor time of the thread, medians of five rounds.',
      '',
      table([
        ['a mean update', 'demand', 'measured'],
        ['applied by Yjs alone, ms', '', figure(({ raw }) => raw)],
        ['legal: applied and guarded, ms', '≤ 0.6', figure(({ guarded }) => guarded.guard)],
        ['the same with checks before and repairs after, ms', '', figure(({ guarded }) => guarded.all)],
        ['illegal: applied, guarded and put back, ms', '≤ 1', figure(({ guard }) => guard)],
        ['bytes that putting back adds', '', figure(({ addedBytes }) => addedBytes, 0)],
        ['updates that leave the server for one that comes', '1', figure(({ sent }) => sent, 2)],
        ['illegal states that another screen was shown', '0', figure(({ illegalStates }) => illegalStates, 0)],
      ]),
    ].join('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const WRITER: Writer = { role: 'participant', participantId: 'anybody', party: null }

/** Of this thread, so that what else the machine does stays out of it. */
function processorMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

function opened(board: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, board)
  return doc
}

function rawMs({ board, later }: Board): number {
  const doc = opened(board)
  // The server listens for what it has to send on.
  doc.on('update', () => {})
  const started = processorMs()
  for (const { update } of later) Y.applyUpdate(doc, update)
  return (processorMs() - started) / later.length
}

/** A board as the server has it open; its first look at all records is part of opening it. */
function live(board: Uint8Array): LiveDocument {
  const document = new LiveDocument(opened(board), board.byteLength, () => undefined)
  if (document.collect().length > 0) throw new Error('the trace leaves a table that needs repair')
  return document
}

interface Cost {
  /** Applying and guarding, in ms; and all that the server does with the update before the log has it. */
  guard: number
  all: number
}

function guardedMs({ board, later }: Board): Cost {
  const document = live(board)
  const cost = { guard: 0, all: 0 }
  for (const { update } of later) {
    const { putBack } = take(document, update, cost)
    if (putBack > 0) throw new Error('what people may do was put back')
  }
  return { guard: cost.guard / later.length, all: cost.all / later.length }
}

function take(document: LiveDocument, update: Uint8Array, cost: Cost): { news: Uint8Array[]; putBack: number } {
  const started = processorMs()
  document.expect(update, checkUpdate(update))
  const checked = processorMs()
  const putBack = document.take({ updates: [update], from: WRITER }, 'everything')
  const guarded = processorMs()
  const news = document.collect()
  cost.all += processorMs() - started
  cost.guard += guarded - checked
  return { news, putBack: putBack.length }
}

/** What the server makes of a client that writes what it may not, and what another screen sees of it. */
function offending({ board, later }: Board) {
  const document = live(board)
  const onlooker = new Onlooker(board)
  const offender = new Offender(board, onlooker.locked)
  const [illegal, legal]: Cost[] = [
    { guard: 0, all: 0 },
    { guard: 0, all: 0 },
  ]
  let [sent, addedBytes] = [0, 0]
  const spread = (news: Uint8Array[]) => {
    for (const update of news) for (const { doc } of [onlooker, offender]) Y.applyUpdate(doc, update)
  }
  for (let count = 0; count < OFFENCES; count++) {
    const update = offender.offend()
    const { news, putBack } = take(document, update, illegal as Cost)
    if (putBack === 0) throw new Error('an offence went through')
    sent += news.length
    addedBytes += news.reduce((sum, { byteLength }) => sum + byteLength, 0) - update.byteLength
    spread(news)
    const next = later[count]
    if (next !== undefined) spread(take(document, next.update, legal as Cost).news)
  }
  const [here, there] = [document.doc, offender.doc]
  if (there.store.pendingStructs !== null || !isDeepStrictEqual(readBoard(here), readBoard(there)))
    throw new Error('the offender has another table than the server')
  const { illegalStates } = onlooker
  return {
    guard: (illegal as Cost).guard / OFFENCES,
    sent: sent / OFFENCES,
    addedBytes: addedBytes / OFFENCES,
    illegalStates,
  }
}
