import { type Locale, LocaleSchema } from '../../shared/api/boards.ts'
import type { Figure, Item, Text } from '../../shared/templates/drawing.ts'
import { fitText } from '../../shared/templates/fit-text.ts'
import { textWidth } from '../../shared/templates/text-width.ts'
import type { Box } from './free-place.ts'

/** Where the words and signs of a plate stand, from the corner of its sheet, in every language it is read in. */
export const wordBoxes = ({ words }: Figure): Box[] => words.flatMap(boxesOf)

function boxesOf(item: Item): Box[] {
  if (item.is === 'text') return LocaleSchema.options.map((locale) => textBox(item, locale))
  if (item.is !== 'icon') return []
  const { at, size } = item
  return [{ x: at.x - size / 2, y: at.y - size / 2, w: size, h: size }]
}

function textBox({ text, at, align, anchor, style, lead, pill }: Text, locale: Locale): Box {
  const { size, lines } = fitText(text[locale], style)
  const padding = pill?.padding ?? 0
  const w = Math.max(...lines.map((line) => textWidth(line, size, style.weight))) + (lead ? lead.size + lead.gap : 0)
  const h = Math.max(lines.length * size * style.line, lead?.size ?? 0, pill?.height ?? 0)
  return {
    x: at.x - w * { start: 0, middle: 0.5, end: 1 }[align] - padding,
    y: at.y - h * { top: 0, middle: 0.5, bottom: 1 }[pill ? 'middle' : anchor],
    w: w + padding * 2,
    h,
  }
}
