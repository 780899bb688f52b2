import type { Locale } from '../../shared/api/boards.ts'
import { fitText, type TextStyle } from '../../shared/templates/fit-text.ts'
import { HAIRLINE, INK, INK_2 } from '../../shared/templates/hues.ts'
import type { Paper } from '../../shared/templates/paper.ts'
import type { Template } from '../../shared/templates/schema.ts'
import { textWidth } from '../../shared/templates/text-width.ts'
import { PartyMark } from '../parties/PartyMark.tsx'
import { PICTURES_CREDIT } from './pictograms/credit.ts'
import { TextLines } from './TextLines.tsx'

const SOURCE: TextStyle = { sizes: [18], weight: 500, line: 1.2, colour: INK_2, maxWidth: 1360, maxLines: 1 }
const PARTY: TextStyle = { sizes: [18], weight: 600, line: 1.2, colour: INK, maxWidth: 400, maxLines: 1 }
const RECONSTRUCTION = { nl: 'reconstructie', en: 'reconstruction' } as const
/** How far from the lower edge of the paper the words and the line over them stand. */
const BASE = 50
const LINE = 62
const MARK = 18
const MARK_GAP = 10
const PARTY_GAP = 28

export interface PlateParty {
  id: string
  name: string
  seat: number
}

interface PlateFootProps {
  paper: Paper
  template: Template
  locale: Locale
  /** Those who wrote a note on this plate. */
  parties: readonly PlateParty[]
}

/** Where the plate comes from, and who wrote on it; an empty plate has its number there. */
export function PlateFoot({ paper: { content, end, h }, template, locale, parties }: PlateFootProps) {
  const top = h - BASE
  const source = fitText(sourceOf(template, locale), SOURCE)
  const sourceWidth = textWidth(source.lines.join(''), source.size, 500)
  return (
    <>
      <path d={`M${content.x} ${h - LINE}H${end.x}`} stroke={HAIRLINE} strokeWidth="1.5" />
      <TextLines fitted={source} style={SOURCE} x={content.x} top={top} align="start" />
      {parties.length === 0 ? (
        <TextLines
          fitted={{ size: 18, lines: [template.number], fits: true }}
          style={SOURCE}
          x={end.x}
          top={top}
          align="end"
        />
      ) : (
        <Parties parties={parties} width={content.w - sourceWidth - 60} right={end.x} top={top} />
      )}
    </>
  )
}

/** Says so where the form is ours, and whose pictures these are. */
const sourceOf = ({ source, isReconstruction, isForResidents }: Template, locale: Locale): string =>
  [
    source[locale],
    ...(isReconstruction ? [RECONSTRUCTION[locale]] : []),
    ...(isForResidents ? [PICTURES_CREDIT[locale]] : []),
  ].join(' · ')

/** As many as there is room for, from the right; the rest is a number. */
interface PartiesProps {
  parties: readonly PlateParty[]
  width: number
  right: number
  top: number
}

function Parties({ parties, width: all, right: end, top }: PartiesProps) {
  const entries = parties.map((party) => {
    const fitted = fitText(party.name, PARTY)
    return { party, fitted, width: MARK + MARK_GAP + textWidth(fitted.lines.join(''), 18, 600) }
  })
  let room = all
  const shown = entries.filter(({ width }) => {
    room -= width + PARTY_GAP
    return room > 0
  })
  const rest = entries.length - shown.length
  let right = end
  return (
    <>
      {rest > 0 && (
        <TextLines
          fitted={{ size: 18, lines: [`+${rest}`], fits: true }}
          style={PARTY}
          x={right}
          top={top}
          align="end"
        />
      )}
      {shown.toReversed().map(({ party, fitted, width }, index) => {
        right -= index === 0 ? (rest > 0 ? 60 : 0) + width : width + PARTY_GAP
        return (
          <g key={party.id}>
            <svg x={right} y={top + 2} width={MARK} height={MARK} overflow="visible" aria-hidden="true">
              <PartyMark seat={party.seat} size={MARK} />
            </svg>
            <TextLines fitted={fitted} style={PARTY} x={right + MARK + MARK_GAP} top={top} align="start" />
          </g>
        )
      })}
    </>
  )
}
