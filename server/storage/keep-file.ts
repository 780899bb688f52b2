import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { backup, type DatabaseSync } from 'node:sqlite'

/**
 * Keeps one copy of the whole database as it was when its file was first found damaged, page by page, for those who can
 * make more of it than we. Not by copying the file: closing it a second time would take SQLite's locks away.
 */
export async function keepDamagedFile(db: DatabaseSync, dataDir: string): Promise<void> {
  const folder = join(dataDir, 'damaged')
  const path = join(folder, 'tafel.db')
  if (existsSync(path)) return
  const unfinished = `${path}.tmp`
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    await backup(db, unfinished)
    await rename(unfinished, path)
  } finally {
    await rm(unfinished, { force: true })
  }
}
