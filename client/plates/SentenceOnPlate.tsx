import type { Locale } from '../../shared/api/boards.ts'
import type { SentenceLook } from '../../shared/templates/drawing.ts'
import { fitText } from '../../shared/templates/fit-text.ts'
import { FigureItems } from './FigureItem.tsx'
import { heightOf, TextLines } from './TextLines.tsx'

interface SentenceOnPlateProps {
  look: SentenceLook
  /** Empty as long as nothing is agreed. */
  text: string
  locale: Locale
}

/** A shared sentence under its caption, in the middle of the room it has; without a sentence what invites to write one. */
export function SentenceOnPlate({ look, text, locale }: SentenceOnPlateProps) {
  if (text === '') return <FigureItems items={look.empty} locale={locale} />
  const caption = fitText(look.caption[locale], look.captionStyle)
  const sentence = fitText(text, look.style)
  const captionHeight = heightOf(caption, look.captionStyle)
  const height = captionHeight + look.gap + heightOf(sentence, look.style)
  const top = look.box.y + (look.box.h - height) / 2
  const x = look.align === 'middle' ? look.box.x + look.box.w / 2 : look.box.x
  return (
    <>
      <TextLines fitted={caption} style={look.captionStyle} x={x} top={top} align={look.align} />
      <TextLines fitted={sentence} style={look.style} x={x} top={top + captionHeight + look.gap} align={look.align} />
    </>
  )
}
