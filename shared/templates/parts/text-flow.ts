import { LocaleSchema } from '../../api/boards.ts'
import type { Bilingual } from '../../records/region.ts'
import type { Text } from '../drawing.ts'
import { fitText, type TextStyle } from '../fit-text.ts'
import { layoutText } from '../text-layout.ts'

const LOCALES = LocaleSchema.options

/** How high a text is with the sign before it, in the language in which it is highest: a plate has one form for both. */
export const heightOf = (text: Text): number =>
  Math.max(text.lead?.size ?? 0, ...LOCALES.map((locale) => layoutText(text, text.text[locale]).box.h))

/** A style in which all of these texts have one size, the largest that has room for each in both languages. */
export function commonStyle(texts: readonly Bilingual[], style: TextStyle): TextStyle {
  const sizes = texts.flatMap((text) => LOCALES.map((locale) => fitText(text[locale], style).size))
  const smallest = Math.min(style.sizes[0], ...sizes)
  const [first = smallest, ...others] = style.sizes.filter((size) => size <= smallest)
  return { ...style, sizes: [first, ...others] }
}

export interface FlowText extends Omit<Text, 'is' | 'at' | 'anchor'> {
  /** White above it. */
  readonly before?: number
}

/** Texts under each other, and how high they are together. */
interface Flow {
  readonly height: number
  /** Draws them from this place down. */
  at(x: number, top: number): Text[]
}

export function flow(texts: readonly FlowText[]): Flow {
  const laid = texts.map(({ before = 0, ...rest }, index) => {
    // What has a sign before it lies level with that; all else hangs from the top, whatever the language takes.
    const text: Text = { is: 'text', anchor: rest.lead ? 'middle' : 'top', at: { x: 0, y: 0 }, ...rest }
    return { text, before: index === 0 ? 0 : before, height: heightOf(text) }
  })
  return {
    height: laid.reduce((sum, { before, height }) => sum + before + height, 0),
    at(x, top) {
      let y = top
      return laid.map(({ text, before, height }) => {
        y += before + height
        return { ...text, at: { x, y: text.anchor === 'top' ? y - height : y - height / 2 } }
      })
    },
  }
}
