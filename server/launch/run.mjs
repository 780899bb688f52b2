import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { node24, root } from './install.mjs'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs programs on Node 24 until the first of them ends, then stops the others. Passes on the signals we get, and ends
 * with the code of the one that ended.
 */
export function run(...programs) {
  const children = programs.map((args) => spawn(node24, args, { cwd: root, stdio: 'inherit' }))
  const stop = (signal) => {
    for (const child of children) child.kill(signal)
  }
  for (const signal of SIGNALS) process.on(signal, () => stop(signal))
  for (const child of children) {
    child.on('exit', (code, signal) => {
      stop('SIGTERM')
      process.exitCode ??= code ?? 128 + (constants.signals[signal] ?? 0)
    })
  }
}
