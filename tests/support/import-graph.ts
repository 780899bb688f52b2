import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Import {
  /** A file of ours, from the root of the repository, or the name of a package. */
  readonly to: string
  readonly kind: 'static' | 'lazy' | 'type'
}
export type ImportGraph = ReadonlyMap<string, readonly Import[]>

const FROM = /^(?:import|export)\s+(type\s+)?(?:[\w*{][^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm
const LAZY = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const at = (name: string) => (name.startsWith('.') ? normalize(join(dirname(file), name.replace(/\?.*$/, ''))) : name)
  return [
    ...[...text.matchAll(FROM)].map(
      ([, type, name = '']): Import => ({ to: at(name), kind: type ? 'type' : 'static' }),
    ),
    ...[...text.matchAll(LAZY)].map(([, name = '']): Import => ({ to: at(name), kind: 'lazy' })),
  ]
}

/** What each source file under the folders imports. */
export function importGraph(folders: readonly string[]): ImportGraph {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.endsWith('.d.ts'))
      .map((name) => join(folder, name)),
  )
  return new Map(files.sort().map((file) => [file, importsOf(file)]))
}

/** Rings of imports that run; types are gone before anything runs, and a lazy import waits until both sides are there. */
export function cycles(graph: ImportGraph): string[] {
  const found: string[] = []
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]) => {
    const start = path.indexOf(file)
    if (start >= 0) {
      found.push([...path.slice(start), file].join(' → '))
      return
    }
    if (done.has(file)) return
    for (const { to, kind } of graph.get(file) ?? []) if (kind === 'static') visit(to, [...path, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  return found
}

/** Everything that loads together with a file, each as the path of imports that leads there. */
export function reachedStatically(graph: ImportGraph, start: string): string[][] {
  const paths = new Map<string, string[]>([[start, [start]]])
  for (const [file, path] of paths) {
    for (const { to, kind } of graph.get(file) ?? []) {
      if (kind === 'static' && !paths.has(to)) paths.set(to, [...path, to])
    }
  }
  return [...paths.values()]
}
