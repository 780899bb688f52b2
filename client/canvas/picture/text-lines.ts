import type { TLRichText } from 'tldraw'

/** How a stretch of text is set. Sizes are in units of a note of scale 1. */
export interface Look {
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly under: boolean
  readonly struck: boolean
  readonly marked: boolean
  readonly link: boolean
}

interface Stretch {
  readonly text: string
  readonly look: Look
  /** From the start of the line. */
  readonly at: number
  readonly width: number
}

export interface TextLine {
  readonly stretches: readonly Stretch[]
  readonly isRightToLeft: boolean
  /** Free before the text, as in a list; what stands there. */
  readonly indent: number
  readonly bullet: string
  readonly size: number
  /** Of the top of the line, from that of the text. */
  readonly y: number
  readonly height: number
}

export interface Setting {
  readonly width: number
  readonly size: number
  /** Line height for each unit of size. */
  readonly leading: number
  readonly mostLines: number
  widthOf(text: string, look: Look): number
}

interface TextNode {
  readonly type?: string
  readonly text?: string
  readonly attrs?: { readonly level?: number }
  readonly marks?: readonly { readonly type: string }[]
  readonly content?: readonly TextNode[]
}

/** As browsers set headings, in parts of the text's size. */
const HEADING_SIZES = [2, 1.5, 1.17, 1, 0.83, 0.67]
const HEADING_MARGINS = { top: 5, bottom: 10 }
/** Of a list's bullets, in parts of the text's size. */
const INDENT = 1.7
const ELLIPSIS = '…'

/** Hebrew, Arabic and their neighbours; the first letter of a paragraph decides. */
const RIGHT_TO_LEFT = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u
/** Words with what ends them, and the white between. */
const PIECES = /\s+|[^\s-]+-*|-+/g

/** Sets a rich text in lines, as the text of a note that is not open: what is longer is cut. */
export function textLines(richText: TLRichText, setting: Setting): TextLine[] {
  const lines: TextLine[] = []
  let y = 0
  const set = (node: TextNode, indent: number, bullet: string) => {
    const level = node.type === 'heading' ? (node.attrs?.level ?? 1) : undefined
    const size = setting.size * (level === undefined ? 1 : (HEADING_SIZES[level - 1] ?? 1))
    const plain: Look = {
      size,
      bold: level !== undefined,
      italic: false,
      under: false,
      struck: false,
      marked: false,
      link: false,
    }
    const height = size * setting.leading
    const room = { ...setting, width: setting.width - indent }
    if (level !== undefined) y += HEADING_MARGINS.top
    const isRightToLeft = RIGHT_TO_LEFT.test(wordsOf(node))
    for (const [at, stretches] of paragraph(node, plain, room).entries()) {
      lines.push({ stretches, isRightToLeft, indent, bullet: at === 0 ? bullet : '', size, y, height })
      y += height
    }
    if (level !== undefined) y += HEADING_MARGINS.bottom
  }
  const walk = (nodes: readonly TextNode[], indent: number, bullet: string) => {
    for (const [at, node] of nodes.entries()) {
      if (lines.length > setting.mostLines) return
      if (node.type === 'bulletList') walkList(node, indent, () => '•')
      else if (node.type === 'orderedList') walkList(node, indent, (item) => `${item + 1}.`)
      else set(node, indent, at === 0 ? bullet : '')
    }
  }
  const walkList = (list: TextNode, indent: number, bulletOf: (item: number) => string) => {
    for (const [item, { content = [] }] of (list.content ?? []).entries())
      walk(content, indent + setting.size * INDENT, bulletOf(item))
  }
  walk(richText.content as TextNode[], 0, '')
  return lines.length <= setting.mostLines ? lines : cut(lines.slice(0, setting.mostLines), setting)
}

const wordsOf = (node: TextNode): string => node.text ?? (node.content ?? []).map(wordsOf).join('')

/** A paragraph has one line at least. */
function paragraph(node: TextNode, plain: Look, { width, widthOf }: Setting): Stretch[][] {
  let line: Stretch[] = []
  const lines = [line]
  let at = 0
  const nextLine = () => {
    line = []
    lines.push(line)
    at = 0
  }
  const put = (text: string, look: Look, textWidth: number) => {
    const last = line.at(-1)
    if (last?.look === look) line[line.length - 1] = { ...last, text: last.text + text, width: last.width + textWidth }
    else line.push({ text, look, at, width: textWidth })
    at += textWidth
  }
  for (const { type, text = '', marks } of node.content ?? []) {
    if (type === 'hardBreak') nextLine()
    const look = marks?.length ? lookOf(plain, marks) : plain
    for (const piece of text.replaceAll('\u00ad', '').match(PIECES) ?? []) {
      const isWhite = piece.trim() === ''
      const pieceWidth = widthOf(piece, look)
      if (!isWhite && at > 0 && at + pieceWidth > width) nextLine()
      if (isWhite || pieceWidth <= width) put(piece, look, pieceWidth)
      else {
        // Too long for any line: broken between any two letters.
        for (const letter of piece) {
          const letterWidth = widthOf(letter, look)
          if (at > 0 && at + letterWidth > width) nextLine()
          put(letter, look, letterWidth)
        }
      }
    }
  }
  return lines
}

function lookOf(plain: Look, marks: readonly { readonly type: string }[]): Look {
  const has = (type: string) => marks.some((mark) => mark.type === type)
  return {
    ...plain,
    bold: plain.bold || has('bold'),
    italic: has('italic'),
    under: has('underline') || has('link'),
    struck: has('strike'),
    marked: has('highlight'),
    link: has('link'),
  }
}

/** The last line ends in an ellipsis, for which letters make room. */
function cut(lines: TextLine[], { width, widthOf }: Setting): TextLine[] {
  const last = lines.at(-1)
  const end = last?.stretches.at(-1)
  if (last === undefined || end === undefined) return lines
  const { look, at } = end
  let text = end.text.trimEnd()
  const room = width - last.indent - at
  while (text !== '' && widthOf(text + ELLIPSIS, look) > room) text = text.slice(0, -1)
  const shown = { ...end, text: text + ELLIPSIS, width: widthOf(text + ELLIPSIS, look) }
  return [...lines.slice(0, -1), { ...last, stretches: [...last.stretches.slice(0, -1), shown] }]
}
