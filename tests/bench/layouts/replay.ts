import { isDeepStrictEqual } from 'node:util'
import { gzipSync } from 'node:zlib'
import * as Y from 'yjs'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import type { Plan } from '../trace/deck.ts'
import { aTrace } from '../trace/trace.ts'
import { type Cause, Hub } from './hub.ts'
import type { Layout } from './layout.ts'

export interface Sizes {
  v1: number
  v2: number
  gzipV1: number
  gzipV2: number
  structs: number
}

export interface Replay {
  /** The final records of the workshop as plain JSON, and packed. */
  jsonBytes: number
  records: number
  workshop: Sizes
  edits: Sizes
  uplinkBytes: number
  messages: number
  bytes: ReadonlyMap<Cause, readonly number[]>
  /** The document after the workshop, and what came after it. */
  board: Uint8Array
  later: readonly { update: Uint8Array; person: number }[]
}

/** Plays a trace in one layout, and throws unless a newcomer then reads exactly what the trace says is there. */
export function replay(layout: Layout, plan: Plan): Replay {
  const trace = aTrace(plan)
  const laid = new Y.Doc()
  laid.clientID = 1
  layout.lay(laid, trace.laid)
  const hub = new Hub(Y.encodeStateAsUpdate(laid))
  const writers = layout.seat(hub, trace.people)

  for (const frame of trace.workshop()) writers.play(frame)
  writers.settle(trace.table.records)
  checkNewcomer(layout, hub, trace.table.records)
  const workshop = sizesOf(hub)
  const board = Y.encodeStateAsUpdate(hub.doc)
  const jsonBytes = Buffer.byteLength(JSON.stringify([...trace.table.records.values()]))
  const records = trace.table.records.size
  const { uplinkBytes } = hub
  const messages = hub.updates.length

  for (const frame of trace.edits()) writers.play(frame)
  writers.settle(trace.table.records)
  checkNewcomer(layout, hub, trace.table.records)
  writers.stop()
  return {
    jsonBytes,
    records,
    workshop,
    edits: sizesOf(hub),
    uplinkBytes,
    messages,
    bytes: hub.bytes,
    board,
    later: hub.updates.slice(messages).map((update, at) => ({ update, person: hub.writers[messages + at] ?? 0 })),
  }
}

function checkNewcomer(layout: Layout, hub: Hub, expected: ReadonlyMap<string, BoardRecord>): void {
  const doc = new Y.Doc()
  Y.applyUpdateV2(doc, Y.encodeStateAsUpdateV2(hub.doc))
  const read = layout.read(doc)
  const wrong = read.find((record) => !isDeepStrictEqual(record, expected.get(record.id)))
  if (wrong !== undefined || read.length !== expected.size)
    throw new Error(`a newcomer reads another table: ${JSON.stringify(wrong) ?? read.length}`)
  doc.destroy()
}

function sizesOf(hub: Hub): Sizes {
  const v1 = Y.encodeStateAsUpdate(hub.doc)
  const v2 = Y.encodeStateAsUpdateV2(hub.doc)
  return {
    v1: v1.byteLength,
    v2: v2.byteLength,
    gzipV1: gzipSync(v1).byteLength,
    gzipV2: gzipSync(v2).byteLength,
    structs: hub.structs,
  }
}
