import type { Item } from '../drawing.ts'
import type { Tones } from '../hues.ts'
import type { Box } from '../polygon.ts'
import { curveAt, type Superellipse } from '../superellipse.ts'
import { commonLabel, field } from './field.ts'
import { columnsOf, type Frame, joined, type Piece } from './piece.ts'
import type { PartOf } from './schema.ts'

const SHARES = [1, 1.15, 1]
const GAP = 20
/** Of the height: where the deck of the bridge lies, and how thick it is. */
const DECK = 0.72
const THICK = 26

/** Two banks, and between them a bridge with what lies on it. */
export function bridge({ left, middle, right }: PartOf<'bridge'>, { box, tones }: Frame): Piece {
  const [west = box, span = box, east = box] = columnsOf(box, SHARES, GAP)
  const deck = span.y + span.h * DECK
  const over: Box = { ...span, h: deck - span.y - GAP }
  const places = [west, over, east]
  const label = commonLabel([left, middle, right], places, tones.deep)
  const fields = [left, middle, right].map((data, at) => field(data, places[at] ?? box, { tones, label }))
  const { regions, ground, words } = joined(fields)
  return { regions, ground: [...deckAndArch({ ...span, y: deck, h: span.y + span.h - deck }, tones), ...ground], words }
}

function deckAndArch({ x, y, w, h }: Box, tones: Tones): Item[] {
  const arch: Superellipse = { cx: x + w / 2, cy: y + h, rx: w / 2 - 24, ry: h - THICK - 30 }
  const half = Array.from({ length: 41 }, (_, at) => curveAt(arch, Math.PI + (at / 40) * Math.PI))
  const [from, to] = [x - GAP, x + w + GAP]
  return [
    {
      is: 'area',
      outline: [{ x: from, y }, { x: to, y }, { x: to, y: y + h }, ...half.toReversed(), { x: from, y: y + h }],
      fill: tones.soft,
    },
    {
      is: 'line',
      points: [
        { x: from, y: y + THICK / 2 },
        { x: to, y: y + THICK / 2 },
      ],
      stroke: { colour: tones.deep, width: THICK },
    },
  ]
}
