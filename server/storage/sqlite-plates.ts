import type { Selectable } from 'kysely'
import { millis } from '../../shared/ids.ts'
import { PlatesFull, type PlateTable, PlateTaken, type StoredPlate } from './storage.ts'
import type { Database, Tables } from './tables.ts'

const fromRow = ({ id, json, hidden, created }: Selectable<Tables['plates']>): StoredPlate => ({
  id,
  json,
  hidden: hidden === 1,
  created: millis(created),
})

export const plateTable = (db: Database): PlateTable => ({
  async add({ id, json, hidden, created }, caps) {
    await db.transaction().execute(async (transaction) => {
      const rows = await transaction.selectFrom('plates').select(['id', 'hidden']).execute()
      if (rows.some((row) => row.id === id)) throw new PlateTaken('id in use')
      const shown = rows.filter((row) => row.hidden === 0).length
      if (rows.length >= caps.kept || shown >= caps.shown) throw new PlatesFull('as many plates as may be kept')
      await transaction
        .insertInto('plates')
        .values({ id, json, hidden: hidden ? 1 : 0, created })
        .execute()
    })
  },
  async find(id) {
    const row = await db.selectFrom('plates').selectAll().where('id', '=', id).executeTakeFirst()
    return row && fromRow(row)
  },
  async list() {
    const rows = await db.selectFrom('plates').selectAll().orderBy('created').orderBy('id').execute()
    return rows.map(fromRow)
  },
  async setHidden(id, hidden) {
    await db
      .updateTable('plates')
      .set({ hidden: hidden ? 1 : 0 })
      .where('id', '=', id)
      .execute()
  },
})
