import type { LucideIcon } from 'lucide-react'
import type { Cover } from '../../shared/templates/cover.ts'
import { Sign } from './Sign.tsx'

interface ThumbnailProps {
  /** Undefined for a plate that is not known: an empty picture. */
  cover: Cover | undefined
  /** The sign in it. The icons of all plates would be too much for pages that show a few of them. */
  glyph?: LucideIcon | undefined
}

/** A plate as a picture of 240 × 160: its shape and one sign. Decoration: the name stands beside it. */
export function Thumbnail({ cover, glyph }: ThumbnailProps) {
  return (
    <svg viewBox="0 0 240 160" width="240" height="160" aria-hidden="true" focusable="false">
      {cover?.shapes.map(({ d, fill = 'none', stroke, width, dash, multiply }, at) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: shapes have no other name.
          key={at}
          d={d}
          fill={fill}
          stroke={stroke}
          strokeWidth={width}
          strokeDasharray={dash}
          strokeLinejoin="round"
          strokeLinecap={dash?.startsWith('0.') ? 'round' : undefined}
          style={multiply && { mixBlendMode: 'multiply', fillOpacity: 0.75 }}
        />
      ))}
      {cover?.sign && (
        <Sign glyph={glyph} at={cover.sign} size={cover.sign.size} colour={cover.sign.colour} weight={2} />
      )}
    </svg>
  )
}
