import type { Editor, TLRecord, TLShape, TLShapeId } from 'tldraw'
import { placeFor } from './placing.ts'

interface Laid {
  readonly x: number
  readonly y: number
  readonly regionId: string | undefined
}

/** What this program has laid by itself, with the place that it chose. */
const laidBy = new WeakMap<Editor, Map<TLShapeId, Laid>>()

const laidIn = (editor: Editor): Map<TLShapeId, Laid> => {
  const known = laidBy.get(editor) ?? new Map<TLShapeId, Laid>()
  laidBy.set(editor, known)
  return known
}

/** Notes that the place of this thing was chosen by the program, not by a hand. */
export function rememberLaid(editor: Editor, id: TLShapeId, regionId?: string): void {
  const shape = editor.getShape(id)
  if (shape) laidIn(editor).set(id, { x: shape.x, y: shape.y, regionId })
}

/**
 * Two people can be given the same free place before either sees what the other laid, all the more without a connection.
 * Of two things that cover each other so, the one with the greater id gives way, moved by the program that laid it; what a
 * hand has moved since stays.
 */
export function registerGivingWay(editor: Editor): () => void {
  return editor.store.listen(
    ({ changes }) => {
      for (const record of Object.values(changes.added)) if (isLaid(record)) giveWayTo(editor, record)
    },
    { source: 'remote', scope: 'document' },
  )
}

const isLaid = (record: TLRecord): record is TLShape =>
  record.typeName === 'shape' && ['note', 'card'].includes(record.type as string)

function giveWayTo(editor: Editor, other: TLShape): void {
  const taken = editor.getShapePageBounds(other)
  if (!taken) return
  const laid = laidIn(editor)
  for (const [id, { x, y, regionId }] of laid) {
    const mine = editor.getShape(id)
    if (mine?.x !== x || mine.y !== y) laid.delete(id)
    else if (id > other.id && editor.getShapePageBounds(id)?.containsPoint(taken.center)) {
      const { w, h } = editor.getShapeGeometry(id).bounds
      editor.run(() => editor.updateShape({ id, type: mine.type, ...placeFor(editor, { w, h }, regionId) }), {
        history: 'ignore',
      })
      rememberLaid(editor, id, regionId)
    }
  }
}
