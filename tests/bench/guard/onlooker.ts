import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import { readRecord, recordsMap } from '../../../shared/records/doc.ts'
import type { BoardRecord } from '../../../shared/records/schema.ts'

/** A screen at the table that only looks, and counts what it should never have been shown. */
export class Onlooker {
  readonly doc = new Y.Doc()
  illegalStates = 0
  #locked = new Map<string, BoardRecord>()

  constructor(board: Uint8Array) {
    Y.applyUpdate(this.doc, board)
    const records = recordsMap(this.doc)
    for (const [id, map] of records) {
      const { record } = readRecord(id, map)
      if (record !== undefined && map.has('m.lock')) this.#locked.set(id, record)
    }
    records.observeDeep((events) => {
      const touched = events.flatMap(({ path, changes }) =>
        path.length > 0 ? [String(path[0])] : [...changes.keys.keys()],
      )
      if (![...new Set(touched)].every((id) => this.#isLegal(id))) this.illegalStates += 1
    })
  }

  /** Ids of what the server has laid and nobody may change. */
  get locked(): string[] {
    return [...this.#locked.keys()]
  }

  #isLegal(id: string): boolean {
    const map = recordsMap(this.doc).get(id)
    const original = this.#locked.get(id)
    if (map === undefined) return original === undefined
    const { record } = readRecord(id, map)
    return record !== undefined && (original === undefined ? !map.has('m.lock') : isDeepStrictEqual(record, original))
  }
}
