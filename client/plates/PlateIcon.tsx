import type { Point } from '../../shared/templates/polygon.ts'
import { PLATE_ICONS } from './plate-icons.ts'

interface PlateIconProps {
  icon: string
  /** Its centre, in the units of the drawing. */
  at: Point
  size: number
  colour: string
  /** On its own grid of 24. */
  weight?: number
}

/** An icon within a drawing. */
export function PlateIcon({ icon, at, size, colour, weight = 1.6 }: PlateIconProps) {
  const Glyph = PLATE_ICONS[icon]
  if (!Glyph) return null
  return (
    <Glyph x={at.x - size / 2} y={at.y - size / 2} width={size} height={size} color={colour} strokeWidth={weight} />
  )
}
