import type { ReactNode } from 'react'
import type { TLRichText } from 'tldraw'

interface Mark {
  type: string
  attrs?: { href?: string }
}
interface TextNode {
  type: string
  text?: string
  attrs?: { level?: number }
  marks?: Mark[]
  content?: TextNode[]
}

/**
 * A text that nobody is writing in, as the text editor would show it. tldraw's own label readies an editor for every note;
 * with thousands on a table that is most of the time it takes to open.
 */
export const RichTextView = ({ richText }: { richText: TLRichText }): ReactNode => nodes(richText.content as TextNode[])

// biome-ignore lint/suspicious/noArrayIndexKey: nodes have no ids and no state, so their place is as good a key as any.
const nodes = (content: TextNode[] = []): ReactNode => content.map((node, at) => <Node key={at} node={node} />)

function Node({ node }: { node: TextNode }): ReactNode {
  switch (node.type) {
    case 'text':
      return (node.marks ?? []).reduce<ReactNode>(marked, node.text)
    case 'hardBreak':
      return <br />
    case 'bulletList':
      return <ul>{nodes(node.content)}</ul>
    case 'orderedList':
      return <ol>{nodes(node.content)}</ol>
    case 'listItem':
      return <li>{nodes(node.content)}</li>
    case 'heading': {
      const Heading = HEADINGS[(node.attrs?.level ?? 1) - 1] ?? 'h6'
      return <Heading dir="auto">{nodes(node.content)}</Heading>
    }
    default:
      // An empty paragraph keeps its line.
      return <p dir="auto">{node.content ? nodes(node.content) : <br />}</p>
  }
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const
const TAGS = { bold: 'strong', italic: 'em', strike: 's', code: 'code', underline: 'u', highlight: 'mark' } as const

function marked(inner: ReactNode, { type, attrs }: Mark): ReactNode {
  if (type === 'link') {
    return (
      <a href={attrs?.href} target="_blank" rel="noopener noreferrer nofollow">
        {inner}
      </a>
    )
  }
  const Tag = type in TAGS ? TAGS[type as keyof typeof TAGS] : 'span'
  return <Tag>{inner}</Tag>
}
