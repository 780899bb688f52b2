import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { aDataDir } from './server.ts'
import { aServerProcess, type ServerProcess } from './server-process.ts'

/** A folder that can be full, and a server that has its data there. */
export interface SmallDisk {
  start(): ServerProcess
  /** From now on nothing more fits. */
  fill(server: ServerProcess): void
  free(server: ServerProcess): void
}

const SIZE = '6m'
/** Whoever is not root may mount in a world of their own, where the system lets them. */
const WORLDS = [['--mount'], ['--user', '--map-root-user', '--mount']]

/** A real disk of a few megabytes where the system lets us mount one; else a limit on what the server may write. */
export async function aSmallDisk(): Promise<SmallDisk> {
  const dataDir = aDataDir()
  const mount = `mount -t tmpfs -o size=${SIZE},mode=700 tmpfs ${dataDir}`
  const world = WORLDS.find((flags) => spawnSync('unshare', [...flags, 'sh', '-c', mount]).status === 0)
  return world === undefined ? aLimit(dataDir) : aMountedDisk(dataDir, world, mount)
}

async function aMountedDisk(dataDir: string, world: readonly string[], mount: string): Promise<SmallDisk> {
  // The disk is there as long as this process lives.
  const keeper = spawn('unshare', [...world, 'sh', '-c', `${mount} && echo mounted && exec sleep 3600`], {
    stdio: 'pipe',
  })
  onTestFinished(() => void keeper.kill('SIGKILL'))
  await new Promise<void>((resolve, reject) => {
    keeper.stdout.once('data', () => resolve())
    keeper.once('exit', () => reject(new Error('the disk was not mounted')))
  })
  const pid = String(keeper.pid)
  const user = world.includes('--user') ? ['--user', '--preserve-credentials'] : []
  const ballast = join(`/proc/${pid}/root`, dataDir, 'ballast')
  return {
    start: () => aServerProcess({ DATA_DIR: dataDir }, ['nsenter', '--target', pid, ...user, '--mount']),
    fill() {
      const file = openSync(ballast, 'a')
      for (const bytes of [64 * 1024, 4 * 1024, 1]) writeUntilFull(file, Buffer.alloc(bytes))
      closeSync(file)
    },
    free: () => rmSync(ballast, { force: true }),
  }
}

function writeUntilFull(file: number, bytes: Buffer): void {
  try {
    while (writeSync(file, bytes) === bytes.length);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}

/** No file of the server may be written beyond its first byte. The signal that comes with that is ignored. */
function aLimit(dataDir: string): SmallDisk {
  const limit = ({ child }: ServerProcess, bytes: string) => {
    if (child.signalCode === null) execFileSync('prlimit', ['--pid', String(child.pid), `--fsize=${bytes}:`])
  }
  return {
    start: () => aServerProcess({ DATA_DIR: dataDir }, ['sh', '-c', 'trap "" XFSZ; exec "$@"', 'sh']),
    fill: (server) => limit(server, '1'),
    free: (server) => limit(server, 'unlimited'),
  }
}
