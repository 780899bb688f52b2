import { createRandom } from '../../support/random.ts'
import type { DeedName } from './deeds.ts'

/** Three hours of making and changing, and an hour of changes only. */
export const FRAMES_PER_SECOND = 60
const HOUR = 3_600 * FRAMES_PER_SECOND

export interface Planned {
  what: DeedName
  /** The frame at which somebody wants to do it. */
  at: number
  person: number
  /** Taken back a moment later. */
  isUndone: boolean
  /** How often it was tried in vain. */
  tries: number
}

/** In the three hours. */
const MADE = { makeNote: 891, makeGeo: 176, makeText: 117, makeStroke: 164, makeArrow: 110 } as const
const REMOVED = 186
/** In all four. */
const CHANGED = {
  drag: 3_369,
  dragMany: 579,
  resize: 373,
  restyle: 1_499,
  reorder: 297,
  reparent: 509,
  rewrite: 682,
} as const
/** Of the changes other than to words, in four hours. */
const UNDONE = 316

export interface Plan {
  seed: number
  people: number
  /** A part of the whole trace: 1 is all of it. */
  part: number
}

/** Who will do what and when, for the hours of a workshop and for the hour after it. */
export function planDeeds({ seed, people, part }: Plan): { workshop: Planned[]; edits: Planned[] } {
  const random = createRandom(seed)
  const deal = (counts: Partial<Record<DeedName, number>>, { from, hours }: { from: number; hours: number }) =>
    Object.entries(counts).flatMap(([what, count]) =>
      Array.from({ length: Math.round(count * part) }, () => ({
        what: what as DeedName,
        at: from + random.upTo(Math.round(hours * HOUR * part)),
        person: random.upTo(people),
        isUndone: false,
        tries: 0,
      })),
    )
  const some = (share: number) =>
    Object.fromEntries(Object.entries(CHANGED).map(([what, count]) => [what, count * share])) as typeof CHANGED
  const undo = (planned: Planned[], share: number) => {
    const canBe = random.shuffle(
      planned.filter(({ what }) => (what in CHANGED && what !== 'rewrite') || what === 'remove'),
    )
    for (const deed of canBe.slice(0, Math.round(UNDONE * share * part))) deed.isUndone = true
    return planned.sort((a, b) => a.at - b.at)
  }
  const early = 120 * FRAMES_PER_SECOND * part
  const workshop = [
    ...deal(MADE, { from: 0, hours: 3 }),
    ...deal({ remove: REMOVED }, { from: early, hours: 2.9 }),
    ...deal(some(0.75), { from: early, hours: 2.9 }),
  ]
  const edits = deal(some(0.25), { from: 3.1 * HOUR * part, hours: 0.9 })
  return { workshop: undo(workshop, 0.75), edits: undo(edits, 0.25) }
}
