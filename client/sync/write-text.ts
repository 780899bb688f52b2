import type { Schema } from '@tiptap/pm/model'
import { Node } from '@tiptap/pm/model'
import { updateYFragment } from 'y-prosemirror'
import type * as Y from 'yjs'

/**
 * Makes the writer of text that no editor has open: the smallest difference between the fragment and the new text, in the
 * editor's JSON, so that characters which others type at the same time stay.
 */
export const createTextWriter =
  (schema: Schema) =>
  (doc: Y.Doc, fragment: Y.XmlFragment, text: unknown): void => {
    updateYFragment(doc, fragment, Node.fromJSON(schema, text), { mapping: new Map(), isOMark: new Map() })
  }

/** Makes the comparer of texts: one may spell out what the other leaves to its default. */
export const createTextComparer =
  (schema: Schema) =>
  (a: unknown, b: unknown): boolean => {
    try {
      return Node.fromJSON(schema, a).eq(Node.fromJSON(schema, b))
    } catch {
      return false
    }
  }
