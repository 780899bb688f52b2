import type { Millis } from '../../shared/ids.ts'

/** Why the server does not have this device's work, and will not by waiting alone. */
export type Refusal = 'storage' | 'frame' | 'shownOut' | 'boardGone' | 'setBack'

/**
 * The truth about saving. `pending` counts changes of this device that are not known to be on the server's disk; `kept`
 * says whether they would outlive this window.
 */
export type SaveState =
  | { state: 'connecting' }
  | { state: 'saved'; lastChange: Millis | null; kept: boolean }
  | { state: 'saving'; pending: number; kept: boolean }
  | { state: 'offline'; pending: number; since: Millis; kept: boolean }
  | { state: 'refused'; pending: number; why: Refusal; kept: boolean }
  /** `stuck` where loading the page anew has been tried and did not help. */
  | { state: 'otherVersion'; pending: number; kept: boolean; stuck: boolean }
