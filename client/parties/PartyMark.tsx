import type { ReactElement } from 'react'
import { lookOfSeat, type PartyMark as Mark } from '../../shared/parties/seats.ts'
import './party-mark.css'

/** Drawn round (0, 0) for a disc of 20 across; the others reach further where they have less body, so all weigh the same. */
const SHAPES: Readonly<Record<Mark, ReactElement>> = {
  disc: <circle r="10" />,
  square: <rect x="-8.9" y="-8.9" width="17.8" height="17.8" rx="1" />,
  triangle: <path d="M0-9.8 10.9 9.2H-10.9Z" />,
  star: <path d="M0-11.2 2.6-3.6 10.7-3.5 4.3 1.4 6.6 9.1 0 4.5-6.6 9.1-4.3 1.4-10.7-3.5-2.6-3.6Z" />,
  diamond: <path d="M0-11.4 11.4 0 0 11.4-11.4 0Z" />,
  hexagon: <path d="M-11.2 0-5.6-9.7H5.6L11.2 0 5.6 9.7H-5.6Z" />,
  drop: <path d="M0-11.2C3.6-7.2 8.3-1.6 8.3 3.1A8.3 8.3 0 0 1-8.3 3.1C-8.3-1.6-3.6-7.2 0-11.2Z" />,
  'half-disc': <path d="M-10.8-6.2H10.8C10.8 1.6 5.6 6.6 0 6.6S-10.8 1.6-10.8-6.2Z" />,
  plus: <path d="M-3.6-10.8H3.6V-3.6H10.8V3.6H3.6V10.8H-3.6V3.6H-10.8V-3.6H-3.6Z" />,
  ring: (
    <path
      fillRule="evenodd"
      d="M0-10.5A10.5 10.5 0 0 1 0 10.5 10.5 10.5 0 0 1 0-10.5ZM0-5.2A5.2 5.2 0 0 0 0 5.2 5.2 5.2 0 0 0 0-5.2Z"
    />
  ),
  bars: <path d="M-10.4-8.8H10.4V-2.2H-10.4ZM-10.4 2.2H10.4V8.8H-10.4Z" />,
  chevron: <path d="M-10.8-9.7 0-3.4 10.8-9.7V2.6L0 9.7-10.8 2.6Z" />,
}

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
      {SHAPES[mark]}
    </svg>
  )
}
