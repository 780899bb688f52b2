import * as Y from 'yjs'
import { initDoc, writeRecords } from '../../shared/records/doc.ts'
import type { BoardRecord } from '../../shared/records/schema.ts'
import { newCode } from '../auth/entry.ts'
import { type BoardTable, CodeTaken, type StoredBoard } from '../storage/storage.ts'

/** One in a million codes is taken by each table; even on a crowded server this many tries in a row do not all fail. */
const CODE_TRIES = 50

/** Stores a new table under a free code: nobody has links yet, and participants may do everything. */
export function storeBoard(
  boards: BoardTable,
  wanted: Pick<StoredBoard, 'id' | 'title' | 'locale' | 'created' | 'doorOpen'>,
  firstUpdate: Uint8Array,
): Promise<StoredBoard> {
  const generations = { facilitator: 1, participant: 1, viewer: 1 }
  return withFreeCode(async (code) => {
    const board = { ...wanted, code, epoch: 1, participantsMay: 'everything' as const, generations }
    await boards.create(board, firstUpdate)
    return board
  })
}

/** Gives `store` a code, and another one while the table's code is in use. */
export async function withFreeCode<T>(store: (code: string) => Promise<T>): Promise<T> {
  for (let left = CODE_TRIES; ; left--) {
    try {
      return await store(newCode())
    } catch (error) {
      if (!(error instanceof CodeTaken) || left === 1) throw error
    }
  }
}

/** The document of a new table, as one update. */
export function firstDocument(board: Parameters<typeof initDoc>[1], records: readonly BoardRecord[]): Uint8Array {
  const doc = new Y.Doc()
  initDoc(doc, board)
  writeRecords(doc, records)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}
