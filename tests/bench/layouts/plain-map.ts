import type * as Y from 'yjs'
import type { BoardRecord } from '../../../shared/records/schema.ts'
import type { Layout } from './layout.ts'
import { type Rate, seatWholeRecordWriters } from './whole-records.ts'

const recordsIn = (doc: Y.Doc): Y.Map<BoardRecord> => doc.getMap('r')

/** Layout A: every record is one value of a map. */
export const plainMap = (rate: Rate): Layout => ({
  lay: (doc, records) => doc.transact(() => records.forEach((record) => void recordsIn(doc).set(record.id, record))),
  seat: (hub, people) => seatWholeRecordWriters(hub, people, rate, recordsIn),
  build: (doc) => [...recordsIn(doc).values()],
  read: (doc) => [...recordsIn(doc).values()],
  follow(doc) {
    const known = new Map(recordsIn(doc).entries())
    const map = recordsIn(doc)
    map.observe(({ keysChanged }) => {
      for (const id of keysChanged) {
        const record = map.get(id)
        if (record === undefined) known.delete(id)
        else known.set(id, record)
      }
    })
  },
})
