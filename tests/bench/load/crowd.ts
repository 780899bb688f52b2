import type { Contender } from '../servers.ts'
import type { Message, Person } from './dialect.ts'
import { comeIn, entrance } from './entrance.ts'
import { LightSocket } from './light-socket.ts'

/** Each writer moves this often. */
export const MOVES_PER_SECOND = 20
const MOVE_MS = 1_000 / MOVES_PER_SECOND
/** Nobody may be thought gone. */
const LIVE_MS = 10_000
/** Spreads the writers over the time between two moves, the same way each time. */
const GOLDEN = 0.618_033_988_75

export interface CrowdOptions {
  dialect: Contender['dialect']
  /** Where the server is. */
  url: string
  /** One path a person. */
  paths: readonly string[]
  /** Which of them write, by their place in `paths`. */
  writers: readonly number[]
  /** Which of them look at what comes in; the others count it. */
  observers: readonly number[]
}

interface Member {
  person: Person
  socket: LightSocket
}

/** A note's move that an observer saw for the first time, or a later one of the same note in its place. */
export type OnSeen = (seen: { observer: number; writer: number; move: number; sentMs: number; seenMs: number }) => void

/** People on one board, in one process: writers that move their own note, and others. */
export class Crowd {
  #members: Member[]
  #options: CrowdOptions
  /** By writer: when each of its moves was sent. */
  readonly sentMs: number[][]
  #dueMs: number[]
  #timer: NodeJS.Timeout | undefined
  #lively: NodeJS.Timeout
  #gone = 0
  onSeen: OnSeen = () => {}

  private constructor(options: CrowdOptions, members: Member[]) {
    this.#options = options
    this.#members = members
    this.sentMs = options.writers.map(() => [])
    this.#dueMs = []
    for (const { socket } of members) void socket.closed.then(() => this.#gone++)
    this.#lively = setInterval(() => this.#say((person) => person.live()), LIVE_MS)
  }

  /** Settles when everybody is in and every note lies on the board. */
  static async gather(options: CrowdOptions): Promise<Crowd> {
    const enter = await entrance(options)
    const members: Member[] = []
    for (const [at, path] of options.paths.entries()) {
      const socket = new LightSocket(options.url.replace('http', 'ws') + path)
      members.push({ socket, person: enter(options.writers.indexOf(at)) })
    }
    await Promise.all(members.map(({ person, socket }) => comeIn(person, socket)))
    const crowd = new Crowd(options, members)
    for (const { person, socket } of crowd.#writers()) for (const message of person.lay()) socket.send(message)
    for (const { socket } of members) socket.onMessage = undefined
    for (const [at, observer] of options.observers.entries()) crowd.#observe(at, members[observer])
    return crowd
  }

  /** Frames and bytes that all have got since they came. */
  get received(): { frames: number; bytes: number } {
    let frames = 0
    let bytes = 0
    for (const { socket } of this.#members) {
      frames += socket.frames
      bytes += socket.bytes
    }
    return { frames, bytes }
  }

  /** How many lines the server has ended. */
  get gone(): number {
    return this.#gone
  }

  /** Lets the writers write until `rest`. */
  work(): void {
    const now = performance.now()
    this.#dueMs = this.sentMs.map((_, writer) => now + ((writer * GOLDEN) % 1) * MOVE_MS)
    this.#next()
  }

  rest(): void {
    clearTimeout(this.#timer)
  }

  end(): void {
    this.rest()
    clearInterval(this.#lively)
    for (const { socket } of this.#members) socket.end()
  }

  #writers(): Member[] {
    return this.#options.writers.flatMap((at) => this.#members[at] ?? [])
  }

  #say(words: (person: Person) => Message[]): void {
    for (const { person, socket } of this.#members) for (const message of words(person)) socket.send(message)
  }

  #observe(observer: number, member: Member | undefined): void {
    if (member === undefined) throw new Error('an observer that is not there')
    const lastSeen = this.sentMs.map(() => 0)
    member.socket.onMessage = (payload) => {
      const seenMs = performance.now()
      member.person.look(payload, (writer, upTo) => {
        const sent = this.sentMs[writer]
        if (sent === undefined) return
        for (let move = (lastSeen[writer] ?? 0) + 1; move <= upTo && move <= sent.length; move++) {
          this.onSeen({ observer, writer, move, sentMs: sent[move - 1] ?? Number.NaN, seenMs })
          lastSeen[writer] = move
        }
      })
    }
  }

  #next(): void {
    const now = performance.now()
    this.#timer = setTimeout(
      () => {
        this.#moveWhoIsDue()
        this.#next()
      },
      Math.max(0, Math.min(...this.#dueMs) - now),
    )
  }

  #moveWhoIsDue(): void {
    for (const [writer, { person, socket }] of this.#writers().entries()) {
      const due = this.#dueMs[writer] ?? Number.POSITIVE_INFINITY
      const now = performance.now()
      if (due > now) continue
      this.#dueMs[writer] = due + MOVE_MS
      const sent = this.sentMs[writer] ?? []
      const messages = person.move(sent.length + 1)
      sent.push(performance.now())
      for (const message of messages) socket.send(message)
    }
  }
}
