import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { listSetting, numberSetting, table } from '../figures.ts'
import { Crowd, MOVES_PER_SECOND } from '../load/crowd.ts'
import { comeIn, entrance } from '../load/entrance.ts'
import { LightSocket } from '../load/light-socket.ts'
import { CONTENDERS, type Contender, type Running, seats, start } from '../servers.ts'

const WRITERS = 60
/** They come first, so whatever anybody is sent, one of these is sent before. */
const OBSERVERS = 4
const ROUNDS = 3
/** Somewhere between these the server is killed. */
const KILL_FROM_MS = 4_000
const KILL_WITHIN_MS = 4_000
/** What is in the pipes when the server dies still arrives. */
const PIPES_MS = 500
/** How long a started server may take until it has all that it will ever have. */
const RESTORE_MS = 10_000

interface Loss {
  contender: Contender
  sent: number
  /** How many of them somebody else had seen. */
  seen: number
  /** How many of those are not on the board after the restart. */
  missing: number
  /** The same of the writer who lost most, in seconds of work. */
  worstSeconds: number
}

/**
 * Kills each server that stores amid 60 people who write 20 times a second, starts it again on the same data, and counts
 * what somebody else had seen and is not there any more. `--only` and `--rounds` choose less or more.
 */
export async function run(args: string[]): Promise<string> {
  const only = listSetting(args, 'only')
  const contenders = CONTENDERS.filter(({ name, dialect }) => dialect !== 'relayed' && (only?.includes(name) ?? true))
  const rounds = numberSetting(args, 'rounds', ROUNDS)
  const losses: Loss[] = []
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) losses.push(await killAmidWork(contender))
  }
  return table([
    ['server', 'kills', 'sent', 'seen by others', 'seen, and missing afterwards', 'worst, of one writer'],
    ...contenders.map((contender) => {
      const its = losses.filter((loss) => loss.contender === contender)
      const sum = (of: (loss: Loss) => number) => its.reduce((total, loss) => total + of(loss), 0)
      return [
        contender.name,
        String(its.length),
        String(sum(({ sent }) => sent)),
        String(sum(({ seen }) => seen)),
        String(sum(({ missing }) => missing)),
        `${Math.max(...its.map(({ worstSeconds }) => worstSeconds)).toFixed(1)} s`,
      ]
    }),
  ])
}

async function killAmidWork(contender: Contender): Promise<Loss> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tafel-bench-'))
  try {
    const server = await start(contender, { dataDir })
    const paths = await seats(server, OBSERVERS + WRITERS)
    const crowd = await Crowd.gather({
      dialect: contender.dialect,
      url: server.url,
      paths,
      writers: Array.from({ length: WRITERS }, (_, at) => OBSERVERS + at),
      observers: Array.from({ length: OBSERVERS }, (_, at) => at),
    })
    const seen = Array<number>(WRITERS).fill(0)
    crowd.onSeen = ({ writer, move }) => {
      seen[writer] = Math.max(seen[writer] ?? 0, move)
    }
    crowd.work()
    await wait(KILL_FROM_MS + Math.random() * KILL_WITHIN_MS)
    await server.kill()
    crowd.rest()
    await wait(PIPES_MS)
    crowd.end()

    const again = await start(contender, { dataDir })
    const lost = await lostAt(again, paths[0] ?? '', seen)
    await again.kill()
    const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
    return {
      contender,
      sent: sum(crowd.sentMs.map(({ length }) => length)),
      seen: sum(seen),
      missing: sum(lost),
      worstSeconds: Math.max(...lost) / MOVES_PER_SECOND,
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** By writer: how many of the moves that were seen the board lacks, as somebody who comes now finds it. */
async function lostAt(server: Running, path: string, seen: readonly number[]): Promise<number[]> {
  const enter = await entrance({ dialect: server.contender.dialect, url: server.url })
  const socket = new LightSocket(server.url.replace('http', 'ws') + path)
  const person = enter(-1)
  const found = seen.map(() => 0)
  const lost = () => seen.map((move, writer) => Math.max(0, move - (found[writer] ?? 0)))
  await comeIn(person, socket, (payload) => {
    person.look(payload, (writer, move) => {
      found[writer] = Math.max(found[writer] ?? 0, move)
    })
  })
  const deadline = performance.now() + RESTORE_MS
  while (lost().some((moves) => moves > 0) && performance.now() < deadline) await wait(50)
  socket.end()
  return lost()
}
