import * as buffer from 'lib0/buffer'
import {
  absolutePositionToRelativePosition,
  type ProsemirrorBinding,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from 'y-prosemirror'
import * as Y from 'yjs'
import type { Hand } from '../../../shared/sync/presence.ts'
import type { OpenText } from '../collaborative-text.ts'

type Caret = NonNullable<Hand['caret']>

const bindingOf = ({ view }: OpenText): ProsemirrorBinding | undefined =>
  ySyncPluginKey.getState(view.state)?.binding ?? undefined

/** Where somebody writes, tied to the letters there: what others type before it moves it along. */
export function caretIn(text: OpenText): Caret | null {
  const binding = bindingOf(text)
  if (binding === undefined) return null
  const told = (position: number) =>
    buffer.toBase64(
      Y.encodeRelativePosition(absolutePositionToRelativePosition(position, text.fragment, binding.mapping)),
    )
  const { head, anchor, empty } = text.view.state.selection
  return empty ? [told(head)] : [told(head), told(anchor)]
}

/** Positions in the text as it stands here; the same where nothing is selected. */
export interface CaretPlace {
  readonly head: number
  readonly anchor: number
}

/** Where that is in the text as it stands here; undefined where it is not, as for what was made up. */
export function placeOfCaret(text: OpenText, [head, anchor = head]: Caret): CaretPlace | undefined {
  const binding = bindingOf(text)
  const { doc } = text.fragment
  if (binding === undefined || doc === null) return undefined
  const read = (told: string) => {
    const position = Y.decodeRelativePosition(buffer.fromBase64(told))
    return relativePositionToAbsolutePosition(doc, text.fragment, position, binding.mapping)
  }
  try {
    const [to, from] = [read(head), read(anchor)]
    const { size } = text.view.state.doc.content
    if (to === null || from === null || to > size || from > size) return undefined
    return { head: to, anchor: from }
  } catch {
    return undefined
  }
}
