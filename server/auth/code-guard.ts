import { type RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { BoardId } from '../../shared/ids.ts'
import { Problem } from '../http/problems.ts'
import { type Allowance, addressKey, limiter, tooMany } from '../http/rate-limits.ts'
import type { Log } from '../ports.ts'

const TEN_MINUTES_S = 600
const DAY_S = 24 * 60 * 60

/**
 * Wrong codes only; right ones cost nothing, so that a full room behind one address can come in and mistype now and then.
 * With one open door an address needs some ten years of guessing, and all addresses together most of a year.
 */
const WRONG_CODES = {
  address: [
    { points: 40, duration: TEN_MINUTES_S },
    { points: 150, duration: DAY_S },
  ],
  board: [{ points: 100, duration: TEN_MINUTES_S }],
  server: [
    { points: 300, duration: TEN_MINUTES_S },
    { points: 2_000, duration: DAY_S },
  ],
} satisfies Record<string, Allowance[]>

/** Keeps the six digits from being guessed. */
export class CodeGuard {
  #address = WRONG_CODES.address.map(limiter)
  #board = WRONG_CODES.board.map(limiter)
  #server = WRONG_CODES.server.map(limiter)
  #log: Log

  constructor(log: Log) {
    this.#log = log
  }

  /** Tries a code. Throws `no-entry` for a wrong one and `too-many` when no more may be tried, right or wrong. */
  async guess<T>(address: string, boardId: BoardId | undefined, look: () => Promise<T | undefined>): Promise<T> {
    const counts = [
      ...this.#address.map((limit) => ({ limit, key: addressKey(address) })),
      ...(boardId === undefined ? [] : this.#board.map((limit) => ({ limit, key: boardId as string }))),
      ...this.#server.map((limit) => ({ limit, key: 'all' })),
    ]
    // Counted before looking, so that many guesses at once cannot slip through; a right one is given back.
    const taken: typeof counts = []
    const giveBack = () => Promise.all(taken.map(({ limit, key }) => limit.reward(key)))
    try {
      for (const count of counts) {
        await count.limit.consume(count.key)
        taken.push(count)
      }
    } catch (error) {
      await giveBack()
      this.#report(counts[taken.length]?.limit, error, boardId)
      tooMany(error)
    }
    const found = await look()
    if (found === undefined) throw new Problem('no-entry')
    await giveBack()
    return found
  }

  /** One line each time that guessing is stopped, not one for each try that follows. */
  #report(limit: RateLimiterMemory | undefined, error: unknown, boardId: BoardId | undefined): void {
    if (!(error instanceof RateLimiterRes) || error.consumedPoints !== (limit?.points ?? 0) + 1) return
    this.#log.warn({ event: 'codes-refused', boardId }, 'too many wrong codes; no more are tried for a while')
  }
}
