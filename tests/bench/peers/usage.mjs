// Loaded into every server that is measured: tells who started it what it has used so far, by its own clock.
process.on('message', (question) => {
  const { user, system } = process.cpuUsage()
  const usage = {
    atMs: performance.now(),
    cpuMs: (user + system) / 1_000,
    rssBytes: process.memoryUsage.rss(),
    peakRssBytes: process.resourceUsage().maxRSS * 1_024,
  }
  process.send?.({ question, usage })
})
// The channel alone keeps nobody alive, and nobody outlives the benchmark.
process.channel?.unref()
process.on('disconnect', () => process.exit(0))
