import type { Locale } from '../../shared/api/boards.ts'
import type { TemplateOf } from '../../shared/arrange/arrange.ts'
import type { BoardId } from '../../shared/ids.ts'
import type { BoardRecord } from '../../shared/records/schema.ts'
import { firstDocument, storeBoard } from '../boards/store-board.ts'
import type { Clock } from '../ports.ts'
import type { BoardTable } from '../storage/storage.ts'
import type { SampleContent } from './content.ts'
import { laySample } from './lay-sample.ts'
import { sampleId } from './sample-id.ts'

interface SampleOptions {
  content: SampleContent
  templateOf: TemplateOf
  boards: BoardTable
  clock: Clock
}

/**
 * The sample table, one for each language: made when it is first asked for. All who reach the server may look at it and
 * nobody may change it: its door is closed, none of its links is ever given out, and its seats are for watching only
 * (`sessions.ts`).
 */
export class SampleTables {
  #options: SampleOptions
  #laid = new Map<Locale, Promise<readonly BoardRecord[]>>()
  #tables = new Map<Locale, Promise<BoardId>>()

  constructor(options: SampleOptions) {
    this.#options = options
  }

  title(locale: Locale): string {
    return this.#options.content.title[locale]
  }

  /** All that lies on the sample table. */
  records(locale: Locale): Promise<readonly BoardRecord[]> {
    const { content, templateOf } = this.#options
    const records = this.#laid.get(locale) ?? laySample({ content, templateOf, locale })
    this.#laid.set(locale, records)
    return records
  }

  /** The table in that language. */
  table(locale: Locale): Promise<BoardId> {
    const table = this.#tables.get(locale) ?? this.#findOrMake(locale)
    this.#tables.set(locale, table)
    // What failed is tried again by who asks next.
    table.catch(() => this.#tables.delete(locale))
    return table
  }

  async #findOrMake(locale: Locale): Promise<BoardId> {
    const { boards, clock } = this.#options
    const records = await this.records(locale)
    const title = this.title(locale)
    const id = sampleId(JSON.stringify([locale, title, records]))
    if ((await boards.find(id)) !== undefined) return id
    const created = clock()
    const firstUpdate = firstDocument({ boardId: id, created, title }, records)
    await storeBoard(boards, { id, title, locale, created, doorOpen: false }, firstUpdate)
    return id
  }
}
