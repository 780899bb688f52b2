// Loaded into every server that is measured.
import { isMainThread, Worker } from 'node:worker_threads'

if (isMainThread) {
  new Worker(new URL('usage-thread.mjs', import.meta.url), { execArgv: [] }).unref()
  // The line to who started it keeps nobody alive, and nobody outlives the benchmark.
  process.channel?.unref()
  process.on('disconnect', () => process.exit(0))
}
