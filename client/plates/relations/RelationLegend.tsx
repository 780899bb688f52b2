import type { RelationKind } from '../../../shared/records/relation-kinds.ts'
import { fitText, type TextStyle } from '../../../shared/templates/fit-text.ts'
import { HAIRLINE, INK, WHITE } from '../../../shared/templates/hues.ts'
import { A1 } from '../../../shared/templates/paper.ts'
import { textWidth } from '../../../shared/templates/text-width.ts'
import { TextLines } from '../TextLines.tsx'
import { RelationSample, sampleHeight } from './RelationSample.tsx'
import './relation-legend.css'

const HEIGHT = 76
const SAMPLE_WIDTH = 110
const SAMPLE_GAP = 12
const ENTRY_GAP = 36
const WORD: TextStyle = { sizes: [23, 18], weight: 700, line: 1.2, colour: INK, maxWidth: 300, maxLines: 1 }

interface RelationLegendProps {
  kinds: readonly RelationKind[]
  /** Of the sheet, which the legend hangs under as a strip of the same paper. */
  width: number
  wordOf(kind: RelationKind): string
}

/** What the lines on a plate mean: only the kinds that are there. */
export function RelationLegend({ kinds, width, wordOf }: RelationLegendProps) {
  const entries = kinds.map((kind) => ({ kind, fitted: fitText(wordOf(kind), WORD) }))
  const wordWidth = ({ fitted }: (typeof entries)[number]) => textWidth(fitted.lines.join(''), fitted.size, WORD.weight)
  const middle = HEIGHT / 2
  let left = A1.content.x
  return (
    <svg
      className="relation-legend"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
      aria-hidden="true"
      focusable="false"
    >
      <rect width={width} height={HEIGHT} fill={WHITE} />
      <path d={`M${A1.content.x} 1H${width - A1.content.x}`} stroke={HAIRLINE} strokeWidth="1.5" />
      {entries.map((entry) => {
        const x = left
        left += SAMPLE_WIDTH + SAMPLE_GAP + wordWidth(entry) + ENTRY_GAP
        return (
          <g key={entry.kind}>
            <RelationSample kind={entry.kind} width={SAMPLE_WIDTH} x={x} y={middle - sampleHeight(SAMPLE_WIDTH) / 2} />
            <TextLines
              fitted={entry.fitted}
              style={WORD}
              x={x + SAMPLE_WIDTH + SAMPLE_GAP}
              top={middle - (entry.fitted.size * WORD.line) / 2}
              align="start"
            />
          </g>
        )
      })}
    </svg>
  )
}
