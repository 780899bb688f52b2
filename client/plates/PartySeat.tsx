import { lookOfSeat } from '../../shared/parties/seats.ts'
import { CARD_SIZE } from '../../shared/records/card-size.ts'
import type { Seat } from '../../shared/templates/drawing.ts'
import { fitText, type TextStyle } from '../../shared/templates/fit-text.ts'
import { INK, INK_2, WHITE } from '../../shared/templates/hues.ts'
import { textWidth } from '../../shared/templates/text-width.ts'
import { PartyMark } from '../parties/PartyMark.tsx'
import { partyIcon } from '../parties/party-icons.ts'
import { TextLines } from './TextLines.tsx'

const BLOCK = 56
const ICON = 34
const MARK = 19
const NAME: TextStyle = {
  sizes: [20, 18, 16],
  weight: 700,
  line: 1.12,
  colour: INK,
  maxWidth: 120,
  maxLines: 2,
  ragged: true,
}

const WAITING_EDGE = { stroke: INK_2, strokeWidth: 3, strokeDasharray: '10 9' }
const CORE: TextStyle = { sizes: [17], weight: 700, line: 1.2, colour: WHITE, maxWidth: 80, maxLines: 1 }
/** It stands out above the card, so that it leaves both lines of a name free. */
const PILL = { padding: 12, height: 28, top: -19 }

/** A party as plates print it. */
export interface SeatedParty {
  name: string
  icon: string
  seat: number
  /** Stands in the core: it carries the whole with others. */
  isCore: boolean
}

interface PartySeatProps {
  at: Seat
  party: SeatedParty | undefined
  /** What stands on a place that waits for a party, and what says that one is in the core. */
  words: { waiting: string; core: string }
}

/** The card of a party as it is printed at its place: the same as those that lie on the table, but part of the paper. */
export function PartySeat({ at: { x, y }, party, words }: PartySeatProps) {
  const { w, h } = CARD_SIZE
  const Icon = partyIcon(party?.icon ?? 'user-round')
  const colour = party ? lookOfSeat(party.seat).colour : INK_2
  const style: TextStyle = party ? NAME : { ...NAME, weight: 600, colour: INK_2 }
  const name = fitText(party?.name ?? words.waiting, style)
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect width={w} height={h} rx="10" fill={WHITE} {...(!party && WAITING_EDGE)} />
      {party && <path fill={colour} d={`M10 0H${BLOCK}V${h}H10A10 10 0 0 1 0 ${h - 10}V10A10 10 0 0 1 10 0Z`} />}
      <Icon
        x={(BLOCK - ICON) / 2}
        y={(h - ICON) / 2}
        size={ICON}
        strokeWidth={1.8}
        color={party ? WHITE : INK_2}
        aria-hidden="true"
      />
      <TextLines
        fitted={name}
        style={style}
        x={BLOCK + 12}
        top={(h - name.lines.length * name.size * style.line) / 2}
        align="start"
      />
      {party && (
        <rect
          width={w}
          height={h}
          rx="10"
          fill="none"
          stroke={party.isCore ? INK : colour}
          strokeWidth={party.isCore ? 4 : 2}
        />
      )}
      {party?.isCore && <CorePill right={w - 14} word={words.core} />}
      {party && (
        <svg x={w - MARK - 10} y={(h - MARK) / 2} width={MARK} height={MARK} overflow="visible" aria-hidden="true">
          <PartyMark seat={party.seat} size={MARK} />
        </svg>
      )}
    </g>
  )
}

/** Across the upper edge. */
function CorePill({ right, word }: { right: number; word: string }) {
  const width = textWidth(word, CORE.sizes[0], CORE.weight) + 2 * PILL.padding
  return (
    <>
      <rect x={right - width} y={PILL.top} width={width} height={PILL.height} rx={PILL.height / 2} fill={INK} />
      <TextLines
        fitted={fitText(word, CORE)}
        style={CORE}
        x={right - width / 2}
        top={PILL.top + (PILL.height - CORE.sizes[0] * CORE.line) / 2}
        align="middle"
      />
    </>
  )
}
