import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BoardId } from '../../shared/ids.ts'
import { Problem } from '../http/problems.ts'
import { writeFileWhole } from '../storage/write-file.ts'
import { Limited } from './limited.ts'
import { type CleanImage, reEncode } from './re-encode.ts'

const AT_ONCE = 2
/** Each waits with its bytes in memory. */
const MAY_WAIT = 16
const RETRY_AFTER_SECONDS = 5

/** The pictures of all tables, as files named by the hash of what is in them. */
export class ImageStore {
  #dir: string
  #work = new Limited({
    atOnce: AT_ONCE,
    mayWait: MAY_WAIT,
    refuse: () => new Problem('too-many', { retryAfterSeconds: RETRY_AFTER_SECONDS }),
  })

  constructor(dataDir: string) {
    this.#dir = join(dataDir, 'images')
  }

  /** Cleans a picture and stores it; settles when it is on disk. */
  add(boardId: BoardId, bytes: Uint8Array): Promise<CleanImage & { name: string }> {
    return this.#work.run(async () => {
      const image = await reEncode(bytes)
      const name = `${createHash('sha256').update(image.bytes).digest('hex')}.${image.extension}`
      await mkdir(join(this.#dir, boardId), { recursive: true })
      const path = this.pathOf(boardId, name)
      if (!existsSync(path)) await writeFileWhole(path, image.bytes)
      return { ...image, name }
    })
  }

  /** Both parts must have been parsed: they become a path. */
  pathOf(boardId: BoardId, name: string): string {
    return join(this.#dir, boardId, name)
  }
}
