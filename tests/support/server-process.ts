import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url))

export interface ServerProcess {
  child: ChildProcess
  /** Settles with the address once it serves; fails when it ends before. */
  url: Promise<string>
  /** Settles with how it ended and all that it said. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }>
}

/** The server as an operator starts it: a process of its own. `launcher` is a command that becomes what follows it. */
export function aServerProcess(env: Record<string, string>, launcher: readonly string[] = []): ServerProcess {
  const [command = process.execPath, ...args] = [...launcher, process.execPath, main]
  const child = spawn(command, args, { env: { ...process.env, PORT: '0', ...env }, stdio: 'pipe' })
  let stdout = ''
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString()
  })
  const ended: ServerProcess['ended'] = new Promise((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString()
      const address = /ready on (http\S+)/.exec(stdout)?.[1]
      if (address !== undefined) resolve(address)
    })
    void ended.then(() => reject(new Error(`the server ended: ${stderr}`)))
  })
  // Who only waits for the end does not look at the address.
  url.catch(() => {})
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return { child, url, ended }
}
