import type { SaveState } from '../canvas/table.ts'

/** How long saving may last before it is worth a word, in ms. */
const SAVING_SHOWS_AFTER_MS = 400
/** How long a lost connection may last before it gets a banner, and its return a word, in ms. */
const OFFLINE_BANNER_AFTER_MS = 5_000
/** How long the good news stays after a return, in ms. */
const ARRIVED_STAYS_MS = 4_000

export type SaveSign = 'connecting' | 'saved' | 'saving' | 'offline' | 'refused' | 'otherVersion'
/** Why somebody may not do all, for as long as that is so. */
export type Standing = 'viewer' | 'restricted'
export type SaveBannerKind = 'refused' | 'otherVersion' | 'offline' | 'sending' | 'arrived' | 'noCopy' | Standing

/** What has to be remembered between two states of saving to tell the truth about the second. Times in ms. */
export interface SaveMemory {
  readonly save: SaveState
  /** When the present state began. */
  readonly since: number
  /** The sign that stood on the badge when it began. */
  readonly sign: SaveSign
  /** Whether a loss that people were told about is not yet made good. */
  readonly away: boolean
  /** When all work was in again after such a loss. */
  readonly arrivedAt: number | null
}

export const firstMemory = (save: SaveState, now: number): SaveMemory => ({
  save,
  since: now,
  sign: save.state,
  away: false,
  arrivedAt: null,
})

/** Follows the state of saving; `now` is when the new state was seen. */
export function remember(memory: SaveMemory, save: SaveState, now: number): SaveMemory {
  if (save.state === memory.save.state) return { ...memory, save }
  const told = memory.save.state === 'offline' && now - memory.save.since >= OFFLINE_BANNER_AFTER_MS
  const away = memory.away || told
  const back = away && save.state === 'saved'
  return {
    save,
    since: now,
    sign: signOf(memory, now),
    away: away && !back,
    arrivedAt: back ? now : save.state === 'saved' || save.state === 'saving' ? memory.arrivedAt : null,
  }
}

/** The sign on the badge: saving is silent at first, all other truths show at once. */
export function signOf({ save, since, sign }: SaveMemory, now: number): SaveSign {
  const silent = save.state === 'saving' && now - since < SAVING_SHOWS_AFTER_MS
  return silent && (sign === 'saved' || sign === 'saving') ? sign : save.state
}

/** The one banner that stands, the worst first; null for none. */
export function bannerOf(
  { save, away, arrivedAt }: SaveMemory,
  now: number,
  standing: Standing | null,
): SaveBannerKind | null {
  if (save.state === 'refused' || save.state === 'otherVersion') return save.state
  if (save.state === 'offline' && (away || now - save.since >= OFFLINE_BANNER_AFTER_MS)) return 'offline'
  if (away && save.state === 'saving') return 'sending'
  if (arrivedAt !== null && now - arrivedAt < ARRIVED_STAYS_MS) return 'arrived'
  // Who only watches has nothing that could be lost.
  if (standing !== 'viewer' && 'kept' in save && !save.kept) return 'noCopy'
  return standing
}

/** When sign or banner next change by the passing of time alone, in ms; null for never. */
export function nextTurn({ save, since, arrivedAt }: SaveMemory, now: number): number | null {
  const turns: number[] = []
  if (save.state === 'saving') turns.push(since + SAVING_SHOWS_AFTER_MS)
  if (save.state === 'offline') turns.push(save.since + OFFLINE_BANNER_AFTER_MS)
  if (arrivedAt !== null) turns.push(arrivedAt + ARRIVED_STAYS_MS)
  const coming = turns.filter((turn) => turn > now)
  return coming.length === 0 ? null : Math.min(...coming)
}
