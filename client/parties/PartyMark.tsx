import { lookOfSeat } from '../../shared/parties/seats.ts'
import { MARK_PATHS } from './mark-paths.ts'
import './party-mark.css'

interface PartyMarkProps {
  seat: number
  /** Diameter of the disc, in px; the other marks are as large to the eye. */
  size?: number
}

/** The sign of a party in its colour. Decoration: the party's name is spoken by what stands around it. */
export function PartyMark({ seat, size = 14 }: PartyMarkProps) {
  const { colour, mark } = lookOfSeat(seat)
  return (
    <svg className="party-mark" width={size} height={size} viewBox="-10 -10 20 20" fill={colour} aria-hidden="true">
      <path d={MARK_PATHS[mark]} fillRule="evenodd" />
    </svg>
  )
}
