import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'

const dist = new URL('../../dist/', import.meta.url)
const PAGE_LIMIT_BYTES = 100 * 1024

const ManifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.optional(z.array(z.string())),
    css: z.optional(z.array(z.string())),
  }),
)
const manifest = ManifestSchema.parse(JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8')))

/** The entries that load together with one, lazily imported ones apart. */
function together(key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const imported of manifest[key]?.imports ?? []) together(imported, seen)
  return seen
}

const packed = (file: string) => gzipSync(readFileSync(new URL(file, dist))).length
const LANGUAGE_FILES = ['common', 'join', 'home'].map((name) => `../shared/i18n/nl/${name}.json`)

function filesOf(page: string): string[] {
  const keys = new Set(['index.html', page, ...LANGUAGE_FILES].flatMap((key) => [...together(key)]))
  return [
    'index.html',
    ...new Set([...keys].flatMap((key) => [manifest[key]?.file ?? [], manifest[key]?.css ?? []].flat())),
  ]
}

test.each(['join/CodePage.tsx', 'join/TablePage.tsx', 'home/HomePage.tsx'])(
  '%s loads less than 100 KB gzip in HTML, scripts and styles',
  (page) => {
    const files = filesOf(page)
    expect(files.length).toBeGreaterThan(3)
    const bytes = files.reduce((sum, file) => sum + packed(file), 0)
    expect(bytes, files.map((file) => `${file} ${packed(file)}`).join('\n')).toBeLessThan(PAGE_LIMIT_BYTES)
  },
)
