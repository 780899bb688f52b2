import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'

/** Each file in `suites` measures, and gives back its tables in Markdown. */
interface Suite {
  run(args: string[]): Promise<string>
}

/** Takes an hour, so it wants to be asked for by name. */
const LONG = 'soak'
/** Those that open our pages, which have to be built. */
const WITH_PAGES = ['browser', 'open', 'plates', 'soak']

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const say = (text: string) => process.stdout.write(`${text}\n`)

function npm(args: string[], cwd: string): void {
  const { status } = spawnSync('npm', args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed. See what it says above.`)
}

const args = process.argv.slice(2)
const firstOption = args.findIndex((arg) => arg.startsWith('--'))
const named = firstOption === -1 ? args : args.slice(0, firstOption)
const options = firstOption === -1 ? [] : args.slice(firstOption)

const all = readdirSync(here('suites')).map((file) => file.replace('.ts', ''))
const unknown = named.filter((name) => !all.includes(name))
if (unknown.length > 0) throw new Error(`No suite is called ${unknown.join(', ')}. There are ${all.join(', ')}.`)
const wanted = named.length > 0 ? named : all.filter((name) => name !== LONG)

// The peers' packages lie in their own folder, so that nothing of ours finds another Yjs or tldraw than the product's.
// None of them is built: those that want it go without.
const changedAt = (path: string) => (existsSync(here(path)) ? statSync(here(path)).mtimeMs : 0)
if (changedAt('peers/node_modules/.package-lock.json') < changedAt('peers/package-lock.json')) {
  npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], here('peers'))
}
if (wanted.some((name) => WITH_PAGES.includes(name))) npm(['run', 'build', '--', '--logLevel', 'warn'], here('../..'))

const [{ model = 'unknown processor' } = {}] = cpus()
const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
say(`${cpus().length} × ${model}, ${memory}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`)
for (const name of wanted) {
  say(`\n## ${[name, ...options].join(' ')}\n`)
  try {
    const suite: Suite = await import(`./suites/${name}.ts`)
    say(await suite.run(options))
  } catch (error) {
    // The others are still worth their time.
    say(`${name} failed: ${error instanceof Error ? error.stack : error}`)
    process.exitCode = 1
  }
}
