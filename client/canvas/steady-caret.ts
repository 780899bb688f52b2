import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { absolutePositionToRelativePosition, type ProsemirrorBinding, ySyncPluginKey } from 'y-prosemirror'
import * as Y from 'yjs'

/**
 * Keeps the caret where its writer has it while others write in the same text. Of itself, what y-prosemirror puts in
 * takes back an arrow key of which the editor has not heard yet, and pushes a caret on that stands where another writes:
 * two who write at the end of one line would find their letters in turns. And where the page is busy, a next key comes
 * before the news of the arrow. It must stand before `ySyncPlugin`.
 */
export function steadyCaret(fragment: Y.XmlFragment): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown(view) {
          readCaret(view)
          return false
        },
      },
    },
    view(view) {
      const onTransaction = (doc: Y.Doc) => {
        if (doc._transaction?.local === false) holdCaret(view, fragment)
      }
      fragment.doc?.on('beforeAllTransactions', onTransaction)
      return { destroy: () => fragment.doc?.off('beforeAllTransactions', onTransaction) }
    },
  })
}

function holdCaret(view: EditorView, fragment: Y.XmlFragment): void {
  readCaret(view)
  const { selection } = view.state
  const { binding } = ySyncPluginKey.getState(view.state) ?? {}
  const at = binding && selection.empty ? behindLetter(binding, fragment, selection.head) : undefined
  if (at) binding.beforeTransactionSelection = { type: 'text', anchor: at, head: at }
}

/** The browser moves the caret itself, and says so a moment later. */
function readCaret(view: EditorView): void {
  const { doc, selection, tr } = view.state
  if (view.composing || !view.hasFocus() || !(selection instanceof TextSelection)) return
  const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {}
  if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return
  const anchor = view.posAtDOM(anchorNode, anchorOffset ?? 0, 1)
  const head = view.posAtDOM(focusNode, focusOffset ?? 0, 1)
  const read = TextSelection.between(doc.resolve(anchor), doc.resolve(head))
  if (!read.eq(selection)) view.dispatch(tr.setSelection(read))
}

/** The position tied to the letter before it; undefined where there is none. */
function behindLetter(
  binding: ProsemirrorBinding,
  fragment: Y.XmlFragment,
  position: number,
): Y.RelativePosition | undefined {
  if (fragment.doc === null) return undefined
  const relative = absolutePositionToRelativePosition(position, fragment, binding.mapping)
  const place = Y.createAbsolutePositionFromRelativePosition(relative, fragment.doc)
  if (!(place?.type instanceof Y.XmlText) || place.index === 0) return undefined
  return Y.createRelativePositionFromTypeIndex(place.type, place.index, -1)
}
