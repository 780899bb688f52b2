import type * as Y from 'yjs'
import { arrange, sheetsToArrange, type TemplateOf } from '../../shared/arrange/arrange.ts'
import { readBoard, readRecord, recordsMap, updateRecord } from '../../shared/records/doc.ts'
import type { BoardRecord } from '../../shared/records/schema.ts'
import { isParty, isSheet } from '../../shared/templates/place.ts'
import { newRecordId } from '../new-id.ts'

/**
 * Keeps the plates of a document in line with the parties at the table and with the paper that is wanted for them. One
 * hand does this, so that two people who add a party at once add one row each, and it goes out together with the change
 * that asks for it.
 */
export class Plates {
  #doc: Y.Doc
  #templateOf: TemplateOf

  constructor(doc: Y.Doc, templateOf: TemplateOf) {
    this.#doc = doc
    this.#templateOf = templateOf
  }

  /**
   * To be called inside a transaction, with what has been touched since the last time and what of it had been deleted
   * before. Gives back whether it has written anything.
   */
  arrange(touched: Iterable<string>, cameBack: ReadonlySet<string>): boolean {
    const records = recordsMap(this.#doc)
    if (![...touched].some((id) => id.startsWith('party:') || typeIn(records.get(id)) === 'sheet')) return false
    const [parties, sheets] = [this.#all('party', isParty), this.#all('sheet', isSheet)]
    if (sheetsToArrange(sheets, parties, this.#templateOf).length === 0) return false
    const hasPartyBack = [...cameBack].some((id) => id.startsWith('party:'))
    const board = readBoard(this.#doc).records
    const { put, removed } = arrange(board, {
      templateOf: this.#templateOf,
      newId: newRecordId,
      ...(hasPartyBack && { isBack: (id) => cameBack.has(id) }),
    })
    const before = new Map(board.map((record) => [record.id as string, record]))
    for (const record of put) updateRecord(records, before.get(record.id), record)
    for (const id of removed) records.delete(id)
    return true
  }

  #all<R extends BoardRecord>(type: string, is: (record: BoardRecord) => record is R): R[] {
    return [...recordsMap(this.#doc)].flatMap(([id, map]) => {
      const record = typeIn(map) === type ? readRecord(id, map).record : undefined
      return record && is(record) ? [record] : []
    })
  }
}

/** The type of a shape, or of what is no shape. */
function typeIn(map: unknown): unknown {
  const t: unknown = (map as Y.Map<unknown> | undefined)?.get?.('t')
  return Array.isArray(t) ? (t[1] ?? t[0]) : undefined
}
