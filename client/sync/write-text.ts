import type { Schema } from '@tiptap/pm/model'
import { Node } from '@tiptap/pm/model'
import { updateYFragment } from 'y-prosemirror'
import type * as Y from 'yjs'
import type { RichText } from '../../shared/records/rich-text.ts'

/**
 * Makes the writer of text that no editor has open: the smallest difference between the fragment and the new text, so
 * that characters which others type at the same time stay.
 */
export const createTextWriter =
  (schema: Schema) =>
  (doc: Y.Doc, fragment: Y.XmlFragment, text: RichText): void => {
    updateYFragment(doc, fragment, Node.fromJSON(schema, text), { mapping: new Map(), isOMark: new Map() })
  }
