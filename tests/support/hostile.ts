import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { LIMITS } from '../../shared/limits.ts'
import { Frame, SyncStep } from '../../shared/sync/messages.ts'
import { noteIds, textOf, writeNote } from './layout-one.ts'
import type { Random } from './random.ts'

const frame = (write: (encoder: encoding.Encoder) => void): Uint8Array => encoding.encode(write)

export const syncFrame = (step: number, payload: Uint8Array): Uint8Array =>
  frame((encoder) => {
    for (const number of [Frame.sync, step]) encoding.writeVarUint(encoder, number)
    encoding.writeVarUint8Array(encoder, payload)
  })

const EDITS: readonly ((doc: Y.Doc, random: Random) => void)[] = [
  (doc, random) => writeNote(doc, `h${random.upTo(1_000)}`, 'van een vreemde'),
  (doc, random) => void doc.getMap('r').delete(`shape:${random.pick(noteIds(doc)) ?? ''}`),
  (doc, random) => {
    const note = random.pick(noteIds(doc))
    if (note !== undefined)
      doc
        .getMap<Y.Map<unknown>>('r')
        .get(`shape:${note}`)
        ?.set('at', [1, random.upTo(9), 'page:page', 'a2'])
  },
  (doc, random) => {
    const note = random.pick(noteIds(doc))
    if (note !== undefined) textOf(doc, note).insert(0, 'typen')
  },
  (doc, random) => {
    const note = random.pick(noteIds(doc))
    if (note !== undefined) textOf(doc, note).format(0, 1, { bold: {} })
  },
  (doc) => doc.getMap('meta').set('layout', 99),
  (doc, random) => void doc.getArray(`list${random.upTo(9)}`).push([{ a: [1] }, 'x', new Uint8Array(3)]),
]

/** A frame as an honest program sends it, made on what it knows of the table. */
export function anHonestFrame(known: Y.Doc, random: Random): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(known))
  const before = Y.encodeStateVector(doc)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let left = 1 + random.upTo(3); left > 0; left--) {
    try {
      random.pick(EDITS)?.(doc, random)
    } catch {
      // What strangers have made of a note has no text to type in.
    }
  }
  switch (random.upTo(4)) {
    case 0:
      return syncFrame(SyncStep.step1, before)
    case 1:
      return syncFrame(SyncStep.step2, Y.encodeStateAsUpdate(doc, before))
    default:
      return syncFrame(SyncStep.update, updates.at(-1) ?? Y.encodeStateAsUpdate(doc, before))
  }
}

/** A state vector that knows what nobody can know. */
export function aLyingVector(known: Y.Doc, random: Random): Uint8Array {
  const clients = [...Y.decodeStateVector(Y.encodeStateVector(known)).keys()]
  const entries = Array.from({ length: 1 + random.upTo(random.upTo(10) === 0 ? 20_000 : 5) }, () => [
    random.upTo(2) === 0 ? (random.pick(clients) ?? 1) : random.upTo(2 ** 32),
    random.pick([0, 1, 7, 1_000_000, 2 ** 31, 2 ** 32, Number.MAX_SAFE_INTEGER]) ?? 0,
  ])
  const vector = frame((encoder) => {
    encoding.writeVarUint(encoder, random.upTo(8) === 0 ? 2 ** 40 : entries.length)
    for (const number of entries.flat()) encoding.writeVarUint(encoder, number)
  })
  return syncFrame(SyncStep.step1, vector)
}

/**
 * An update in the name of somebody who has written here, about what they have written already or will never write. Not of
 * `living`, who is writing now: Yjs takes whoever comes first with a number for its owner, and no server can tell.
 */
export function aForgery(known: Y.Doc, random: Random, living: number): Uint8Array {
  const vector = Y.decodeStateVector(Y.encodeStateVector(known))
  const [victim, clock] = random.pick([...vector].filter(([client]) => client !== living)) ?? [1, 0]
  const forged = new Y.Doc()
  forged.clientID = victim
  // As long as what is known at most: what comes next of a client is for that client to say.
  while (Y.getState(forged.store, victim) + 16 < clock && random.upTo(4) > 0)
    writeNote(forged, `f${random.upTo(99)}`, 'vals')
  const update = Y.encodeStateAsUpdate(forged)
  if (random.upTo(3) > 0) return syncFrame(SyncStep.update, update)
  return syncFrame(
    SyncStep.update,
    frame((encoder) => {
      for (const number of [1, 1, victim, clock + 1_000, 0, 5, 0]) encoding.writeVarUint(encoder, number)
    }),
  )
}

/** Presence of many, of strangers, or too much of it. */
export function aFlood(known: Y.Doc, random: Random): Uint8Array {
  const count = random.pick([1, 3, 50, 5_000]) ?? 1
  const clients = [...Y.decodeStateVector(Y.encodeStateVector(known)).keys()]
  const body = frame((encoder) => {
    encoding.writeVarUint(encoder, random.upTo(8) === 0 ? 2 ** 40 : count)
    for (let left = count; left > 0; left--) {
      encoding.writeVarUint(encoder, random.upTo(2) === 0 ? (random.pick(clients) ?? 1) : random.upTo(2 ** 32))
      encoding.writeVarUint(encoder, random.pick([0, 1, 50, 2 ** 31, 2 ** 31 + 1, Number.MAX_SAFE_INTEGER]) ?? 0)
      const size = count > 3 ? 10 : (random.pick([1, 100, LIMITS.awarenessBytes - 2, LIMITS.awarenessBytes]) ?? 1)
      encoding.writeVarString(encoder, random.pick(['null', '{}', '{"user":1}', '[', `"${'x'.repeat(size)}"`]) ?? '')
    }
  })
  return frame((encoder) => {
    encoding.writeVarUint(encoder, Frame.awareness)
    encoding.writeVarUint8Array(encoder, body)
  })
}

export const noise = (random: Random): Uint8Array =>
  Uint8Array.from({ length: random.upTo(random.upTo(10) === 0 ? 60_000 : 60) }, () => random.upTo(256))
