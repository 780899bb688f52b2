import type { Locale } from '../api/boards.ts'
import { CARD_SIZE } from '../records/card-size.ts'
import type { Figure, Text } from './drawing.ts'
import { type FittedText, fitText } from './fit-text.ts'
import type { Box } from './polygon.ts'
import { textWidth } from './text-width.ts'

export interface TextLayout {
  readonly fitted: FittedText
  /** Where the lines are anchored, and the top of the first. */
  readonly x: number
  readonly top: number
  /** Round the lines, and as wide as the sign before them needs. */
  readonly box: Box
}

/** Where the lines of a text and the sign before it come to stand. */
export function layoutText({ at, align, anchor, style, lead }: Text, words: string): TextLayout {
  const fitted = fitText(words, style)
  const height = fitted.lines.length * fitted.size * style.line
  const width = Math.max(...fitted.lines.map((line) => textWidth(line, fitted.size, style.weight)))
  const leadWidth = lead ? lead.size + lead.gap : 0
  const top = at.y - height * { top: 0, middle: 0.5, bottom: 1 }[anchor]
  const left = at.x - (width + leadWidth) * { start: 0, middle: 0.5, end: 1 }[align]
  return {
    fitted,
    x: { start: left + leadWidth, middle: at.x + leadWidth / 2, end: at.x }[align],
    top,
    box: { x: left, y: top, w: width + leadWidth, h: height },
  }
}

/**
 * The boxes of all words, signs and printed cards of a plate in one language, from the corner of its sheet: what should stay readable
 * when things are laid on it.
 */
export const wordBoxes = ({ ground, words, seats }: Figure, locale: Locale): Box[] => [
  ...seats.map(({ x, y }) => ({ x, y, ...CARD_SIZE })),
  ...[...ground, ...words].flatMap((item) => {
    if (item.is === 'text') return [textBox(item, locale)]
    if (item.is !== 'icon') return []
    const { at, size } = item
    return [{ x: at.x - size / 2, y: at.y - size / 2, w: size, h: size }]
  }),
]

/** The box of a text with the sign before it and the pill under it, which have their middle at the same height. */
function textBox(item: Text, locale: Locale): Box {
  const { box } = layoutText(item, item.text[locale])
  const { lead, pill } = item
  const h = Math.max(box.h, lead?.size ?? 0, pill?.height ?? 0)
  const padding = pill?.padding ?? 0
  return { x: box.x - padding, y: box.y + (box.h - h) / 2, w: box.w + 2 * padding, h }
}
