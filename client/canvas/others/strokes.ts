import type { Editor, TLDrawShape, TLShapeId } from 'tldraw'
import type { Grip } from '../../../shared/sync/presence.ts'
import type { Other, Others } from './others.ts'
import type { Drawn, Layer, Sight } from './overlay.ts'

/** A line of which so long (ms) nothing is heard is not shown any more. */
const SILENT_MS = 2_000

interface Stroke {
  readonly n: number
  readonly id: TLShapeId
  readonly ink: NonNullable<Grip['ink']>
  line: readonly number[]
  released: boolean
  silence: ReturnType<typeof setTimeout> | undefined
}

export interface Strokes {
  readonly layer: Layer
  take(changed: Iterable<number>): void
  stop(): void
}

/** The newest part of the lines that others are drawing, until its commit has come. */
export function createStrokes(editor: Editor, others: Others, ask: () => void): Strokes {
  const strokes = new Map<number, Stroke>()

  function drop(clientId: number) {
    clearTimeout(strokes.get(clientId)?.silence)
    strokes.delete(clientId)
    ask()
  }

  function takeOne(clientId: number) {
    const told = strokeOf(others.all.get(clientId))
    const before = strokes.get(clientId)
    if (before && before.n !== told?.n) drop(clientId)
    if (!told || (told.released && !strokes.has(clientId))) return
    clearTimeout(before?.silence)
    strokes.set(clientId, { ...told, silence: setTimeout(() => drop(clientId), SILENT_MS) })
  }

  /** Let go, and the whole line is on the table. */
  const isCommitted = ({ released, id }: Stroke): boolean =>
    released && (editor.getShape(id) as TLDrawShape | undefined)?.props.isComplete === true

  function layer(sight: Sight): Drawn {
    for (const [clientId, stroke] of strokes) {
      if (isCommitted(stroke)) drop(clientId)
      else drawLine(editor, sight, stroke)
    }
    return strokes.size > 0 ? 'still' : 'empty'
  }

  // The commit that ends a line comes with the document, not with awareness.
  const stopListening = editor.store.listen(() => strokes.size > 0 && ask(), { source: 'remote', scope: 'document' })

  return {
    layer,
    take(changed) {
      for (const clientId of changed) takeOne(clientId)
    },
    stop() {
      stopListening()
      for (const clientId of [...strokes.keys()]) drop(clientId)
    },
  }
}

function strokeOf(other: Other | undefined): Omit<Stroke, 'silence'> | undefined {
  const { grip } = other?.presence ?? {}
  const { g } = other?.hand ?? {}
  const id = grip?.ids[0]
  if (!grip?.ink || id === undefined || !g?.line || g.n !== grip.n) return undefined
  return { n: g.n, id: id as TLShapeId, ink: grip.ink, line: g.line, released: g.end === 1 }
}

function drawLine(editor: Editor, { context }: Sight, { line, ink }: Stroke): void {
  let [x = 0, y = 0] = line
  context.beginPath()
  const first = editor.pageToViewport({ x, y })
  context.moveTo(first.x, first.y)
  for (let at = 2; at + 1 < line.length; at += 2) {
    x += line[at] ?? 0
    y += line[at + 1] ?? 0
    const point = editor.pageToViewport({ x, y })
    context.lineTo(point.x, point.y)
  }
  context.strokeStyle = ink.colour
  context.lineWidth = ink.width * editor.getZoomLevel()
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.stroke()
}
