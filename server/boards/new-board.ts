import type * as Y from 'yjs'
import type { CreateBoard } from '../../shared/api/boards.ts'
import { readBoard, writeRecords } from '../../shared/records/doc.ts'
import type { BoardRecord } from '../../shared/records/schema.ts'
import { isSheet, placeTemplate } from '../../shared/templates/place.ts'
import type { Template } from '../../shared/templates/schema.ts'
import { Problem } from '../http/problems.ts'
import { newBoardId, newRecordId } from '../new-id.ts'
import type { Clock } from '../ports.ts'
import type { SampleTables } from '../sample/sample-tables.ts'
import type { BoardTable, StoredBoard } from '../storage/storage.ts'
import type { PlateStock } from './plate-stock.ts'
import { firstDocument, storeBoard } from './store-board.ts'

interface NewBoardOptions {
  boards: BoardTable
  plates: PlateStock
  sample: SampleTables
  clock: Clock
}

/** Makes a table with all that is to lie on it: document, code and row, in one step. */
export async function makeBoard(wanted: CreateBoard, options: NewBoardOptions): Promise<StoredBoard> {
  const { title, locale = 'nl' } = wanted
  const records = await recordsFor(wanted, locale, options)
  const id = newBoardId()
  const created = options.clock()
  const board = { id, title, locale, created, doorOpen: true }
  return await storeBoard(options.boards, board, firstDocument({ boardId: id, created, title }, records))
}

async function recordsFor(
  { templates = [], from }: CreateBoard,
  locale: StoredBoard['locale'],
  { plates, sample }: NewBoardOptions,
): Promise<readonly BoardRecord[]> {
  if (from === undefined) return layPlates(await Promise.all(templates.map((id) => plates.findToLay(id, 'templates'))))
  if (templates.length === 0) return await sample.records(locale)
  const detail = 'A copy has the plates of the table that it is made from.'
  throw new Problem('invalid-input', { fields: [{ field: 'templates', detail }] })
}

function layPlates(plates: readonly Template[]): BoardRecord[] {
  const records: BoardRecord[] = []
  for (const plate of plates) records.push(...placeTemplate(plate, { existing: records, newId: newRecordId }))
  return records
}

/** Puts a plate where there is room, and gives the id of its sheet. */
export function layPlate(doc: Y.Doc, plate: Template): string {
  const records = placeTemplate(plate, { existing: readBoard(doc).records, newId: newRecordId })
  writeRecords(doc, records)
  const sheet = records.find(isSheet)
  if (sheet === undefined) throw new Error('a plate without a sheet')
  return sheet.id
}
