import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { SyncStep } from '../../shared/sync/messages.ts'

/** The state vector with which the server asks for what it lacks, if this sync message is that. Reads nothing away. */
export function askedWith(decoder: decoding.Decoder): Uint8Array | undefined {
  const ahead = decoding.clone(decoder)
  return decoding.readVarUint(ahead) === SyncStep.step1 ? decoding.readVarUint8Array(ahead) : undefined
}

/** Whether a server with this state vector lacks something that it once said to have on its disk. */
export function isBehind(now: Uint8Array, acknowledged: Uint8Array): boolean {
  const has = Y.decodeStateVector(now)
  return [...Y.decodeStateVector(acknowledged)].some(([client, clock]) => (has.get(client) ?? 0) < clock)
}
