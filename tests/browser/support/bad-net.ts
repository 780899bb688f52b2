import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** What stands between a browser and the server: real connections, of which anything can become. */
export interface BadNet {
  /** The address under which the browser reaches the server. */
  url: string
  /** How many connections have been made so far. */
  connections(): number
  /** Nothing comes through any more on what is connected now, and nobody is told; what comes later is fine. */
  deaden(): void
  /** Ends all that is connected now. */
  cut(): void
  /** Holds all that is sent, on old and new connections, until `flow`. */
  stall(): void
  flow(): void
  /** Somebody else answers what is asked, as in a hotel, until `flow`. */
  answerInstead(response: string): void
  /** At most so many bytes a second come through to the browser; 0 for no limit. */
  slowDown(bytesPerSecond: number): void
  /** From now on new connections go to this server. */
  passTo(server: { url: string }): void
}

interface Pipe {
  browser: Socket
  server: Socket
  isDead: boolean
}

const PACE_MS = 50

export async function aBadNet(server: { url: string }): Promise<BadNet> {
  let target = new URL(server.url)
  let isStalled = false
  let bytesPerSecond = 0
  let instead: string | undefined
  let made = 0
  const pipes = new Set<Pipe>()
  let waiting: (() => void)[] = []

  const whenFlowing = (task: () => void) => {
    if (isStalled) waiting.push(task)
    else task()
  }

  const proxy = createServer((browser) => {
    made += 1
    browser.on('error', () => browser.destroy())
    if (instead !== undefined) {
      const response = instead
      browser.once('data', () => browser.end(response))
      return
    }
    const onward = connect(Number(target.port), target.hostname)
    const pipe: Pipe = { browser, server: onward, isDead: false }
    pipes.add(pipe)
    onward.on('error', () => browser.destroy())
    const end = () => {
      pipes.delete(pipe)
      if (pipe.isDead) return
      browser.destroy()
      onward.destroy()
    }
    browser.on('close', end)
    onward.on('close', end)
    browser.on('data', (data) => whenFlowing(() => pipe.isDead || onward.write(data)))
    onward.on('data', (data) =>
      whenFlowing(() => {
        if (pipe.isDead) return
        browser.write(data)
        if (bytesPerSecond === 0) return
        onward.pause()
        setTimeout(() => onward.resume(), Math.max(PACE_MS, (data.length / bytesPerSecond) * 1_000))
      }),
    )
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const cut = () => {
    for (const { browser, server } of pipes) {
      browser.destroy()
      server.destroy()
    }
    pipes.clear()
  }
  onTestFinished(() => {
    cut()
    proxy.close()
  })
  return {
    url: `http://localhost:${(proxy.address() as AddressInfo).port}`,
    connections: () => made,
    deaden() {
      for (const pipe of pipes) {
        pipe.isDead = true
        pipe.server.destroy()
      }
    },
    cut,
    stall() {
      isStalled = true
    },
    flow() {
      isStalled = false
      instead = undefined
      const tasks = waiting
      waiting = []
      for (const task of tasks) task()
    },
    answerInstead(response) {
      instead = response
      cut()
    },
    slowDown(limit) {
      bytesPerSecond = limit
    },
    passTo(next) {
      target = new URL(next.url)
      cut()
    },
  }
}
