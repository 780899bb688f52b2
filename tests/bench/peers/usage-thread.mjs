// A thread of its own in the server that is measured, so that it answers in time where the server cannot: what the whole
// process has used so far, to whoever connects.
import { createServer } from 'node:net'

createServer((asker) => {
  const { user, system } = process.cpuUsage()
  const usage = {
    atMs: performance.now(),
    cpuMs: (user + system) / 1_000,
    rssBytes: process.memoryUsage.rss(),
    peakRssBytes: process.resourceUsage().maxRSS * 1_024,
  }
  asker.on('error', () => {})
  asker.end(JSON.stringify(usage))
}).listen(process.env.USAGE_SOCKET)
