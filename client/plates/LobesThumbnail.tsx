import { INK, TONES, WHITE } from '../../shared/templates/hues.ts'
import { common } from '../../shared/templates/polygon.ts'
import { curve } from '../../shared/templates/superellipse.ts'
import { Sign } from './Sign.tsx'
import { outlinePath } from './svg-path.ts'
import type { ThumbnailProps } from './thumbnail-props.ts'

const LOBES = [
  { cx: 82, cy: 62, rx: 78, ry: 50 },
  { cx: 158, cy: 62, rx: 78, ry: 50 },
  { cx: 120, cy: 106, rx: 92, ry: 49 },
].map(curve)
const CORE = common(LOBES)
const DASHES = [undefined, '9 5', '0.5 5']

export function LobesThumbnail({ cover, glyph }: ThumbnailProps) {
  const lobes = LOBES.map((outline, index) => ({
    d: outlinePath(outline),
    tones: TONES[cover.lobes[index] ?? 'opgave'],
    dash: DASHES[index],
  }))
  return (
    <>
      <rect width="240" height="160" fill={WHITE} />
      {lobes.map(({ d, tones }) => (
        <path key={d} d={d} fill={tones.soft} fillOpacity="0.75" style={{ mixBlendMode: 'multiply' }} />
      ))}
      {lobes.map(({ d, tones, dash }) => (
        <path
          key={d}
          d={d}
          fill="none"
          stroke={tones.deep}
          strokeWidth="3"
          strokeDasharray={dash}
          strokeLinecap={dash === '0.5 5' ? 'round' : undefined}
        />
      ))}
      <path d={outlinePath(CORE)} fill={WHITE} stroke={INK} strokeWidth="3.5" strokeLinejoin="round" />
      <Sign glyph={glyph} at={{ x: 120, y: 81 }} size={28} colour={INK} weight={2} />
    </>
  )
}
