import * as Y from 'yjs'

/** Writes and reads notes as a program would that knows the layout from its description and has no code of ours. */
const records = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('r')

/** Puts a note of one paragraph on the board, signed if `by` says so. */
export function writeNote(doc: Y.Doc, id: string, text: string, at = [0, 0], { by }: { by?: string } = {}): void {
  doc.transact(() => {
    const note = new Y.Map<unknown>()
    const fragment = new Y.XmlFragment()
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(text)])
    fragment.insert(0, [paragraph])
    note.set('t', ['shape', 'note'])
    note.set('at', [...at, 'page:page', 'a1'])
    note.set('p.richText', fragment)
    if (by !== undefined) note.set('m.by', by)
    records(doc).set(`shape:${id}`, note)
  })
}

/** The text in a note's only paragraph, to type in. */
export function textOf(doc: Y.Doc, id: string): Y.XmlText {
  const fragment = records(doc).get(`shape:${id}`)?.get('p.richText')
  const paragraph = fragment instanceof Y.XmlFragment ? fragment.get(0) : undefined
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(text instanceof Y.XmlText)) throw new Error(`note ${id} is not here`)
  return text
}

export const wordsIn = (doc: Y.Doc, id: string): string => textOf(doc, id).toString()

export const hasNote = (doc: Y.Doc, id: string): boolean => records(doc).has(`shape:${id}`)

/** Ids of all notes, sorted. */
export const noteIds = (doc: Y.Doc): string[] =>
  [...records(doc)]
    .flatMap(([id, map]) => (JSON.stringify(map.get('t')) === '["shape","note"]' ? [id.slice(6)] : []))
    .sort()
