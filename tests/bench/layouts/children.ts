import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { LayoutName } from './all.ts'
import type { Load } from './load-main.ts'

/** As a built page runs: tldraw checks and freezes more while it is developed. */
const env = { ...process.env, NODE_ENV: 'production' }

function run(script: string, args: string[], flags: string[] = []): Promise<string> {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const child = spawn(process.execPath, [...flags, path, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  return new Promise((resolve, reject) => {
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`${script} ${args[0]} failed`))))
  })
}

/** Plays the trace, or a part of it, in one layout; see `readPlayed` and `readBoardFile` for what then lies in the file. */
export async function play(layout: LayoutName, part: number, file: string): Promise<void> {
  await run('play-main.ts', [layout, String(part), file])
}

export const measureLoad = async (layout: LayoutName, file: string): Promise<Load> =>
  JSON.parse(await run('load-main.ts', [layout, file], ['--expose-gc'])) as Load
