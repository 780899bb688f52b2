import { spawnSync } from 'node:child_process'
import { build } from '../server/launch/build.mjs'
import { fail, install, node24, root } from '../server/launch/install.mjs'
import { findBrowser } from './browser/support/find-browser.mjs'

install()
process.env.CHROMIUM_PATH =
  findBrowser() ??
  fail('The browser tests need Chrome or Chromium. Install one, or say where it is with CHROMIUM_PATH.')
build()

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', ...process.argv.slice(2)]
const steps = [
  ['Types', ['node_modules/typescript/bin/tsc', '--noEmit']],
  ['Lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
  ['Tests', vitest],
]
const failed = steps.filter(([name, args]) => {
  process.stdout.write(`\n${name}\n`)
  return spawnSync(node24, args, { cwd: root, stdio: 'inherit' }).status !== 0
})
if (failed.length > 0) fail(`Not in order: ${failed.map(([name]) => name).join(', ')}`)
