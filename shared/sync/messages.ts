import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type ParticipantsMay, ParticipantsMaySchema } from '../participants-may.ts'

/** First varUint of a frame: y-websocket's types, and ours for those that ask with `?ack=1`. */
export const Frame = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  saved: 100,
  notSaved: 101,
  putBack: 102,
  settings: 103,
} as const

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

/**
 * Why the server has put back what a connection wrote: it is locked, another's, the whole table is locked, no record that
 * a table can show, more than fits, or about the document itself.
 */
export const PUT_BACK_REASONS = ['locked', 'notYours', 'tableLocked', 'invalid', 'tooLarge', 'board'] as const
export type PutBackReason = (typeof PUT_BACK_REASONS)[number]

export interface PutBack {
  reason: PutBackReason
  /** How many records. */
  records: number
}

/** Whole frame: varUint 102, varString reason, varUint records. */
export function encodePutBack({ reason, records }: PutBack): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, Frame.putBack)
  encoding.writeVarString(encoder, reason)
  encoding.writeVarUint(encoder, records)
  return encoding.toUint8Array(encoder)
}

/** Reads a put-back frame behind its type. A reason of a newer server is read as 'invalid'. */
export function readPutBack(decoder: decoding.Decoder): PutBack {
  const said = decoding.readVarString(decoder)
  const reason = PUT_BACK_REASONS.find((known) => known === said) ?? 'invalid'
  return { reason, records: decoding.readVarUint(decoder) }
}

/** Whole frame, on joining and on each change: varUint 103, varString what participants may do. */
export function encodeSettings(participantsMay: ParticipantsMay): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, Frame.settings)
  encoding.writeVarString(encoder, participantsMay)
  return encoding.toUint8Array(encoder)
}

/** Reads a settings frame behind its type; undefined for a setting of a newer server. */
export const readSettings = (decoder: decoding.Decoder): ParticipantsMay | undefined =>
  ParticipantsMaySchema.safeParse(decoding.readVarString(decoder)).data
