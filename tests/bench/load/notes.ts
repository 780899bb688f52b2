import type { TLNoteShape } from '@tldraw/tlschema'
import { firstIndexes } from '../../../shared/templates/fractional-index.ts'
import { aNote } from '../../support/records.ts'

const PER_ROW = 140
const STEP = { x: 220, y: 220 }

/** So many notes with a line of text, side by side, each with an index of its own. */
export function benchNotes(count: number): TLNoteShape[] {
  return firstIndexes(count).map((index, at) =>
    aNote(`w${at}`, {
      x: (at % PER_ROW) * STEP.x,
      y: Math.floor(at / PER_ROW) * STEP.y,
      text: `Kaartje ${at}: er is te weinig plek voor wie weg kan`,
      index,
    }),
  )
}
