import type { Editor, TLShape } from 'tldraw'

/**
 * Signs what this user makes: `m.by` and `m.party` say who laid a note, for the mark on it and for who may change it. What
 * carries a signature already keeps it, so that undoing a deletion does not take over somebody's note.
 */
export function registerSigning(editor: Editor, me: { by: string; party: string | null }): () => void {
  return editor.sideEffects.registerBeforeCreateHandler('shape', (shape: TLShape, source) => {
    if (source !== 'user' || shape.meta.by !== undefined) return shape
    const signature = me.party === null ? { by: me.by } : { by: me.by, party: me.party }
    return { ...shape, meta: { ...shape.meta, ...signature } }
  })
}
