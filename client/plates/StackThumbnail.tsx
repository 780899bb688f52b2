import { tonesOf, WHITE } from '../../shared/templates/hues.ts'
import { Sign } from './Sign.tsx'
import type { ThumbnailProps } from './thumbnail-props.ts'

const MIDDLE = { x: 120, y: 80 }

/** Its fields as they lie, what holds a sentence dark, and the sign of the plate in the middle. */
export function StackThumbnail({ cover, glyph }: ThumbnailProps) {
  const { deep, alt, soft } = tonesOf(cover.hue)
  return (
    <>
      <rect width="240" height="160" fill={WHITE} />
      <g fill={soft} stroke={alt} strokeWidth="2" strokeLinejoin="round">
        {cover.fields.map((d) => (
          <path key={d} d={d} />
        ))}
      </g>
      {cover.sentences.map((d) => (
        <path key={d} d={d} fill={alt} stroke={alt} strokeWidth="3" strokeLinejoin="round" />
      ))}
      <circle cx={MIDDLE.x} cy={MIDDLE.y} r="26" fill={deep} stroke={WHITE} strokeWidth="4" />
      <Sign glyph={glyph} at={MIDDLE} size={30} colour={WHITE} weight={2} />
    </>
  )
}
