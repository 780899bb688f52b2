import { INK, WHITE } from '../../../shared/templates/hues.ts'
import type { Point } from '../../../shared/templates/polygon.ts'
import { DISC } from '../../plates/relations/relation-looks.ts'
import { Route } from '../../plates/relations/route.ts'

const SIZE = 20
const LINE = 24

/** What was written on an arrow before it became a relation, under the middle of its line. */
export function ArrowWords({ text, points }: { text: string; points: readonly Point[] }) {
  if (text.trim() === '') return null
  const route = new Route(points)
  const { x, y } = route.pointAt(route.length / 2)
  return (
    <text
      fontSize={SIZE}
      fontWeight={500}
      fill={INK}
      stroke={WHITE}
      strokeWidth={6}
      strokeLinejoin="round"
      paintOrder="stroke"
      textAnchor="middle"
      fontFamily="var(--plate-font)"
    >
      {text.split('\n').map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name.
        <tspan key={index} x={x} y={y + DISC.radius + LINE * (index + 1)}>
          {line}
        </tspan>
      ))}
    </text>
  )
}
