import { lookOfSeat } from '../../shared/parties/seats.ts'
import { partyIcon } from './party-icons.ts'
import './party-tile.css'

export interface PartyTileProps {
  icon: string
  seat: number
  /** The party is not at the table yet: a dashed box without its colour. */
  missing?: boolean
  size?: number
}

/** A party in small: its icon on its colour. Decoration: the name stands beside it. */
export function PartyTile({ icon, seat, missing = false, size = 28 }: PartyTileProps) {
  const Icon = partyIcon(icon)
  return (
    <span
      className={missing ? 'party-tile party-tile-missing' : 'party-tile'}
      style={{
        inlineSize: size,
        blockSize: size,
        borderRadius: size * 0.25,
        backgroundColor: missing ? undefined : lookOfSeat(seat).colour,
      }}
      aria-hidden="true"
    >
      <Icon size={size * 0.64} strokeWidth={1.9} />
    </span>
  )
}
