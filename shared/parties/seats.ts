/**
 * A party's seat is its number at the table, from 1. It fixes colour and mark for all screens, so that a party looks
 * the same everywhere: after every twelve seats the marks shift by five, which repeats no pair below seat 145.
 */
export const PARTY_COLOURS = [
  '#1F5FA8',
  '#C2410C',
  '#00796B',
  '#8A6100',
  '#9D2F78',
  '#0F7396',
  '#6B4FA0',
  '#7A3E1D',
  '#3D4657',
  '#22406B',
  '#556B00',
  '#8C2F39',
] as const

const PARTY_MARKS = [
  'disc',
  'square',
  'triangle',
  'star',
  'diamond',
  'hexagon',
  'drop',
  'half-disc',
  'plus',
  'ring',
  'bars',
  'chevron',
] as const
export type PartyMark = (typeof PARTY_MARKS)[number]

const MARK_SHIFT = 5

export function lookOfSeat(seat: number): { colour: string; mark: PartyMark } {
  const count = PARTY_COLOURS.length
  const index = Math.max(0, seat - 1)
  const round = Math.floor(index / count)
  return {
    colour: PARTY_COLOURS[index % count] ?? PARTY_COLOURS[0],
    mark: PARTY_MARKS[(index + round * MARK_SHIFT) % count] ?? PARTY_MARKS[0],
  }
}

/** The seat a newcomer gets: the preferred one if nobody sits there, else the lowest free one. */
export function freeSeat(taken: Iterable<number>, preferred?: number): number {
  const occupied = new Set(taken)
  if (preferred !== undefined && !occupied.has(preferred)) return preferred
  let seat = 1
  while (occupied.has(seat)) seat += 1
  return seat
}
