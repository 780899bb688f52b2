import type { Editor, TLShape, TLShapeId } from 'tldraw'

/** Changes what stands beside a shape; what is undefined is taken out, what is left out stays. */
export function changeMeta(editor: Editor, id: TLShapeId, change: Readonly<Record<string, string | undefined>>): void {
  if (editor.getShape(id)) editor.store.update(id, (now) => ({ ...now, meta: metaWith(now.meta, change) }))
}

const metaWith = (meta: TLShape['meta'], change: Readonly<Record<string, string | undefined>>): TLShape['meta'] =>
  Object.fromEntries(
    Object.entries({ ...meta, ...change }).filter(([, value]) => value !== undefined),
  ) as TLShape['meta']
