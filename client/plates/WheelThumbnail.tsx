import { type Hue, TONES, WHITE } from '../../shared/templates/hues.ts'
import { boxPolygon, inWedge, without } from '../../shared/templates/polygon.ts'
import { roundCorners } from '../../shared/templates/round-corners.ts'
import { curve, curveHolds, grow, type Superellipse } from '../../shared/templates/superellipse.ts'
import { Sign } from './Sign.tsx'
import { outlinePath } from './svg-path.ts'
import type { ThumbnailProps } from './thumbnail-props.ts'

const BOX = { x: 0, y: 0, w: 240, h: 160 }
const CENTRE = { x: 120, y: 80 }
const RING: Superellipse = { cx: 120, cy: 80, rx: 91, ry: 64 }
const HUB: Superellipse = { cx: 120, cy: 80, rx: 38, ry: 26 }
/** Where the corners of the picture lie from its middle. */
const CORNER = Math.atan2(BOX.h, BOX.w)
const TURNS = [-Math.PI + CORNER, -CORNER, CORNER, Math.PI - CORNER]
const STEPS: readonly Hue[] = ['opgave', 'samenstelling', 'ambitie', 'organisatie']

const parts = STEPS.map((hue, at) => {
  const [from = 0, next = 0] = [TURNS[at], TURNS[(at + 1) % 4]]
  const wedge = { centre: CENTRE, from, to: next > from ? next : next + 2 * Math.PI, gapFrom: 5, gapTo: 5 }
  const hole = grow(HUB, 4)
  const segment = without(inWedge(curve(RING), wedge), curve(hole), (point) => curveHolds(hole, point))
  return {
    hue,
    field: outlinePath(inWedge(boxPolygon(BOX), wedge)),
    segment: outlinePath(roundCorners(segment, 4)),
  }
})

export function WheelThumbnail({ glyph }: ThumbnailProps) {
  return (
    <>
      <rect width="240" height="160" fill={WHITE} />
      {parts.map(({ hue, field }) => (
        <path key={hue} d={field} fill={TONES[hue].wash} />
      ))}
      <path d={outlinePath(curve(grow(RING, 4)))} fill={WHITE} />
      {parts.map(({ hue, segment }) => (
        <path key={hue} d={segment} fill={TONES[hue].deep} />
      ))}
      <path d={outlinePath(curve(HUB))} fill={TONES.leren.soft} />
      <Sign glyph={glyph} at={CENTRE} size={30} colour={TONES.leren.deep} weight={2} />
    </>
  )
}
