import { PARTY_COLOURS } from '../../shared/parties/seats.ts'
import './table-picture.css'

const PLACES = 8
const SECTORS = 8
const CENTRE = 380
const SEAT_DISTANCE = 318

const turn = (place: number) => (place / PLACES) * 2 * Math.PI - Math.PI / 2
const at = (radius: number, angle: number) =>
  `${(CENTRE + radius * Math.cos(angle)).toFixed(1)} ${(CENTRE + radius * Math.sin(angle)).toFixed(1)}`

/** One piece of the ring on the table, with straight gaps between. */
function sector(index: number): string {
  const outer = 202
  const inner = 98
  const from = (angle: number, radius: number) => angle + 4 / radius
  const to = (angle: number, radius: number) => angle - 4 / radius
  const start = turn(index)
  const end = turn(index + 1)
  return `M ${at(inner, from(start, inner))} L ${at(outer, from(start, outer))} A ${outer} ${outer} 0 0 1 ${at(outer, to(end, outer))} L ${at(inner, to(end, inner))} A ${inner} ${inner} 0 0 0 ${at(inner, from(start, inner))} Z`
}

interface TablePictureProps {
  /** How many sit at it; null for a table that is not known. */
  people: number | null
  you: string
  words: string
}

/** The table from above: seats that are taken without names, and the reader's own still open. Decoration. */
export function TablePicture({ people, you, words }: TablePictureProps) {
  return (
    <svg className="table-picture" viewBox="0 0 760 760" aria-hidden="true">
      <circle className="table-picture-top" cx={CENTRE} cy={CENTRE} r="262" />
      {Array.from({ length: SECTORS }, (_, index) => (
        <path
          key={sector(index)}
          className={index % 2 ? 'table-picture-light' : 'table-picture-dark'}
          d={sector(index)}
        />
      ))}
      <circle className="table-picture-hub" cx={CENTRE} cy={CENTRE} r="88" />
      <text className="table-picture-words" x={CENTRE} y={CENTRE} textAnchor="middle">
        {words.split('\n').map((line, index, lines) => (
          <tspan key={line} x={CENTRE} y={CENTRE + 7 + (index - (lines.length - 1) / 2) * 29}>
            {line}
          </tspan>
        ))}
      </text>
      {Array.from({ length: PLACES }, (_, place) => {
        const cx = CENTRE + SEAT_DISTANCE * Math.cos(turn(place))
        const cy = CENTRE + SEAT_DISTANCE * Math.sin(turn(place))
        if (place === 0) {
          return (
            <g key="you">
              <circle className="table-picture-you" cx={cx} cy={cy} r="41" />
              <text className="table-picture-you-word" x={cx} y={cy + 8} textAnchor="middle">
                {you}
              </text>
            </g>
          )
        }
        const isTaken = people !== null && place <= people
        return (
          <circle
            key={turn(place)}
            className={isTaken ? undefined : 'table-picture-free'}
            fill={isTaken ? PARTY_COLOURS[place - 1] : undefined}
            cx={cx}
            cy={cy}
            r="37"
          />
        )
      })}
    </svg>
  )
}
