import type { Editor, TLShape, TLShapeId } from 'tldraw'

interface Writer {
  by: string
  party: string | null
}

/**
 * Signs what this user makes: `m.by` and `m.party` say who laid a note, for the mark on it and for who may change it. A
 * copy or something pasted is new and is its maker's, whoever signed the first. What was on the table before keeps its
 * signature when it comes back, so that undoing a deletion does not take over somebody's note.
 */
export function registerSigning(editor: Editor, me: Writer): () => void {
  const gone = new Set<TLShapeId>()
  const stops = [
    editor.sideEffects.registerAfterDeleteHandler('shape', ({ id }) => {
      gone.add(id)
    }),
    editor.sideEffects.registerBeforeCreateHandler('shape', (shape, source) =>
      source !== 'user' || gone.has(shape.id) ? shape : signed(shape, me),
    ),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

function signed(shape: TLShape, { by, party }: Writer): TLShape {
  const { by: _by, party: _party, ...meta } = shape.meta
  return { ...shape, meta: party === null ? { ...meta, by } : { ...meta, by, party } }
}
