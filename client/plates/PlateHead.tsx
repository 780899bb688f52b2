import type { Locale } from '../../shared/api/boards.ts'
import { fitText, type TextStyle } from '../../shared/templates/fit-text.ts'
import { INK, INK_2, TONES, WHITE } from '../../shared/templates/hues.ts'
import type { Paper } from '../../shared/templates/paper.ts'
import type { Template } from '../../shared/templates/schema.ts'
import { signOf, signSize } from '../../shared/templates/sign.ts'
import { PlateIcon } from './PlateIcon.tsx'
import { TextLines } from './TextLines.tsx'

const TILE = 84
const TITLE: TextStyle = { sizes: [68, 60, 52], weight: 800, line: 1.1, colour: INK, maxWidth: 1400, maxLines: 1 }
const PURPOSE: TextStyle = { sizes: [25], weight: 500, line: 1.2, colour: INK_2, maxWidth: 1400, maxLines: 1 }
const TABLE: TextStyle = { sizes: [25], weight: 700, line: 1.2, colour: INK, maxWidth: 620, maxLines: 2, ragged: true }
const ABOUT: TextStyle = { sizes: [22], weight: 500, line: 1.2, colour: INK_2, maxWidth: 620, maxLines: 1 }

interface PlateHeadProps {
  paper: Paper
  template: Template
  locale: Locale
  tableName: string
  /** What this sheet is about, where that is not the whole table. */
  about: string
}

/** What the plate is and what it is for at the left, whose table it lies on at the right. */
export function PlateHead({ paper: { content, end }, template, locale, tableName, about }: PlateHeadProps) {
  const tile = template.hue === 'ink' ? INK : TONES[template.hue].deep
  const textLeft = content.x + TILE + 24
  const table = fitText(tableName, TABLE)
  return (
    <>
      <rect x={content.x} y={56} width={TILE} height={TILE} rx="20" fill={tile} />
      <PlateIcon
        {...signOf(template)}
        at={{ x: content.x + TILE / 2, y: 56 + TILE / 2 }}
        size={signSize(template, 52, 72)}
        colour={WHITE}
      />
      <g letterSpacing="-1.2">
        <TextLines fitted={fitText(template.title[locale], TITLE)} style={TITLE} x={textLeft} top={43} align="start" />
      </g>
      <TextLines
        fitted={fitText(template.purpose[locale], PURPOSE)}
        style={PURPOSE}
        x={textLeft}
        top={114}
        align="start"
      />
      {tableName !== '' && <TextLines fitted={table} style={TABLE} x={end.x} top={57} align="end" />}
      {about !== '' && (
        <TextLines
          fitted={fitText(about, ABOUT)}
          style={ABOUT}
          x={end.x}
          top={64 + table.lines.length * 30}
          align="end"
        />
      )}
    </>
  )
}
