import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { LIMITS } from '../../shared/limits.ts'
import { Frame, SyncStep } from '../../shared/sync/messages.ts'

/** What one client says of itself: who, how new, and JSON that the server only measures. `null` means gone. */
export interface AwarenessEntry {
  clientID: number
  clock: number
  state: string
}

/** The same as it came: its JSON is looked at only if it is news. */
export interface HeardEntry {
  clientID: number
  clock: number
  json: Uint8Array
}

export type IncomingFrame =
  | { kind: 'step1'; stateVector: Uint8Array }
  /** Not decoded yet, so that a viewer's is never looked into. Whole: all that the sender has and we lack. */
  | { kind: 'write'; update: Uint8Array; isWhole: boolean }
  | { kind: 'awareness'; entries: HeardEntry[] }
  | { kind: 'queryAwareness' }

/** Far above what `AwarenessBook` takes in: repeating what the server said of somebody is never a fault. */
const MAX_CLOCK = 2 ** 40
/** More than all clients that a full table may have: stock clients repeat what they hear. */
const MAX_ENTRIES = 2_000

export class BrokenFrame extends Error {}
export class OversizedFrame extends Error {}

/** Parses one frame of the y-websocket protocol. Throws BrokenFrame or OversizedFrame. */
export function readFrame(bytes: Uint8Array): IncomingFrame {
  return decodingFrame(() => {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === Frame.sync) return readSync(decoder)
    if (type === Frame.awareness) return { kind: 'awareness', entries: readAwareness(decoder) }
    if (type === Frame.queryAwareness) return { kind: 'queryAwareness' }
    throw new BrokenFrame('unknown frame type')
  })
}

function decodingFrame<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof BrokenFrame || error instanceof OversizedFrame) throw error
    throw new BrokenFrame('unreadable frame', { cause: error })
  }
}

function readSync(decoder: decoding.Decoder): IncomingFrame {
  const step = decoding.readVarUint(decoder)
  const payload = decoding.readVarUint8Array(decoder)
  if (step === SyncStep.step1) {
    Y.decodeStateVector(payload)
    return { kind: 'step1', stateVector: payload }
  }
  if (step === SyncStep.step2 || step === SyncStep.update) {
    return { kind: 'write', update: payload, isWhole: step === SyncStep.step2 }
  }
  throw new BrokenFrame('unknown sync step')
}

function readAwareness(frame: decoding.Decoder): HeardEntry[] {
  const decoder = decoding.createDecoder(decoding.readVarUint8Array(frame))
  const count = decoding.readVarUint(decoder)
  if (count > MAX_ENTRIES) throw new OversizedFrame('awareness of too many')
  return Array.from({ length: count }, () => {
    const clientID = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const json = decoding.readVarUint8Array(decoder)
    if (json.byteLength > LIMITS.awarenessBytes) throw new OversizedFrame('awareness too large')
    if (clock > MAX_CLOCK) throw new BrokenFrame('an awareness clock that is none')
    return { clientID, clock, json }
  })
}

const frame = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

export const syncFrame = (step: (typeof SyncStep)[keyof typeof SyncStep], payload: Uint8Array): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, Frame.sync)
    encoding.writeVarUint(encoder, step)
    encoding.writeVarUint8Array(encoder, payload)
  })

export const awarenessFrame = (entries: readonly AwarenessEntry[]): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, Frame.awareness)
    const body = frame((inner) => {
      encoding.writeVarUint(inner, entries.length)
      for (const { clientID, clock, state } of entries) {
        encoding.writeVarUint(inner, clientID)
        encoding.writeVarUint(inner, clock)
        encoding.writeVarString(inner, state)
      }
    })
    encoding.writeVarUint8Array(encoder, body)
  })
