import { isIPv6 } from 'node:net'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from './problems.ts'

const TEN_MINUTES_S = 600

/** Whole numbers of tries within a number of seconds. */
export interface Allowance {
  points: number
  duration: number
}

const NEW_BOARDS_PER_ADDRESS: Allowance = { points: 100, duration: TEN_MINUTES_S }
const NEW_SEATS_PER_ADDRESS: Allowance = { points: 1_000, duration: TEN_MINUTES_S }
const IMAGES_PER_PERSON: Allowance = { points: 60, duration: 60 }
const IMAGES_PER_BOARD: Allowance = { points: 300, duration: 60 }
const PLATES_PER_PERSON: Allowance = { points: 30, duration: 60 }
/** The whole list is large; behind one address sits a whole office. */
const PLATE_LISTS_PER_ADDRESS: Allowance = { points: 300, duration: 60 }
/** Each read goes over the whole table, in time that belongs to all tables. */
const READS_PER_PERSON: Allowance = { points: 120, duration: 60 }

/** IPv6 is handed out in blocks of 64 bits, so one house counts as one. Kept in memory only. */
export function addressKey(ip: string | undefined): string {
  if (ip === undefined || !isIPv6(ip)) return ip ?? ''
  if (ip.startsWith('::ffff:')) return ip.slice('::ffff:'.length)
  const [head = '', tail = ''] = ip.split('::')
  const groups = head.split(':').filter(Boolean)
  const rest = tail.split(':').filter(Boolean)
  const zeros = Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0')
  return [...groups, ...zeros, ...rest].slice(0, 4).join(':')
}

/** Turns what the limiter throws into our own problem. */
export function tooMany(error: unknown): never {
  if (!(error instanceof RateLimiterRes)) throw error
  throw new Problem('too-many', { retryAfterSeconds: Math.max(1, Math.ceil(error.msBeforeNext / 1_000)) })
}

export const limiter = (allowance: Allowance) => new RateLimiterMemory(allowance)

/** How often one may do what costs the server something. Each throws `too-many`. */
export class RateLimits {
  #boards = limiter(NEW_BOARDS_PER_ADDRESS)
  #seats = limiter(NEW_SEATS_PER_ADDRESS)
  #imagesOfPerson = limiter(IMAGES_PER_PERSON)
  #imagesOfBoard = limiter(IMAGES_PER_BOARD)
  #reads = limiter(READS_PER_PERSON)
  #plates = limiter(PLATES_PER_PERSON)
  #plateLists = limiter(PLATE_LISTS_PER_ADDRESS)

  async newBoard(address: string | undefined): Promise<void> {
    await this.#boards.consume(addressKey(address)).catch(tooMany)
  }

  async newSeat(address: string | undefined): Promise<void> {
    await this.#seats.consume(addressKey(address)).catch(tooMany)
  }

  async newImage(boardId: string, participantId: string): Promise<void> {
    await this.#imagesOfPerson.consume(participantId).catch(tooMany)
    await this.#imagesOfBoard.consume(boardId).catch(tooMany)
  }

  async wholeTable(participantId: string): Promise<void> {
    await this.#reads.consume(participantId).catch(tooMany)
  }
  async newPlate(participantId: string): Promise<void> {
    await this.#plates.consume(participantId).catch(tooMany)
  }

  async plates(address: string | undefined): Promise<void> {
    await this.#plateLists.consume(addressKey(address)).catch(tooMany)
  }
}
