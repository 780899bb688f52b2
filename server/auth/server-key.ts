import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StorageError } from '../storage/storage-error.ts'
import { writeFileWhole } from '../storage/write-file.ts'

const KEY_BYTES = 32
const ONLY_OWNER = 0o600

/**
 * The secret from which all links are made. It is made at the first start; whoever loses it makes all links void, and
 * whoever has it can make links to every table.
 */
export async function loadServerKey(dataDir: string): Promise<Buffer> {
  const path = join(dataDir, 'server.key')
  const known = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new StorageError(`Cannot read the server key (${path}): ${error.message}`, { cause: error })
  })
  if (known?.length === KEY_BYTES) return known
  if (known !== undefined) {
    throw new StorageError(`The server key (${path}) is damaged. Put back a copy, or delete it to make all links void.`)
  }
  const key = randomBytes(KEY_BYTES)
  await writeFileWhole(path, key, ONLY_OWNER)
  return key
}
