import { useMemo } from 'react'
import type { RelationKind } from '../../../shared/records/relation-kinds.ts'
import { INK, WHITE } from '../../../shared/templates/hues.ts'
import type { Point } from '../../../shared/templates/polygon.ts'
import { Sign } from '../Sign.tsx'
import { drawRelation } from './draw-relation.ts'
import { DISC, RELATION_LOOKS } from './relation-looks.ts'

const FILLS = { ink: INK, paper: WHITE } as const

/** A relation within a drawing: its line from tip to tip, its ends, and its icon where there is room. */
export function RelationLine({ kind, points }: { kind: RelationKind; points: readonly Point[] }) {
  const look = RELATION_LOOKS[kind]
  const { strokes, disc } = useMemo(() => drawRelation(look, points), [look, points])
  return (
    <g fill="none" stroke={INK} strokeLinejoin="round">
      {strokes.map(({ d, width, fill, dash, round }) => (
        <path
          key={d}
          d={d}
          fill={fill && FILLS[fill]}
          stroke={width === 0 ? 'none' : undefined}
          strokeWidth={width}
          strokeDasharray={dash}
          strokeLinecap={round ? 'round' : 'butt'}
        />
      ))}
      {disc && (
        <>
          <circle cx={disc.x} cy={disc.y} r={DISC.radius} fill={WHITE} strokeWidth={DISC.line} />
          <Sign glyph={look.icon} at={disc} size={DISC.icon} colour={INK} weight={2} />
        </>
      )}
    </g>
  )
}
