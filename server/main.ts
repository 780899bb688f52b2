import { ConfigError, parseConfig } from './config.ts'
import { createLog } from './log.ts'
import { startServer } from './start-server.ts'
import { StorageError } from './storage/storage-error.ts'
import { TemplateError } from './templates.ts'
import { hasPages } from './web/pages.ts'

/** What an operator can mend gets a sentence; all else is a fault of ours and keeps its stack. */
function reasonOf(error: unknown): string {
  if (error instanceof ConfigError || error instanceof StorageError || error instanceof TemplateError)
    return error.message
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'EADDRINUSE')
      return `Another program uses this port already: ${error.message}. Set PORT to another.`
    if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL') return `Cannot listen there: ${error.message}.`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

const log = createLog()
// Node itself would print the whole error, and its message may quote what people wrote.
process.on('uncaughtException', (err) => {
  log.error({ event: 'crashed', err }, 'the server ends: something went wrong that nobody foresaw')
  process.exit(1)
})

try {
  const config = parseConfig(process.env)
  const server = await startServer(config, { log })
  process.stdout.write(`Opgavetafel is ready on ${config.publicOrigin ?? server.url}\n`)
  if (!hasPages(config.distDir))
    process.stderr.write('The pages are not built; only the API works. "npm start" builds them.\n')
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => void server.close().then(() => process.exit(0)))
  }
} catch (error) {
  process.stderr.write(`Opgavetafel cannot start. ${reasonOf(error)}\n`)
  process.exit(1)
}
