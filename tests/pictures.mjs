// Takes the README's pictures anew, while the three of the browser test build their case, and draws all plates.
import { spawnSync } from 'node:child_process'
import { build } from '../server/launch/build.mjs'
import { fail, install, node24, root } from '../server/launch/install.mjs'
import { findBrowser } from './browser/support/find-browser.mjs'

install()
build()
const env = { ...process.env, CHROMIUM_PATH: findBrowser() ?? fail('No browser was found.'), PICTURES_DIR: 'docs/img' }
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--project', 'browser']
const { status } = spawnSync(node24, [...vitest, 'tests/browser/uitstroming.test.ts', 'tests/browser/sample.test.ts'], {
  cwd: root,
  stdio: 'inherit',
  env,
})
const sheets = spawnSync(node24, ['tests/plates/contact-sheets.ts'], { cwd: root, stdio: 'inherit', env })
process.exitCode = (status ?? 1) || (sheets.status ?? 1)
