import { CompiledQuery } from 'kysely'
import type { BoardId } from '../../shared/ids.ts'
import { checksumOf, isAsWritten } from './checksum.ts'
import type { DiskSync } from './disk-sync.ts'
import { packSnapshotNow } from './packing.ts'
import { isCorrupt } from './sqlite-errors.ts'
import { DamagedBoard, type Seq, type UpdateLog } from './storage.ts'
import type { Database } from './tables.ts'

const SNAPSHOT_COLUMNS = ['board_id', 'through', 'data', 'is_packed', 'checksum'] as const

export const updateLog = (db: Database, disk: DiskSync): UpdateLog => ({
  async append(board, updates) {
    // Written out, because this runs some hundred times a second and building the statement costs as much as running it.
    const rows = updates.map(() => '(?, ?, ?)').join(', ')
    const statement = `insert into updates (board_id, data, checksum) values ${rows}`
    const values = updates.flatMap((data) => [board, data, checksumOf(data)])
    const { insertId } = await db.executeQuery(CompiledQuery.raw(statement, values))
    return Number(insertId)
  },
  async read(board) {
    const { snapshot, rows } = await readRows(db, board)
    if (snapshot === undefined && rows.length === 0) throw new Error('a board without a single row')
    const all = snapshot === undefined ? rows : [snapshot, ...rows]
    if (!all.every(isAsWritten)) throw new DamagedBoard('a row has changed')
    return {
      snapshot: snapshot && (snapshot.is_packed === 1 ? snapshot.data : packSnapshotNow(snapshot.data)),
      through: snapshot?.through ?? 0,
      updates: rows.map(({ seq, data }) => ({ seq, update: data })),
      isChecked: all.every(({ checksum }) => checksum !== null),
    }
  },
  async readSnapshot(board) {
    const row = await db
      .selectFrom('snapshots')
      .select(['through', 'data', 'is_packed', 'checksum'])
      .where('board_id', '=', board)
      .executeTakeFirst()
    if (row && !isAsWritten(row)) throw new DamagedBoard('a snapshot has changed')
    return row && { packed: row.is_packed === 1 ? row.data : packSnapshotNow(row.data), through: row.through }
  },
  durable: () => disk.sync(),
  async probe() {
    const written = Date.now()
    await db
      .insertInto('probe')
      .values({ id: 1, written })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ written }))
      .execute()
  },
  async fold(board, snapshot, through) {
    try {
      await putSnapshot(db, { board, snapshot, through, drops: true })
    } catch (error) {
      // Where the file is damaged its rows cannot be dropped; nobody will read them either.
      if (!isCorrupt(error)) throw error
      await putSnapshot(db, { board, snapshot, through, drops: false })
    }
  },
})

interface Fold {
  board: BoardId
  snapshot: Uint8Array
  through: Seq
  /** Whether rows go that both snapshots cover. */
  drops: boolean
}

const putSnapshot = (db: Database, { board, snapshot, through, drops }: Fold): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    const former = transaction.selectFrom('snapshots').where('board_id', '=', board)
    await transaction
      .replaceInto('snapshots_before')
      .columns(SNAPSHOT_COLUMNS)
      .expression(former.select(SNAPSHOT_COLUMNS))
      .execute()
    const columns = { through, data: snapshot, is_packed: 1, checksum: checksumOf(snapshot) }
    await transaction
      .replaceInto('snapshots')
      .values({ board_id: board, ...columns })
      .execute()
    if (!drops) return
    const before = transaction.selectFrom('snapshots_before').select('through').where('board_id', '=', board)
    await transaction.deleteFrom('updates').where('board_id', '=', board).where('seq', '<=', before).execute()
  })

/** What a snapshot covers is left out: its rows stay until the next. */
async function readRows(db: Database, board: BoardId) {
  try {
    return await db.transaction().execute(async (transaction) => {
      const snapshot = await transaction
        .selectFrom('snapshots')
        .select(['through', 'data', 'is_packed', 'checksum'])
        .where('board_id', '=', board)
        .executeTakeFirst()
      const rows = await transaction
        .selectFrom('updates')
        .select(['seq', 'data', 'checksum'])
        .where('board_id', '=', board)
        .where('seq', '>', snapshot?.through ?? 0)
        .orderBy('seq')
        .execute()
      return { snapshot, rows }
    })
  } catch (error) {
    if (isCorrupt(error)) throw new DamagedBoard('the file is damaged', { cause: error })
    throw error
  }
}
