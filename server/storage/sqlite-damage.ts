import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type { BoardId } from '../../shared/ids.ts'
import { millis } from '../../shared/ids.ts'
import { checksumOf, isAsWritten } from './checksum.ts'
import type { DamageTable, FoundPiece, Piece } from './damage.ts'
import { packSnapshotNow } from './packing.ts'
import { isCorrupt } from './sqlite-errors.ts'
import type { Database } from './tables.ts'

type Row = Record<string, SQLOutputValue>

/** The snapshot and the one before it. */
const SNAPSHOT_TABLES = ['snapshots', 'snapshots_before'] as const

/**
 * Reads piece by piece, each by itself: SQLite reads a table of which some pages are damaged as long as nobody asks for
 * those. Never in a transaction, which is spoiled as soon as one read fails. `db` is the connection under `kysely`; it is
 * used only while that lends it out.
 */
export const damageTable = (kysely: Database, db: DatabaseSync, keepFile: () => Promise<void>): DamageTable => ({
  readRemains: (board) =>
    kysely.connection().execute(async () => {
      const about = db.prepare('SELECT title, created FROM boards WHERE id = ?').get(board)
      if (about === undefined) throw new Error('remains of no board')
      return {
        title: String(about.title),
        created: millis(Number(about.created)),
        snapshots: findSnapshots(db, board),
        updates: seqsOf(db, board).map((seq) => findUpdate(db, seq)),
      }
    }),

  async mend(board, { snapshot, lost, waiting }) {
    const pieces = await kysely.connection().execute(async () => rawPieces(db, board))
    if (pieces.some(({ row }) => row === undefined)) await keepFile()
    await kysely.transaction().execute(async () => {
      keepAll(db, board, pieces)
      const mark = db.prepare('UPDATE damaged SET fate = ? WHERE board_id = ? AND kind = ? AND seq = ?')
      for (const { kind, seq } of lost) mark.run('lost', board, kind, seq)
      for (const { kind, seq } of waiting) mark.run('waiting', board, kind, seq)
      const put =
        'INSERT OR REPLACE INTO snapshots (board_id, through, data, is_packed, checksum) VALUES (?, ?, ?, 1, ?)'
      db.prepare(put).run(board, newSeq(db, board), snapshot, checksumOf(snapshot))
    })
  },

  async waitingUpdates(board) {
    const rows = await kysely
      .selectFrom('damaged')
      .select(['seq', 'data'])
      .where('board_id', '=', board)
      .where('fate', '=', 'waiting')
      .orderBy('seq')
      .execute()
    return rows.flatMap(({ seq, data }) => (data === null ? [] : [{ seq, update: data }]))
  },

  async takeBack(board, updates) {
    await kysely.transaction().execute(async (transaction) => {
      for (const { seq, update } of updates) {
        const row = { board_id: board, data: update, checksum: checksumOf(update) }
        await transaction.insertInto('updates').values(row).execute()
        await transaction
          .updateTable('damaged')
          .set({ fate: 'kept' })
          .where('board_id', '=', board)
          .where('kind', '=', 'update')
          .where('seq', '=', seq)
          .execute()
      }
    })
  },

  async find(board) {
    const { since, pieces } = await kysely
      .selectFrom('damaged')
      .select(({ fn }) => [fn.min('found').as('since'), fn.countAll<number>().as('pieces')])
      .where('board_id', '=', board)
      .where('fate', '=', 'lost')
      .executeTakeFirstOrThrow()
    return pieces === 0 ? undefined : { since: millis(since), pieces }
  },
})

/** A number of its own: who has read an earlier snapshot must not take this one for the same. */
function newSeq(db: DatabaseSync, board: BoardId): number {
  const seq = Number(db.prepare("INSERT INTO updates (board_id, data) VALUES (?, x'')").run(board).lastInsertRowid)
  db.prepare('DELETE FROM updates WHERE seq = ?').run(seq)
  return seq
}

/** What a task gives, or undefined where the file itself is damaged. */
function unlessCorrupt<T>(task: () => T): T | undefined {
  try {
    return task()
  } catch (error) {
    if (isCorrupt(error)) return undefined
    throw error
  }
}

/** The bytes of a row, if they are there and as we wrote them. */
function soundBytes(row: Row | undefined): Uint8Array | undefined {
  if (!(row?.data instanceof Uint8Array)) return undefined
  const checksum = typeof row.checksum === 'number' ? row.checksum : null
  return isAsWritten({ data: row.data, checksum }) ? row.data : undefined
}

function throughOf(db: DatabaseSync, table: (typeof SNAPSHOT_TABLES)[number], board: BoardId): number | undefined {
  const row = unlessCorrupt(() => db.prepare(`SELECT through FROM ${table} WHERE board_id = ?`).get(board))
  return row === undefined ? undefined : Number(row.through)
}

function findSnapshots(db: DatabaseSync, board: BoardId): FoundPiece[] {
  return SNAPSHOT_TABLES.flatMap((table) => {
    const seq = throughOf(db, table, board)
    if (seq === undefined) return []
    const whole = `SELECT data, is_packed, checksum FROM ${table} WHERE board_id = ?`
    const row = unlessCorrupt(() => db.prepare(whole).get(board))
    const bytes = soundBytes(row)
    const packed = bytes && row?.is_packed === 0 ? packSnapshotNow(bytes) : bytes
    return [{ kind: 'snapshot' as const, seq, bytes: packed }]
  })
}

function findUpdate(db: DatabaseSync, seq: number): FoundPiece {
  const row = unlessCorrupt(() => db.prepare('SELECT data, checksum FROM updates WHERE seq = ?').get(seq))
  return { kind: 'update', seq, bytes: soundBytes(row) }
}

/** The numbers of all rows of a board: by the index, which names them in one place, or else from both ends of the table. */
function seqsOf(db: DatabaseSync, board: BoardId): number[] {
  const seqs = new Set<number>()
  const collect = (sql: string): boolean =>
    unlessCorrupt(() => {
      for (const row of db.prepare(sql).iterate(board)) seqs.add(Number(row.seq))
      return true
    }) ?? false
  if (!collect('SELECT seq FROM updates INDEXED BY updates_of_board WHERE board_id = ?')) {
    for (const order of ['ASC', 'DESC'])
      collect(`SELECT seq FROM updates NOT INDEXED WHERE board_id = ? ORDER BY seq ${order}`)
  }
  return [...seqs].sort((a, b) => a - b)
}

interface RawPiece extends Piece {
  row: Row | undefined
}

/** All pieces with their bytes, whatever these are; without where the file itself is damaged. */
function rawPieces(db: DatabaseSync, board: BoardId): RawPiece[] {
  const read = (sql: string, key: string | number) => unlessCorrupt(() => db.prepare(sql).get(key))
  const snapshots = SNAPSHOT_TABLES.flatMap((table): RawPiece[] => {
    const seq = throughOf(db, table, board)
    const row = read(`SELECT data, is_packed FROM ${table} WHERE board_id = ?`, board)
    return seq === undefined ? [] : [{ kind: 'snapshot', seq, row }]
  })
  const row = (seq: number) => read('SELECT data, 0 AS is_packed FROM updates WHERE seq = ?', seq)
  return [...snapshots, ...seqsOf(db, board).map((seq) => ({ kind: 'update' as const, seq, row: row(seq) }))]
}

function keepAll(db: DatabaseSync, board: BoardId, pieces: readonly RawPiece[]): void {
  const found = Date.now()
  const put = db.prepare(
    `INSERT INTO damaged (board_id, kind, seq, data, is_packed, fate, found) VALUES (?, ?, ?, ?, ?, 'kept', ?)
     ON CONFLICT (board_id, kind, seq) DO UPDATE SET fate = 'kept'`,
  )
  for (const { kind, seq, row } of pieces) put.run(board, kind, seq, row?.data ?? null, row?.is_packed ?? 0, found)
}
