import { eightSectors } from '../../shared/templates/eight-sectors.ts'
import { tonesOf, WHITE } from '../../shared/templates/hues.ts'
import { roundCorners } from '../../shared/templates/round-corners.ts'
import { curve, grow, type Superellipse } from '../../shared/templates/superellipse.ts'
import { Sign } from './Sign.tsx'
import { outlinePath } from './svg-path.ts'
import type { ThumbnailProps } from './thumbnail-props.ts'

const BOX = { x: 0, y: 0, w: 240, h: 160 }
const RING: Superellipse = { cx: 120, cy: 80, rx: 91, ry: 64 }
const HUB: Superellipse = { cx: 120, cy: 80, rx: 43, ry: 28 }

const segments = eightSectors(BOX, curve(RING), grow(HUB, 4), { axis: 4, diagonal: 3.5 }).map((sector) =>
  outlinePath(roundCorners(sector, 4)),
)

export function FieldsThumbnail({ cover, glyph }: ThumbnailProps) {
  const tones = tonesOf(cover.hue)
  return (
    <>
      <rect width="240" height="160" fill={tones.wash} />
      <path d="M120 0V160M0 80H240" stroke={WHITE} strokeWidth="3" />
      <path d={outlinePath(curve(grow(RING, 4)))} fill={WHITE} />
      {segments.map((d, index) => (
        <path key={d} d={d} fill={index % 2 === 0 ? tones.deep : tones.alt} />
      ))}
      <path d={outlinePath(curve(HUB))} fill={WHITE} stroke={tones.deep} strokeWidth="2.5" />
      <Sign glyph={glyph} at={{ x: 120, y: 80 }} size={30} colour={tones.deep} weight={2} />
    </>
  )
}
