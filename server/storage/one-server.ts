import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Long enough for a server that is just ending. */
const WAIT_MS = 2_000

/**
 * Keeps a second server out of a data folder: each would fold the log without what the other had put there. An open
 * transaction on an empty database is a lock that the system itself lets go of when the process dies. Throws when another
 * has it; gives back how to let go.
 */
export function lockFolder(dataDir: string): () => void {
  const db = new DatabaseSync(join(dataDir, 'server.lock'), { timeout: WAIT_MS })
  try {
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    throw new Error('another server uses this folder', { cause: error })
  }
  return () => db.close()
}
