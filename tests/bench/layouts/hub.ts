import * as Y from 'yjs'
import { createRandom } from '../../support/random.ts'
import type { Frame } from '../trace/trace.ts'

/** What an update carries, where its size is of interest. */
export type Cause = 'key' | 'one shape' | 'eight shapes' | 'other'

const WRITING = new Set(['makeNote', 'makeGeo', 'makeText', 'rewrite'])

/** A key typed, a commit of a drag of one or of eight shapes, or something else. */
export function causeOf({ what, isFirst, gesture, puts }: Frame): Cause {
  if (what === 'drag' && gesture !== undefined) return 'one shape'
  if (what === 'dragMany' && gesture !== undefined && puts.length === 8) return 'eight shapes'
  return WRITING.has(what) && !isFirst && gesture === undefined && puts.length > 0 ? 'key' : 'other'
}

/** The server as a network has it: takes each update in, in order, and counts what comes up. */
export class Hub {
  readonly doc = new Y.Doc()
  readonly updates: Uint8Array[] = []
  /** Who wrote each of them. */
  readonly writers: number[] = []
  /** Bytes of each update in the order of coming, by what it carries. */
  readonly bytes = new Map<Cause, number[]>()
  /** Of the socket messages of y-websocket that carried the updates. */
  uplinkBytes = 0

  /** What was laid before anybody came is in the document, and counts for nothing. */
  constructor(laid: Uint8Array) {
    Y.applyUpdate(this.doc, laid)
  }

  take(update: Uint8Array, { cause, person }: { cause: Cause; person: number }): void {
    Y.applyUpdate(this.doc, update)
    this.updates.push(update)
    this.writers.push(person)
    const sizes = this.bytes.get(cause) ?? []
    sizes.push(update.byteLength)
    this.bytes.set(cause, sizes)
    this.uplinkBytes += MESSAGE_HEAD + varUintLength(update.byteLength) + update.byteLength
  }

  get structs(): number {
    return [...this.doc.store.clients.values()].reduce((sum, structs) => sum + structs.length, 0)
  }
}

/** Sort of message, and sort of sync message. */
const MESSAGE_HEAD = 2

function varUintLength(value: number): number {
  let bytes = 1
  for (let rest = value >> 7; rest > 0; rest >>= 7) bytes += 1
  return bytes
}

/** Client ids as Yjs draws them, the same in every run. */
export function clientIds(count: number): number[] {
  const random = createRandom(4711)
  return Array.from({ length: count }, () => random.upTo(2 ** 32))
}
