import { textWidth } from './text-width.ts'

export interface TextStyle {
  /** From the size wanted down to the smallest allowed. */
  readonly sizes: readonly [number, ...number[]]
  readonly weight: 500 | 600 | 700 | 800
  /** Line height as a factor of the size. */
  readonly line: number
  readonly colour: string
  readonly maxWidth: number
  readonly maxLines: number
  /** At the smallest size, where that may be more. */
  readonly maxLinesSmallest?: number
  /** Whether the lines may differ much in length; by default they are made as even as can be. */
  readonly ragged?: boolean
}

export interface FittedText {
  readonly size: number
  readonly lines: readonly string[]
  /** False where even the smallest size has no room: the last line then ends in an ellipsis. */
  readonly fits: boolean
}

const SOFT_HYPHEN = '\u00ad'

/** Breaks a text into lines and steps its size down until it fits. */
export function fitText(text: string, style: TextStyle): FittedText {
  const smallest = style.sizes.at(-1) ?? style.sizes[0]
  const most = style.maxLinesSmallest ?? style.maxLines
  for (const size of style.sizes) {
    const lines = breakLines(text, size, style)
    if (lines !== null && lines.length <= (size === smallest ? most : style.maxLines))
      return { size, lines: evened(text, size, style, lines), fits: true }
  }
  return { size: smallest, lines: shortened(text, smallest, { ...style, maxLines: most }), fits: false }
}

/** The same number of lines, in the narrowest width that allows it. */
function evened(text: string, size: number, style: TextStyle, lines: readonly string[]): readonly string[] {
  if (style.ragged || lines.length < 2) return lines
  let [narrow, wide] = [style.maxWidth / lines.length, style.maxWidth]
  let best = lines
  while (wide - narrow > 2) {
    const maxWidth = (narrow + wide) / 2
    const tried = breakLines(text, size, { ...style, maxWidth })
    if (tried !== null && tried.length <= lines.length) {
      best = tried
      wide = maxWidth
    } else narrow = maxWidth
  }
  return best
}

/** Lines as full as they go; null where a part of a word is wider than a line. */
function breakLines(text: string, size: number, { weight, maxWidth }: TextStyle): string[] | null {
  const width = (line: string) => textWidth(line, size, weight)
  const lines: string[] = []
  let line = ''
  for (const word of text.trim().split(/\s+/)) {
    const joined = line === '' ? word : `${line} ${word}`
    if (width(joined) <= maxWidth) {
      line = joined
      continue
    }
    const parts = word.split(SOFT_HYPHEN)
    if (width(word) > maxWidth && parts.length > 1) {
      for (const [at, part] of parts.entries()) {
        const glue = line === '' ? '' : at === 0 ? ' ' : SOFT_HYPHEN
        const hyphen = at < parts.length - 1 ? '-' : ''
        if (width(line + glue + part + hyphen) <= maxWidth) line += glue + part
        else {
          if (line !== '') lines.push(at === 0 ? line : `${line}-`)
          line = part
        }
        if (width(line) > maxWidth) return null
      }
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    if (width(line) > maxWidth) return null
  }
  return [...lines, line].map((each) => each.replaceAll(SOFT_HYPHEN, ''))
}

/** As many words as there is room for. A word without end is cut anywhere. */
function shortened(text: string, size: number, style: TextStyle): string[] {
  const letters = [...text.trim()]
  let [known, tooMany] = [0, letters.length]
  let best = ['…']
  while (tooMany - known > 1) {
    const count = Math.floor((known + tooMany) / 2)
    const lines = breakLines(`${letters.slice(0, count).join('').trimEnd()}…`, size, style)
    if (lines !== null && lines.length <= style.maxLines) {
      best = lines
      known = count
    } else tooMany = count
  }
  return best
}
