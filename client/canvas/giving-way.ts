import type { Editor, TLRecord, TLShape, TLShapeId } from 'tldraw'
import { placeFor } from './placing.ts'
import { isLaid } from './shapes/laid.tsx'

interface Laid {
  readonly x: number
  readonly y: number
  readonly regionId: string | undefined
  /** When it last gave way, on the clock of `performance`, in ms. */
  readonly gaveWay?: number
}

/** Things that gave way so shortly ago (ms) may have done so to one and the same place. */
const SHORTLY_MS = 5_000

/** What this program has laid by itself, with the place that it chose. */
const laidBy = new WeakMap<Editor, Map<TLShapeId, Laid>>()

const laidIn = (editor: Editor): Map<TLShapeId, Laid> => {
  const known = laidBy.get(editor) ?? new Map<TLShapeId, Laid>()
  laidBy.set(editor, known)
  return known
}

/** Notes that the place of this thing was chosen by the program, not by a hand. */
export function rememberLaid(editor: Editor, id: TLShapeId, regionId?: string, gaveWay?: number): void {
  const shape = editor.getShape(id)
  if (shape) laidIn(editor).set(id, { x: shape.x, y: shape.y, regionId, gaveWay })
}

/**
 * Two people can be given the same free place before either sees what the other laid, all the more without a connection.
 * Of two things that cover each other so, one gives way, moved by the program that laid it: the one that has given way
 * before, else the one with the greater id. What a hand has moved stays, and makes nothing move.
 */
export function registerGivingWay(editor: Editor): () => void {
  return editor.store.listen(
    ({ changes }) => {
      for (const record of Object.values(changes.added)) {
        if (isThing(record)) giveWayTo(editor, record, ({ gaveWay }, id) => gaveWay !== undefined || id > record.id)
      }
      // A thing that gave way elsewhere comes as a change of its place, as one that is dragged does.
      for (const [before, after] of Object.values(changes.updated)) {
        if (isThing(after) && isThing(before) && (after.x !== before.x || after.y !== before.y))
          giveWayTo(editor, after, (laid, id) => gaveWayShortly(laid) && id > after.id)
      }
    },
    { source: 'remote', scope: 'document' },
  )
}

const isThing = (record: TLRecord): record is TLShape => record.typeName === 'shape' && isLaid(record)

const gaveWayShortly = ({ gaveWay }: Laid): boolean => gaveWay !== undefined && performance.now() - gaveWay < SHORTLY_MS

function giveWayTo(editor: Editor, other: TLShape, must: (laid: Laid, id: TLShapeId) => boolean): void {
  const taken = editor.getShapePageBounds(other)
  if (!taken) return
  const all = laidIn(editor)
  for (const [id, laid] of all) {
    const mine = editor.getShape(id)
    if (mine?.x !== laid.x || mine.y !== laid.y) all.delete(id)
    else if (must(laid, id) && editor.getShapePageBounds(id)?.containsPoint(taken.center)) {
      const { w, h } = editor.getShapeGeometry(id).bounds
      editor.run(() => editor.updateShape({ id, type: mine.type, ...placeFor(editor, { w, h }, laid.regionId) }), {
        history: 'ignore',
      })
      rememberLaid(editor, id, laid.regionId, performance.now())
    }
  }
}
