import * as Y from 'yjs'

/**
 * Text of notes as y-prosemirror keeps it in a fragment: an element per node, one text per run of characters with its
 * marks as formatting. Reading and first filling need no editor schema, so that the server and exports can do both.
 */
export interface TextNode {
  type: string
  text?: string
  attrs?: Record<string, unknown>
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  content?: TextNode[]
}
export interface RichText {
  type: string
  content: TextNode[]
}

type Child = Y.XmlElement | Y.XmlText
interface DeltaPart {
  insert?: unknown
  attributes?: Record<string, unknown>
}

/** y-prosemirror names a mark that may overlap itself `<mark>--<hash>`. */
const markName = (attribute: string): string => attribute.replace(/--[A-Za-z0-9+/=]{8}$/, '')

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** A run of characters with the marks that its formatting stands for. */
export function textRun(text: string, attributes: Record<string, unknown>): TextNode {
  const marks = Object.entries(attributes).map(([name, attrs]) =>
    isObject(attrs) && Object.keys(attrs).length > 0 ? { type: markName(name), attrs } : { type: markName(name) },
  )
  return marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }
}

const readText = (text: Y.XmlText): TextNode[] =>
  (text.toDelta() as DeltaPart[]).flatMap(({ insert, attributes }) =>
    typeof insert === 'string' && insert !== '' ? [textRun(insert, attributes ?? {})] : [],
  )

function readNode(node: Child | Y.XmlHook): TextNode[] {
  if (node instanceof Y.XmlText) return readText(node)
  if (!(node instanceof Y.XmlElement)) return []
  const attrs: Record<string, unknown> = node.getAttributes()
  return [
    elementNode(
      node.nodeName,
      attrs,
      node.toArray().flatMap((child) => readNode(child as Child)),
    ),
  ]
}

export function elementNode(type: string, attrs: Record<string, unknown>, children: TextNode[]): TextNode {
  const content = joinRuns(children)
  const node: TextNode = { type }
  if (Object.keys(attrs).length > 0) node.attrs = attrs
  if (content.length > 0) node.content = content
  return node
}

/** Neighbours with equal marks are one run: concurrent typing can leave them split. */
function joinRuns(nodes: TextNode[]): TextNode[] {
  const joined: TextNode[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (
      last?.text !== undefined &&
      node.text !== undefined &&
      JSON.stringify(last.marks) === JSON.stringify(node.marks)
    )
      joined[joined.length - 1] = { ...last, text: last.text + node.text }
    else joined.push(node)
  }
  return joined
}

/** The fragment as the editor's JSON. An empty fragment reads as one empty paragraph. */
export function readFragment(fragment: Y.XmlFragment): RichText {
  return textOf(fragment.toArray().flatMap((child) => readNode(child as Child)))
}

export const textOf = (content: TextNode[]): RichText => ({
  type: 'doc',
  content: content.length > 0 ? content : [{ type: 'paragraph' }],
})

function makeChildren(nodes: readonly TextNode[]): Child[] {
  const children: Child[] = []
  let run: TextNode[] = []
  const endRun = () => {
    if (run.length === 0) return
    const text = new Y.XmlText()
    text.applyDelta(
      run.map((node) => ({
        insert: node.text ?? '',
        attributes: Object.fromEntries((node.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}])),
      })),
    )
    children.push(text)
    run = []
  }
  for (const node of nodes) {
    if (node.type === 'text') {
      run.push(node)
      continue
    }
    endRun()
    const element = new Y.XmlElement(node.type)
    for (const [name, value] of Object.entries(node.attrs ?? {}))
      if (value !== null && value !== undefined) element.setAttribute(name, value as string)
    element.insert(0, makeChildren(node.content ?? []))
    children.push(element)
  }
  endRun()
  return children
}

/** A new fragment with this text. Only for a record that is being made: later edits are differences, see the binding. */
export function makeFragment(richText: RichText): Y.XmlFragment {
  const fragment = new Y.XmlFragment()
  fillFragment(fragment, richText)
  return fragment
}

/** Fills an empty fragment. */
export const fillFragment = (fragment: Y.XmlFragment, { content }: RichText): void =>
  fragment.insert(0, makeChildren(content))

const NODES = new Set(['paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'hardBreak', 'text'])
const MARKS = new Set(['bold', 'italic', 'strike', 'code', 'link', 'highlight', 'underline'])
const MAX_DEPTH = 20
/** Many times what anybody writes in a note; a text longer than this would hold up every screen. */
export const MAX_TEXT_CHARS = 100_000
const MAX_NODES = 10_000
const SAFE_LINK = /^(https?:|mailto:)/i

/**
 * Why the editor could not show this text, or undefined if it can. tldraw's own validator lets any nodes through, and one
 * unknown node in one note would take the whole canvas down.
 */
export function textFault(richText: unknown): string | undefined {
  let chars = 0
  let count = 0
  const faultOf = (node: unknown, depth: number): string | undefined => {
    if (depth > MAX_DEPTH) return 'text is nested too deep'
    count += 1
    if (count > MAX_NODES) return 'text has too many parts'
    if (!isObject(node) || typeof node.type !== 'string') return 'text has a part that is no node'
    if (!NODES.has(node.type)) return `text has an unknown node ${node.type.slice(0, 20)}`
    if (node.type === 'text' && (typeof node.text !== 'string' || node.text === '')) return 'text has an empty run'
    if (typeof node.text === 'string') chars += node.text.length
    if (chars > MAX_TEXT_CHARS) return 'text is too long'
    for (const mark of (node.marks ?? []) as unknown[]) {
      if (!isObject(mark) || typeof mark.type !== 'string' || !MARKS.has(mark.type)) return 'text has an unknown mark'
      const href = isObject(mark.attrs) ? mark.attrs.href : undefined
      if (mark.type === 'link' && !(typeof href === 'string' && SAFE_LINK.test(href))) return 'text has an unsafe link'
    }
    return childrenFault(node.content, depth + 1)
  }
  const childrenFault = (content: unknown, depth: number): string | undefined => {
    if (content === undefined) return undefined
    if (!Array.isArray(content)) return 'text has content that is no list'
    for (const child of content) {
      const fault = faultOf(child, depth)
      if (fault !== undefined) return fault
    }
    return undefined
  }
  if (!isObject(richText) || richText.type !== 'doc') return 'text is no document'
  return childrenFault(richText.content, 0)
}
