import * as Y from 'yjs'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import type { Frame } from '../trace/trace.ts'
import { causeOf, clientIds, type Hub } from './hub.ts'
import type { Writers } from './layout.ts'

/** `60 Hz`: every frame, as a store tells of it. `end`: a gesture is written when it ends. */
export type Rate = '60 Hz' | 'end'

interface Target {
  set(id: string, record: BoardRecord): void
  delete(id: string): void
}

/**
 * People who write whole records. None of them holds anything back that others touch, so on a network without delay their
 * documents are the same at every moment: one document with the client id of whoever writes stands for all of them.
 */
export function seatWholeRecordWriters(hub: Hub, people: number, rate: Rate, open: (doc: Y.Doc) => Target): Writers {
  const ids = clientIds(people)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(hub.doc))
  const target = open(doc)
  const held = ids.map(() => new Map<string, BoardRecord | undefined>())
  let frame: Frame | undefined
  doc.on('update', (update: Uint8Array) => {
    if (frame !== undefined) hub.take(update, { cause: causeOf(frame), person: frame.person })
  })

  function write(changes: Map<string, BoardRecord | undefined>) {
    doc.transact(() => {
      for (const [id, record] of changes) {
        if (record === undefined) target.delete(id)
        else target.set(id, record)
      }
    })
    changes.clear()
  }

  return {
    play(next) {
      frame = next
      doc.clientID = ids[next.person] ?? 0
      const changes = held[next.person] ?? new Map()
      for (const record of next.puts) changes.set(record.id, record)
      for (const id of next.removes ?? []) changes.set(id, undefined)
      const isHeld = rate === 'end' && (next.gesture === 'begin' || next.gesture === 'move')
      if (!isHeld && changes.size > 0) write(changes)
    },
    settle() {
      if (held.some((changes) => changes.size > 0)) throw new Error('a gesture has not ended')
    },
    stop: () => doc.destroy(),
  }
}
