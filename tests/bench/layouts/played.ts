import { readFileSync, writeFileSync } from 'node:fs'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Cause } from './hub.ts'
import type { Replay, Sizes } from './replay.ts'

/** How much of the hour of changes is kept for who measures what a change costs. */
const KEPT_UPDATES = 4_000

/** What is told of a replay; sizes in bytes. */
export interface Played {
  jsonBytes: number
  records: number
  workshop: Sizes
  edits: Sizes
  uplinkBytes: number
  messages: number
  /** Of each update by what it carries: how many, the middle one and the mean. */
  updates: Partial<Record<Cause, { count: number; median: number; mean: number }>>
}

/** A document after the workshop, and what was written in it next. */
export interface Board {
  board: Uint8Array
  later: { update: Uint8Array; person: number }[]
}

export function writePlayed(file: string, { board, later, bytes, ...rest }: Replay): void {
  const updates = Object.fromEntries(
    [...bytes].map(([cause, sizes]) => {
      const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
      return [cause, { count: sizes.length, median: sizes.toSorted((a, b) => a - b)[sizes.length >> 1] ?? 0, mean }]
    }),
  )
  writeFileSync(`${file}.json`, JSON.stringify({ ...rest, updates } satisfies Played))
  const encoder = encoding.createEncoder()
  encoding.writeVarUint8Array(encoder, board)
  const kept = later.slice(0, KEPT_UPDATES)
  encoding.writeVarUint(encoder, kept.length)
  for (const { update, person } of kept) {
    encoding.writeVarUint(encoder, person)
    encoding.writeVarUint8Array(encoder, update)
  }
  writeFileSync(`${file}.bin`, encoding.toUint8Array(encoder))
}

export const readPlayed = (file: string): Played => JSON.parse(readFileSync(`${file}.json`, 'utf8')) as Played

export function readBoardFile(file: string): Board {
  const decoder = decoding.createDecoder(readFileSync(`${file}.bin`))
  const board = decoding.readVarUint8Array(decoder).slice()
  const later = Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    person: decoding.readVarUint(decoder),
    update: decoding.readVarUint8Array(decoder).slice(),
  }))
  return { board, later }
}
