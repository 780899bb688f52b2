import type { Editor } from 'tldraw'

/**
 * A text that is opened keeps what stands in it: the caret goes behind the last letter. tldraw would select all of it
 * after Enter or a double click, and the first letter typed would wipe out what somebody else wrote.
 */
export function registerOpeningText(editor: Editor): () => void {
  const { emit } = editor
  editor.emit = (event, ...told) => event !== 'select-all-text' && emit.apply(editor, [event, ...told] as never)
  return () => Reflect.deleteProperty(editor, 'emit')
}
