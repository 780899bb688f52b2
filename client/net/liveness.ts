/** Silence on an open line after which the other side is asked to say something, in ms. */
const QUIET_MS = 10_000
/** The same while changes wait to be called saved. */
const QUIET_WAITING_MS = 4_000
/** How long the answer may take, and after the device has slept, in ms. */
const ANSWER_MS = 5_000
const ANSWER_AFTER_SLEEP_MS = 3_000
/** How long a line may take to come about, in ms. */
const CONNECT_MS = 10_000
/** How long the first answer may take: the document comes as one message, on a thin line slowly. In ms. */
const FIRST_ANSWER_MS = 90_000
/** A clock that has jumped so far (ms) has slept, or was held back. */
const SLEPT_MS = 5_000

/** What a line looks like at one moment. Times in ms. */
export interface Line {
  /** `coming` while the browser tries, `open` until the server's document is in, then `synced`. */
  state: 'none' | 'coming' | 'open' | 'synced'
  /** When it got this state. */
  since: number
  /** When something last came in. */
  heardAt: number
  /** What waits to go out; less of it is a sign of life too, as long as some is left. */
  unsentBytes: number
  /** Whether changes wait to be called saved. */
  isWaiting: boolean
}

/** Ask the other side for a word, give the line up, or try at once instead of at the next turn. */
export type Step = 'ask' | 'giveUp' | 'hurry' | null

/**
 * Tells whether a line that looks open is dead: after sleep, on flaky Wi-Fi, behind a box that forgets connections, no
 * browser says so for minutes. To be asked about once a second; it keeps no timers of its own.
 */
export class Liveness {
  #lookedAt: number | undefined
  #askedAt: number | undefined
  #answerMs = ANSWER_MS
  #aliveAt = 0
  #unsentBytes = 0
  #isWoken = false

  /** The page has come back to the person, or the device to the net: look at once. */
  wake(): void {
    this.#isWoken = true
  }

  next(line: Line, now: number): Step {
    const hasSlept = this.#isWoken || (this.#lookedAt !== undefined && now - this.#lookedAt > SLEPT_MS)
    this.#isWoken = false
    this.#lookedAt = now
    // The last bytes may have gone no farther than this device's own buffer.
    if (line.unsentBytes > 0 && line.unsentBytes < this.#unsentBytes) this.#aliveAt = now
    this.#unsentBytes = line.unsentBytes
    if (line.state === 'none') return hasSlept ? 'hurry' : null
    if (line.state === 'coming') return now - line.since > CONNECT_MS ? 'giveUp' : null

    const alive = Math.max(line.heardAt, line.since, this.#aliveAt)
    if (this.#askedAt !== undefined && alive >= this.#askedAt) this.#askedAt = undefined
    if (line.state === 'open') return now - alive > FIRST_ANSWER_MS ? 'giveUp' : null
    if (this.#askedAt !== undefined) return now - this.#askedAt > this.#answerMs ? this.#giveUp() : null
    if (!hasSlept && now - alive <= (line.isWaiting ? QUIET_WAITING_MS : QUIET_MS)) return null
    this.#askedAt = now
    this.#answerMs = hasSlept ? ANSWER_AFTER_SLEEP_MS : ANSWER_MS
    return 'ask'
  }

  #giveUp(): Step {
    this.#askedAt = undefined
    return 'giveUp'
  }
}
