import { CARD_SIZE } from '../../shared/records/card-size.ts'
import { GAP } from '../../shared/templates/free-place.ts'
import type { Point } from '../../shared/templates/polygon.ts'

interface Size {
  readonly w: number
  readonly h: number
}

/** Things in rows, as large as they are together, with the corner of each measured from that of all. */
export interface Block extends Size {
  readonly corners: readonly Point[]
}

/** Between cards, whose sign stands out above them. */
const CARD_ROW_GAP = 26

/**
 * The ways in which groups of things can lie together, each group in rows of its own under the one before. The first has
 * most the form of the room for them.
 */
export function blocksFor(groups: readonly (readonly Size[])[], room: Size): Block[] {
  const filled = groups.filter((group) => group.length > 0)
  const ways = filled.reduce<number[][]>(
    (before, group) => before.flatMap((columns) => group.map((_, at) => [...columns, at + 1])),
    [[]],
  )
  // In a high room a long column would be one too many; in a wide one a row reads well.
  const form = ({ w, h }: Size) => Math.log(w / h)
  const wanted = form(room) > 0 ? form(room) : form(room) / 2
  const unlike = (block: Block) => Math.abs(form(block) - wanted)
  return ways
    .map((columns) => blockOf(filled, columns))
    .filter(({ w, h }) => w <= room.w && h <= room.h)
    .sort((a, b) => unlike(a) - unlike(b))
}

function blockOf(groups: readonly (readonly Size[])[], columns: readonly number[]): Block {
  const rows = groups.flatMap((group, at) => inRowsOf(columns[at] ?? 1, group))
  const corners: Point[] = []
  let [w, h, gap] = [0, 0, 0]
  for (const row of rows) {
    const y = h + gap
    let x = 0
    for (const thing of row) {
      corners.push({ x, y })
      x += thing.w + GAP
    }
    w = Math.max(w, x - GAP)
    h = y + Math.max(...row.map((thing) => thing.h))
    gap = row[0]?.h === CARD_SIZE.h ? CARD_ROW_GAP : GAP
  }
  return { w, h, corners }
}

const inRowsOf = (count: number, things: readonly Size[]): Size[][] =>
  Array.from({ length: Math.ceil(things.length / count) }, (_, row) => things.slice(row * count, (row + 1) * count))
