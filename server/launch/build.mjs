import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fail, node24, root } from './install.mjs'

const SOURCES = ['client', 'shared', 'templates', 'package-lock.json']

/** The newest change in a file or folder, in ms since 1970. A folder's own time tells of files that went. */
function newest(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), stat.mtimeMs)
}

/** Builds the pages when they are missing or older than what they are made of. */
export function build() {
  const manifest = join(root, 'dist', '.vite', 'manifest.json')
  const isFresh =
    existsSync(manifest) && SOURCES.every((name) => newest(join(root, name)) <= statSync(manifest).mtimeMs)
  if (isFresh) return
  process.stdout.write('Building the pages\n')
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--config', 'client/vite.config.ts', '--logLevel', 'warn']
  if (spawnSync(node24, args, { cwd: root, stdio: 'inherit' }).status !== 0) fail('The pages could not be built.')
}
