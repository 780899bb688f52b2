import { afterClose, CloseReason } from '../../shared/close-reasons.ts'
import type { Refusal } from './save-state.ts'

/** What to do after the server has closed the line. */
export type Verdict =
  | { act: 'comeBack'; seatChanged: boolean }
  | { act: 'wait'; ms: number }
  | { act: 'stop'; why: Refusal }
  | { act: 'joinAgain' }
  /** The table goes on as another document, or is read by another release; `mismatch` says which. */
  | { act: 'start'; with: 'page' | 'document'; mismatch: string }

/** The first wait after "too many", and the longest, in ms. */
const BUSY_MS = 5_000
const BUSY_LONGEST_MS = 5 * 60_000
/** A line that has lived so long (ms) has made up for what ended the one before. */
const MADE_UP_MS = 2 * 60_000

/** Remembers how the lines of one table ended, so that what is refused time and again is not tried for ever. */
export class Closings {
  #broken = 0
  #busy = 0

  /** `livedMs` is how long the line was open. */
  closed({ code, reason }: { code: number; reason: string }, livedMs: number): Verdict {
    if (livedMs > MADE_UP_MS) {
      this.#broken = 0
      this.#busy = 0
    }
    switch (afterClose(code)) {
      case 'joinAgain':
        return { act: 'joinAgain' }
      case 'stop':
        return { act: 'stop', why: code === CloseReason.boardGone ? 'boardGone' : 'shownOut' }
      case 'reload':
        return {
          act: 'start',
          with: code === CloseReason.otherEpoch ? 'document' : 'page',
          mismatch: `${code} ${reason}`,
        }
      case 'retryOnce':
        this.#broken += 1
        return this.#broken > 1 ? { act: 'stop', why: 'frame' } : { act: 'comeBack', seatChanged: false }
      case 'waitLonger':
        this.#busy += 1
        return { act: 'wait', ms: Math.min(BUSY_MS * 2 ** (this.#busy - 1), BUSY_LONGEST_MS) }
      case 'reconnect':
        return { act: 'comeBack', seatChanged: code === CloseReason.roleChanged }
      default:
        return { act: 'comeBack', seatChanged: false }
    }
  }
}
