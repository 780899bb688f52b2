import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const PAGE_BYTES = 4_096

/** Lets a test into the file of a server that has stopped. */
export function inFile<T>(dataDir: string, task: (db: DatabaseSync) => T): T {
  const db = new DatabaseSync(join(dataDir, 'tafel.db'))
  try {
    return task(db)
  } finally {
    db.close()
  }
}

export interface StoredRow {
  seq: number
  data: Uint8Array
}

/** The rows of a board's log, oldest first. */
export const rowsOf = (dataDir: string, board: string): StoredRow[] =>
  inFile(dataDir, (db) =>
    db
      .prepare('SELECT seq, data FROM updates WHERE board_id = ? ORDER BY seq')
      .all(board)
      .map(({ seq, data }) => ({ seq: Number(seq), data: data as Uint8Array })),
  )

/** Writes other bytes in the place of a row's, as a failing disk would: its checksum stays. */
export const spoilRow = (dataDir: string, seq: number, data: Uint8Array): void =>
  inFile(dataDir, (db) => void db.prepare('UPDATE updates SET data = ? WHERE seq = ?').run(data, seq))

export const spoilSnapshot = (dataDir: string, table: 'snapshots' | 'snapshots_before', board: string): void =>
  inFile(dataDir, (db) => {
    db.prepare(`UPDATE ${table} SET data = substr(data, 1, length(data) / 2) WHERE board_id = ?`).run(board)
  })

/** Overwrites the page of the log in which this row lies; gives the rows that lay there. */
export function spoilPageOf(dataDir: string, seq: number): void {
  const page = inFile(dataDir, (db) => {
    // Everything into the file itself, where pages can be told.
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    const leaves = db
      .prepare("SELECT pageno FROM dbstat WHERE name = 'updates' AND pagetype = 'leaf' ORDER BY path")
      .all()
      .map(({ pageno }) => Number(pageno))
    const rows = db.prepare('SELECT count(*) AS n FROM updates WHERE seq <= ?').get(seq)
    const all = db.prepare('SELECT count(*) AS n FROM updates').get()
    return leaves[Math.floor((leaves.length * Number(rows?.n)) / (Number(all?.n) + 1))] as number
  })
  const file = openSync(join(dataDir, 'tafel.db'), 'r+')
  writeSync(file, Buffer.alloc(PAGE_BYTES, 0xee), 0, PAGE_BYTES, (page - 1) * PAGE_BYTES)
  closeSync(file)
}
