import type { RelationKind } from '../../../shared/records/relation-kinds.ts'
import { RelationLine } from './RelationLine.tsx'
import { DISC } from './relation-looks.ts'

/** The shortest line that shows all of a kind, with its ends. */
const SAMPLE = { w: DISC.from, h: DISC.radius * 2 + DISC.line } as const
const POINTS = [
  { x: 0, y: SAMPLE.h / 2 },
  { x: SAMPLE.w, y: SAMPLE.h / 2 },
]

export const sampleHeight = (width: number): number => (width * SAMPLE.h) / SAMPLE.w

/** A kind of relation as it is drawn on the table, for a legend or a choice. `x` and `y` are its corner in a drawing. */
export function RelationSample({ kind, width, x, y }: { kind: RelationKind; width: number; x?: number; y?: number }) {
  return (
    <svg
      x={x}
      y={y}
      width={width}
      height={sampleHeight(width)}
      viewBox={`0 0 ${SAMPLE.w} ${SAMPLE.h}`}
      aria-hidden="true"
    >
      <RelationLine kind={kind} points={POINTS} />
    </svg>
  )
}
