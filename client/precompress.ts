import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

// Not .html: the server writes a nonce into it for every answer.
const TEXT = new Set(['.js', '.css', '.svg', '.json'])
/** Below this a compressed answer saves nothing, in bytes. */
const WORTHWHILE_BYTES = 512

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** Writes `.br` and `.gz` beside every text file of the build, so that the server never compresses while people wait. */
export function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    // Runs only after a whole build was written: a failed one keeps its own error.
    async writeBundle({ dir }) {
      if (dir === undefined) return
      const folder = join(dir, 'assets')
      const files = await readdir(folder, { recursive: true })
      for (const file of files) {
        if (!TEXT.has(extname(file))) continue
        const path = join(folder, file)
        const bytes = await readFile(path)
        if (bytes.length < WORTHWHILE_BYTES) continue
        await Promise.all([
          toBrotli(bytes).then((packed) => writeFile(`${path}.br`, packed)),
          toGzip(bytes, { level: 9 }).then((packed) => writeFile(`${path}.gz`, packed)),
        ])
      }
    },
  }
}
