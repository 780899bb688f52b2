import { CARD_SIZE } from '../../records/card-size.ts'
import type { FigureRegion, Item, Seat } from '../drawing.ts'
import type { Tones } from '../hues.ts'
import type { Place } from '../places.ts'
import type { Box, Point, Polygon } from '../polygon.ts'

/** What one part of a plate draws in its box: see `Figure`. */
export interface Piece {
  readonly regions: readonly FigureRegion[]
  readonly ground: readonly Item[]
  readonly words: readonly Item[]
  readonly closed?: Polygon
  readonly seats?: readonly Seat[]
}

/** Where a part is to be drawn, and in which tones. */
export interface Frame {
  readonly box: Box
  readonly tones: Tones
  /** Of the parties that have a place here. */
  readonly places: readonly Place[]
}

export const joined = (pieces: readonly Piece[]): Piece => {
  const closed = pieces.find((piece) => piece.closed)?.closed
  return {
    regions: pieces.flatMap(({ regions }) => regions),
    ground: pieces.flatMap(({ ground }) => ground),
    words: pieces.flatMap(({ words }) => words),
    seats: pieces.flatMap(({ seats = [] }) => seats),
    ...(closed && { closed }),
  }
}

/** A box cut in so many columns of given shares with white between them. */
export function columnsOf({ x, y, w, h }: Box, shares: readonly number[], gap: number): Box[] {
  const all = shares.reduce((sum, share) => sum + share, 0)
  const room = w - gap * (shares.length - 1)
  let left = x
  return shares.map((share) => {
    const width = (room * share) / all
    const column = { x: left, y, w: width, h }
    left += width + gap
    return column
  })
}

/** The same from the top down. */
export const rowsOf = ({ x, y, w, h }: Box, shares: readonly number[], gap: number): Box[] =>
  columnsOf({ x: y, y: x, w: h, h: w }, shares, gap).map((row) => ({ x: row.y, y: row.x, w: row.h, h: row.w }))

export const equalShares = (count: number): number[] => Array.from({ length: count }, () => 1)

export const middleOf = ({ x, y, w, h }: Box) => ({ x: x + w / 2, y: y + h / 2 })

export const inset = ({ x, y, w, h }: Box, by: number): Box => ({ x: x + by, y: y + by, w: w - 2 * by, h: h - 2 * by })

/** The card of a party with its middle at a point. */
export const seatAt = (party: string | null, { x, y }: Point): Seat => ({
  party,
  x: x - CARD_SIZE.w / 2,
  y: y - CARD_SIZE.h / 2,
})
