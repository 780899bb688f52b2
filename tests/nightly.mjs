import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { build } from '../server/launch/build.mjs'
import { fail, install, node24, root } from '../server/launch/install.mjs'

/**
 * What the tests do on a push, for as long as a night allows: the simulation with seeds that nobody has seen yet, many kills of
 * the server, and a long fuzz. A seed that found something is printed; it joins the fixed ones for good.
 *
 * `npm run nightly -- 30` lets the simulation and the fuzz run for 30 minutes each.
 */
const minutes = Number(process.argv[2] ?? 60)
if (!(minutes > 0)) fail('How many minutes? For example: npm run nightly -- 30')

/** Seeds of one run: enough that starting it costs nothing, few enough to end in time. */
const SEEDS_AT_ONCE = 1_000
const LONGEST_TEST_MS = 60 * 60_000
const KILLS = 1_000
const LARGEST_SEED = 2 ** 31

function run(filters, env) {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', ...filters]
  return spawnSync(node24, vitest, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0
}

/** Seeds that nobody has seen yet. */
function aFreshStart() {
  const SEED_START = String(randomInt(LARGEST_SEED))
  process.stdout.write(`Seeds from ${SEED_START}\n`)
  return { SEED_START }
}

function simulate() {
  const end = Date.now() + minutes * 60_000
  let isGood = true
  while (Date.now() < end) {
    const env = { SEEDS: String(SEEDS_AT_ONCE), ...aFreshStart() }
    isGood = run(['tests/property/sync', '--testTimeout', String(LONGEST_TEST_MS)], env) && isGood
  }
  return isGood
}

/** Each section is one or more files of the usual tests, which read from `support/effort.ts` how much to do. */
const sections = [
  ['Simulation', simulate],
  ['Kills', () => run(['tests/server/kill'], { KILLS: String(KILLS), ...aFreshStart() })],
  ['Fuzz', () => run(['tests/server/fuzz'], { FUZZ_SECONDS: String(minutes * 60), ...aFreshStart() })],
]

install()
build()
const failed = sections.filter(([name, section]) => {
  process.stdout.write(`\n${name}\n`)
  return !section()
})
if (failed.length > 0) fail(`Not in order: ${failed.map(([name]) => name).join(', ')}`)
