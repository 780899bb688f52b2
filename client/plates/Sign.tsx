import type { LucideIcon } from 'lucide-react'
import type { Point } from '../../shared/templates/polygon.ts'

export interface SignProps {
  glyph: LucideIcon | undefined
  /** Its centre, in the units of the drawing. */
  at: Point
  size: number
  colour: string
  /** On its own grid of 24. */
  weight?: number
}

/** An icon within a drawing. */
export function Sign({ glyph: Glyph, at, size, colour, weight = 1.6 }: SignProps) {
  if (!Glyph) return null
  return (
    <Glyph x={at.x - size / 2} y={at.y - size / 2} width={size} height={size} color={colour} strokeWidth={weight} />
  )
}
