import { type Editor, react, type Signal, type TLShapeId } from 'tldraw'
import type { OpenText } from '../collaborative-text.ts'
import { type CaretPlace, placeOfCaret } from './caret-position.ts'
import { lookOfPerson, type PersonLook } from './look-of-person.ts'
import type { Others } from './others.ts'
import type { Drawn, Layer, Sight } from './overlay.ts'
import { FLAG_HEIGHT, lay, type Sprites } from './sprites.ts'

const CARET_WIDTH = 2
const SELECTION_ALPHA = 0.25
/** Between the note and the names of those who write in it, clear of the line round it; and between two names. */
const GAP = { note: 14, names: 4 }

export interface Carets {
  readonly layer: Layer
  stop(): void
}

/**
 * The carets of those who write in the note that is open here: a line in the text, the name beside the note, where it
 * covers no letters. Drawn above the text and not in it: in Chromium the Home key does nothing beside a foreign element.
 */
export function createCarets(
  editor: Editor,
  others: Others,
  open: Signal<OpenText | null>,
  sprites: Sprites,
  ask: () => void,
): Carets {
  const stopWatching = react('carets follow the text', () => {
    const text = open.get()
    if (text) editor.getShapePageTransform(text.shapeId as TLShapeId)
    ask()
  })

  function layer(sight: Sight): Drawn {
    const text = open.get()
    if (text === null || text.view.isDestroyed) return 'empty'
    const { x, y } = editor.getViewportScreenBounds()
    const corner = { x, y }
    const edge = nameEdge(editor, text)
    let free = Number.NEGATIVE_INFINITY
    let drawn: Drawn = 'empty'
    const writers = [...others.all.values()].flatMap(({ presence, hand }) => {
      const place = presence.writing === text.shapeId && hand.caret ? placeOfCaret(text, hand.caret) : undefined
      return place ? [{ place, look: lookOfPerson(editor, presence), line: text.view.coordsAtPos(place.head) }] : []
    })
    for (const { place, look, line } of writers.sort((a, b) => a.line.top - b.line.top)) {
      drawSelection(sight, text, place, look, corner)
      sight.context.fillStyle = look.colour
      sight.context.fillRect(line.left - x - CARET_WIDTH / 2, line.top - y, CARET_WIDTH, line.bottom - line.top)
      const foot = Math.max(free, (line.top + line.bottom) / 2 - y + FLAG_HEIGHT / 2)
      lay(sight, sprites.flag(look, sight.density), { x: edge, y: foot })
      free = foot + FLAG_HEIGHT + GAP.names
      drawn = 'still'
    }
    return drawn
  }

  return { layer, stop: stopWatching }
}

/** Where names begin: at the right of the note. */
function nameEdge(editor: Editor, { shapeId }: OpenText): number {
  const bounds = editor.getShapePageBounds(shapeId as TLShapeId)
  return bounds ? editor.pageToViewport({ x: bounds.maxX, y: bounds.minY }).x + GAP.note : 0
}

function drawSelection(
  { context }: Sight,
  { view }: OpenText,
  { head, anchor }: CaretPlace,
  look: PersonLook,
  corner: { x: number; y: number },
): void {
  if (head === anchor) return
  const range = document.createRange()
  const [from, to] = [view.domAtPos(Math.min(head, anchor)), view.domAtPos(Math.max(head, anchor))]
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  context.globalAlpha = SELECTION_ALPHA
  context.fillStyle = look.colour
  for (const { x, y, width, height } of range.getClientRects())
    context.fillRect(x - corner.x, y - corner.y, width, height)
  context.globalAlpha = 1
}
