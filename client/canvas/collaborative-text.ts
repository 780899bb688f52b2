import { Extension, type Extensions, getSchema } from '@tiptap/core'
import { Plugin, Selection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { atom, type Editor, type Signal, tipTapDefaultExtensions } from 'tldraw'
import { redo, undo, ySyncPlugin, yUndoPlugin } from 'y-prosemirror'
import type * as Y from 'yjs'
import { steadyCaret } from './steady-caret.ts'

/** tldraw's own extensions without TipTap's history: inside a note, undo is y-prosemirror's, which takes back only one's own. */
const textExtensions: Extensions = tipTapDefaultExtensions.map((extension) =>
  extension.name === 'starterKit' ? extension.configure({ history: false }) : extension,
)

/** The nodes and marks that text of a board may have. */
export const textSchema = getSchema(textExtensions)

/** A text that is open for writing here. */
export interface OpenText {
  readonly shapeId: string
  readonly view: EditorView
  readonly fragment: Y.XmlFragment
}

export interface CollaborativeTextOptions {
  editor: () => Editor | null
  /** The text of a shape in the document, or undefined where it has none. */
  fragmentOf: (shapeId: string) => Y.XmlFragment | undefined
  /** Called while the shape's text still counts as open, before it is closed. */
  onClose: (shapeId: string) => void
  /** Called when the editor has gone and the shape's text is anybody's again. */
  onClosed: (shapeId: string) => void
}

export interface CollaborativeText {
  readonly extensions: Extensions
  /** The text that is bound to an open editor now, or null: another object after each change of text or selection. */
  readonly open: Signal<OpenText | null>
}

/**
 * TipTap extensions that bind the open note's editor to its text in the document. No shape id is handed to an extension,
 * but only one shape is edited at a time, so the one being edited is meant.
 */
export function createCollaborativeText(options: CollaborativeTextOptions): CollaborativeText {
  const open = atom<OpenText | null>('open text', null)
  const collaboration = Extension.create({
    name: 'collaboration',
    priority: 1000,
    addProseMirrorPlugins() {
      const id = options.editor()?.getEditingShapeId() ?? null
      const fragment = id === null ? undefined : options.fragmentOf(id)
      if (id === null || fragment === undefined) return []
      const tracker = new Plugin({
        view(view) {
          const text = { shapeId: id, view, fragment }
          open.set(text)
          // The text has just been put in, behind the caret. Whoever types at once goes on where it ends; the focus comes
          // now, because a browser that is given it later puts the caret first.
          view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc)))
          view.focus()
          return {
            update: () => void open.set({ ...text }),
            destroy() {
              if (open.get()?.shapeId !== id) return
              options.onClose(id)
              open.set(null)
              options.onClosed(id)
            },
          }
        },
      })
      return [steadyCaret(fragment), ySyncPlugin(fragment), yUndoPlugin(), tracker]
    },
    addKeyboardShortcuts: () => ({
      'Mod-z': ({ editor }) => undo(editor.state),
      'Mod-y': ({ editor }) => redo(editor.state),
      'Mod-Shift-z': ({ editor }) => redo(editor.state),
    }),
  })
  return { extensions: [...textExtensions, collaboration], open }
}
