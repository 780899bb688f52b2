import type { FigureRegion } from '../../shared/templates/drawing.ts'
import { outlinePath } from './svg-path.ts'

interface LitRegionProps {
  region: FigureRegion
  /** Whether it is the innermost of the lit regions here; one round it shows its line only. */
  isInnermost: boolean
}

/** A region while something is dragged over it: soft, with a line that says where it ends. */
export function LitRegion({ region: { outline, tones }, isInnermost }: LitRegionProps) {
  const d = outlinePath(outline)
  return (
    <>
      {isInnermost && <path d={d} fill={tones.soft} />}
      <path d={d} fill="none" stroke={tones.deep} strokeWidth="6" strokeLinejoin="round" />
    </>
  )
}
