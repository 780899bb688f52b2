import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

// Not .html: the server writes a nonce into it for every answer.
const TEXT = new Set(['.js', '.css', '.svg', '.json'])
/** Below this a compressed answer saves nothing, in bytes. */
const WORTHWHILE_BYTES = 1_024

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** Writes `.br` and `.gz` beside every text file of the build, so that the server never compresses while people wait. */
export function precompress(): Plugin {
  let outDir = ''
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir)
    },
    async closeBundle(error?: Error) {
      if (error) return
      const files = await readdir(join(outDir, 'assets'), { recursive: true })
      for (const file of files) {
        if (!TEXT.has(extname(file))) continue
        const path = join(outDir, 'assets', file)
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
