import type { FittedText, TextStyle } from '../../shared/templates/fit-text.ts'

/** Of the plates' letter: how far the baseline lies under the middle of a line, as a share of the size. */
const BASELINE = 0.33

interface TextLinesProps {
  fitted: FittedText
  style: TextStyle
  x: number
  /** Top of the first line. */
  top: number
  align: 'start' | 'middle' | 'end'
}

export const heightOf = ({ size, lines }: FittedText, { line }: TextStyle): number => lines.length * size * line

/** Lines of text under each other. Once broken, they stay so: a browser that measures otherwise changes nothing. */
export function TextLines({ fitted: { size, lines }, style, x, top, align }: TextLinesProps) {
  return (
    <text fontSize={size} fontWeight={style.weight} fill={style.colour} textAnchor={align}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name.
        <tspan key={index} x={x} y={top + size * (style.line * (index + 0.5) + BASELINE)}>
          {line}
        </tspan>
      ))}
    </text>
  )
}
