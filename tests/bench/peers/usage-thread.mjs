// A thread of its own in the server that is measured, so that it answers in time where the server cannot: what the whole
// process has used so far, to whoever connects; and, on a second socket, what lives on the heap after a collection.
import { Session } from 'node:inspector/promises'
import { createServer } from 'node:net'

const socket = process.env.USAGE_SOCKET

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
}).listen(socket)

createServer(async (asker) => {
  asker.on('error', () => {})
  const main = new Session()
  main.connectToMainThread()
  await main.post('HeapProfiler.collectGarbage')
  const { usedSize } = await main.post('Runtime.getHeapUsage')
  main.disconnect()
  asker.end(JSON.stringify({ liveBytes: usedSize }))
}).listen(`${socket}-live`)
