import * as Y from 'yjs'
import type { CreateBoard } from '../../shared/api/boards.ts'
import { initDoc, readBoard, writeRecords } from '../../shared/records/doc.ts'
import { placeTemplate } from '../../shared/templates/place.ts'
import type { Template } from '../../shared/templates/schema.ts'
import { newCode } from '../auth/entry.ts'
import { newBoardId, newRecordId } from '../new-id.ts'
import type { Clock } from '../ports.ts'
import { type BoardTable, CodeTaken, type StoredBoard } from '../storage/storage.ts'
import type { PlateStock } from './plate-stock.ts'

/** One in a million codes is taken by each table; even on a crowded server this many tries in a row do not all fail. */
const CODE_TRIES = 50

/** Makes a table with its plates on it: document, code and row, in one step. */
export async function makeBoard(
  { title, templates: wanted = [], locale = 'nl' }: CreateBoard,
  { boards, plates: stock, clock }: { boards: BoardTable; plates: PlateStock; clock: Clock },
): Promise<StoredBoard> {
  const plates = await Promise.all(wanted.map((id) => stock.findToLay(id, 'templates')))
  const id = newBoardId()
  const created = clock()
  const generations = { facilitator: 1, participant: 1, viewer: 1 }
  const firstUpdate = firstDocument({ boardId: id, created, title }, plates)
  return withFreeCode(async (code) => {
    const rights = { doorOpen: true, participantsMay: 'everything' as const, generations }
    const board = { id, title, locale, code, created, epoch: 1, ...rights }
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

function firstDocument(board: Parameters<typeof initDoc>[1], plates: readonly Template[]): Uint8Array {
  const doc = new Y.Doc()
  initDoc(doc, board)
  for (const plate of plates) layPlate(doc, plate)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

/** Puts a plate where there is room, and gives the id of its sheet. */
export function layPlate(doc: Y.Doc, plate: Template): string {
  const records = placeTemplate(plate, { existing: readBoard(doc).records, newId: newRecordId })
  writeRecords(doc, records)
  const sheet = records.find((record) => record.typeName === 'shape' && (record.type as string) === 'sheet')
  if (sheet === undefined) throw new Error('a plate without a sheet')
  return sheet.id
}
