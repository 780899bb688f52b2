import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** First varUint of a frame: y-websocket's types, and ours for those that ask with `?ack=1`. */
export const Frame = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, saved: 100, notSaved: 101 } as const

/** Second varUint of a sync frame. Step 1 asks for data; step 2 and update carry it, so both are writes. */
export const SyncStep = { step1: 0, step2: 1, update: 2 } as const

/**
 * Says what is on disk: every struct below `stateVector`, and the first `frames` writing frames (step 2, update) of this
 * very connection. The count is needed because a deletion does not show in a state vector.
 */
export interface Saved {
  stateVector: Uint8Array
  frames: number
}

/** Bytes of a whole saved frame: varUint 100, varUint8Array state vector, varUint frames. */
export function encodeSaved(saved: Saved): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, Frame.saved)
  encoding.writeVarUint8Array(encoder, saved.stateVector)
  encoding.writeVarUint(encoder, saved.frames)
  return encoding.toUint8Array(encoder)
}

/** Reads a saved frame behind its type. */
export const readSaved = (decoder: decoding.Decoder): Saved => ({
  stateVector: decoding.readVarUint8Array(decoder),
  frames: decoding.readVarUint(decoder),
})

/** Whole frame that says the disk refuses: what was sent is held in memory and tried again. A later saved frame ends it. */
export function encodeNotSaved(): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, Frame.notSaved)
  return encoding.toUint8Array(encoder)
}
