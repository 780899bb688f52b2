import type { DiskSync } from './disk-sync.ts'
import type { UpdateLog } from './storage.ts'
import type { Database } from './tables.ts'

export const updateLog = (db: Database, disk: DiskSync): UpdateLog => ({
  async append(board, updates) {
    const rows = updates.map((data) => ({ board_id: board, data }))
    const inserted = await db.insertInto('updates').values(rows).returning('seq').execute()
    return Math.max(...inserted.map((row) => row.seq))
  },
  async read(board) {
    return await db.transaction().execute(async (transaction) => {
      const snapshot = await transaction
        .selectFrom('snapshots')
        .select(['through', 'data'])
        .where('board_id', '=', board)
        .executeTakeFirst()
      const rows = await transaction
        .selectFrom('updates')
        .select(['seq', 'data'])
        .where('board_id', '=', board)
        .orderBy('seq')
        .execute()
      if (snapshot === undefined && rows.length === 0) throw new Error('a board without a single row')
      return {
        snapshot: snapshot?.data,
        through: snapshot?.through ?? 0,
        updates: rows.map(({ seq, data }) => ({ seq, update: data })),
      }
    })
  },
  durable: () => disk.sync(),
  async fold(board, snapshot, through) {
    await db.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('snapshots')
        .values({ board_id: board, through, data: snapshot })
        .onConflict((conflict) => conflict.column('board_id').doUpdateSet({ through, data: snapshot }))
        .execute()
      await transaction.deleteFrom('updates').where('board_id', '=', board).where('seq', '<=', through).execute()
    })
  },
})
