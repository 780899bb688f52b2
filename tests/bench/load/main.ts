import { setTimeout as wait } from 'node:timers/promises'
import { Crowd, type CrowdOptions } from './crowd.ts'

export interface Load {
  crowd: CrowdOptions
  warmUpMs: number
  windowMs: number
  /** After the window, for what is still on its way. */
  graceMs: number
}

/** What the load says to who started it, in this order. */
export type LoadWord = { word: 'begin' } | { word: 'end' } | { word: 'measured'; measured: Measured }

export interface Measured {
  /** From sending to seeing, of each update and observer; what was not seen in time is not in here. */
  delaysMs: number[]
  /** How many delays there would be if all had been seen. */
  expected: number
  /** Frames that a client got a second, on average. */
  framesPerSecond: number
  /** Processor time of the load itself, as a share of one core. */
  loadShare: number
  /** Lines that the server ended. */
  gone: number
}

/** One load on one server: a process of its own, told what to do by its argument. */
async function main({ crowd: options, warmUpMs, windowMs, graceMs }: Load): Promise<void> {
  const crowd = await Crowd.gather(options)
  crowd.work()
  await wait(warmUpMs)
  void say({ word: 'begin' })
  const begin = performance.now()
  const cpuBefore = process.cpuUsage()
  const framesBefore = crowd.received.frames
  const delaysMs: number[] = []
  crowd.onSeen = ({ sentMs, seenMs }) => {
    if (sentMs >= begin && sentMs < begin + windowMs) delaysMs.push(seenMs - sentMs)
  }
  await wait(windowMs)
  void say({ word: 'end' })
  const took = performance.now() - begin
  const cpu = process.cpuUsage(cpuBefore)
  const frames = crowd.received.frames - framesBefore
  await wait(graceMs)
  const sent = crowd.sentMs.flat().filter((ms) => ms >= begin && ms < begin + windowMs).length
  const measured: Measured = {
    delaysMs,
    expected: sent * options.observers.length,
    framesPerSecond: frames / options.paths.length / (took / 1_000),
    loadShare: (cpu.user + cpu.system) / 1_000 / took,
    gone: crowd.gone,
  }
  crowd.end()
  await say({ word: 'measured', measured })
}

/** Settles when it has gone out: a line that is ended earlier swallows it. */
const say = (word: LoadWord) => new Promise((resolve) => process.send?.(word, resolve))

await main(JSON.parse(process.argv[2] ?? '') as Load)
process.disconnect()
