import { accessSync, closeSync, constants, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DiskSync } from './disk-sync.ts'
import { keepDamagedFile } from './keep-file.ts'
import { migrate } from './migrations.ts'
import { lockFolder } from './one-server.ts'
import { boardTable } from './sqlite-boards.ts'
import { damageTable } from './sqlite-damage.ts'
import { kyselyOn } from './sqlite-dialect.ts'
import { updateLog } from './sqlite-log.ts'
import { peopleTable } from './sqlite-people.ts'
import { plateTable } from './sqlite-plates.ts'
import type { Storage } from './storage.ts'
import { StorageError } from './storage-error.ts'
import type { Database, Tables } from './tables.ts'

export interface SqliteOptions {
  /** Caps the file, in pages: what a full disk does, for those who want it sooner. */
  maxPages?: number
}

/**
 * Storage in one SQLite file. With `synchronous=NORMAL` a commit survives a kill of the process at once; SQLite syncs
 * the write-ahead log before it moves pages into the database, and the database before it reuses the log. So a commit
 * survives a loss of power as soon as the log file has been synced after it, which `DiskSync` does.
 */
export function openSqlite(dataDir: string, { maxPages }: SqliteOptions = {}): Storage {
  const { db, unlock } = openDatabase(dataDir)
  if (maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${maxPages}`)
  const kysely: Database = kyselyOn<Tables>(db)
  const disk = new DiskSync(join(dataDir, 'tafel.db-wal'))
  const log = updateLog(kysely, disk)
  const keepFile = () => keepDamagedFile(db, dataDir)
  return {
    boards: boardTable(kysely),
    people: peopleTable(kysely),
    plates: plateTable(kysely),
    log,
    damage: damageTable(kysely, db, keepFile),
    check: () => log.probe(),
    async close() {
      await disk.close()
      await kysely.destroy()
      unlock()
    },
  }
}

function openDatabase(dataDir: string): { db: DatabaseSync; unlock: () => void } {
  let unlock = () => {}
  try {
    // What people wrote is nobody else's on this machine.
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.W_OK)
    unlock = lockFolder(dataDir)
    const db = new DatabaseSync(join(dataDir, 'tafel.db'))
    db.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 2000',
    )
    migrate(db)
    // Makes the log file exist now; the directory that names it must be on disk before the first sync of the file counts.
    db.exec('INSERT INTO probe VALUES (1, 0) ON CONFLICT (id) DO UPDATE SET written = 0')
    const directory = openSync(dataDir, constants.O_RDONLY)
    fsyncSync(directory)
    closeSync(directory)
    return { db, unlock }
  } catch (error) {
    unlock()
    const reason = error instanceof Error ? error.message : String(error)
    throw new StorageError(`Cannot store anything in DATA_DIR (${dataDir}): ${reason}`, { cause: error })
  }
}
