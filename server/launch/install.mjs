// Runs on any Node from 20 on, before anything is installed: only what Node itself brings.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const NODE_MAJOR = 24

/** Node 24, from the npm package `node`. Everything of ours runs on it, whatever Node started this script. */
export const node24 = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** Says what is wrong and what to do, and ends. */
export function fail(message) {
  process.stderr.write(`\n${message}\n`)
  process.exit(1)
}

const changedAt = (path) => (existsSync(path) ? statSync(path).mtimeMs : Number.NEGATIVE_INFINITY)

/** Where npm keeps its own program, when npm started us; else the one on the PATH. */
function npmCi() {
  const cli = process.env.npm_execpath
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  return cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
}

/** Brings node_modules in line with the lockfile, and checks that Node 24 really runs. */
export function install() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (changedAt(installed) < changedAt(join(root, 'package-lock.json'))) {
    process.stdout.write('Installing packages (about 20 seconds)\n')
    if (npmCi().status !== 0) fail('The packages could not be installed. See what npm says above.')
  }
  let version = ''
  try {
    version = execFileSync(node24, ['--version'], { encoding: 'utf8' }).trim()
  } catch {
    // Said below: without its install script the package `node` brings no program.
  }
  if (!version.startsWith(`v${NODE_MAJOR}.`)) {
    fail(
      `Opgavetafel runs on Node ${NODE_MAJOR}, which the npm package "node" brings, but ${node24} ` +
        `${version ? `is ${version}` : 'does not run'}.\n` +
        'Delete node_modules and run the command again, without --ignore-scripts.',
    )
  }
}
