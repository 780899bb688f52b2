import type { Lead, Text } from '../../shared/templates/drawing.ts'
import { signOf } from '../../shared/templates/sign.ts'
import { layoutText } from '../../shared/templates/text-layout.ts'
import { PlateIcon } from './PlateIcon.tsx'
import { TextLines } from './TextLines.tsx'

/** A text of a figure with the sign before it and the pill under it, if it has those. */
export function FigureText({ item, text }: { item: Text; text: string }) {
  const { at, align, style, lead, pill } = item
  const { fitted, x, top, box } = layoutText(item, text)
  return (
    <>
      {pill && (
        <rect
          x={box.x - pill.padding}
          y={at.y - pill.height / 2}
          width={box.w + 2 * pill.padding}
          height={pill.height}
          rx={pill.height / 2}
          fill={pill.fill}
        />
      )}
      {lead && <LeadSign lead={lead} x={box.x + lead.size / 2} y={top + box.h / 2} colour={style.colour} />}
      <TextLines fitted={fitted} style={style} x={x} top={top} align={align} />
    </>
  )
}

const NUMBER_SIZE = 26

function LeadSign({ lead, x, y, colour }: { lead: Lead; x: number; y: number; colour: string }) {
  if ('icon' in lead) return <PlateIcon {...signOf(lead)} at={{ x, y }} size={lead.size} colour={colour} />
  return (
    <>
      <circle cx={x} cy={y} r={lead.size / 2 - 1.75} fill="none" stroke={colour} strokeWidth="3.5" />
      <text x={x} y={y + NUMBER_SIZE * 0.34} fontSize={NUMBER_SIZE} fontWeight="700" fill={colour} textAnchor="middle">
        {lead.number}
      </text>
    </>
  )
}
