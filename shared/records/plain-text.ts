import type { TLRichText } from '@tldraw/tlschema'

interface Node {
  type?: unknown
  text?: unknown
  content?: unknown
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null
const childrenOf = (node: Node): Node[] => (Array.isArray(node.content) ? node.content.filter(isNode) : [])

/** Blocks that hold running text; every other node with content only holds blocks. */
const isTextBlock = (node: Node): boolean => node.type === 'paragraph' || node.type === 'heading'

function inline(node: Node): string {
  if (typeof node.text === 'string') return node.text
  if (node.type === 'hardBreak') return '\n'
  return childrenOf(node).map(inline).join('')
}

const lines = (node: Node): string[] => (isTextBlock(node) ? [inline(node)] : childrenOf(node).flatMap(lines))

/** The words of a rich text, one line per paragraph or list item, without the empty lines round them. */
export const plainText = (richText: TLRichText): string => lines(richText).join('\n').trim()
