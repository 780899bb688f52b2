import { HTMLContainer } from 'tldraw'
import type { SheetShape } from '../../../shared/records/sheet.ts'
import { HAIRLINE, WHITE } from '../../../shared/templates/hues.ts'
import { paperOf } from '../../../shared/templates/paper.ts'

/** A plate that is on its way: the paper, as it will lie there. What lies on it is shown already. */
export function ComingPlate({ shape: { props } }: { shape: SheetShape }) {
  const { w, h } = props
  const { content, end } = paperOf(props)
  return (
    <HTMLContainer>
      <svg className="plate" viewBox={`0 0 ${w} ${h}`} width={w} height={h} aria-hidden="true" focusable="false">
        <rect width={w} height={h} fill={WHITE} />
        <path d={`M${content.x} ${h - 62}H${end.x}`} stroke={HAIRLINE} strokeWidth="1.5" />
      </svg>
    </HTMLContainer>
  )
}
