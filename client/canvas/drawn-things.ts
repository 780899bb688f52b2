import {
  type Editor,
  FONT_SIZES,
  type TLArrowShape,
  type TLGeoShape,
  type TLLineShape,
  type TLShape,
  type TLTextShape,
} from 'tldraw'
import { plainText } from '../../shared/records/plain-text.ts'
import type { DrawnThing } from './table.ts'

/** A bent line keeps so many points. */
const POINTS = 16
const ROUND = new Set<TLGeoShape['props']['geo']>(['ellipse', 'oval'])

const isGeo = (shape: TLShape): shape is TLGeoShape => shape.type === 'geo'
const isText = (shape: TLShape): shape is TLTextShape => shape.type === 'text'
const isLine = (shape: TLShape): shape is TLArrowShape | TLLineShape => shape.type === 'arrow' || shape.type === 'line'

/** What is selected, with what it holds, that can become part of a plate, in the order in which it lies. */
function chosenShapes(editor: Editor): TLShape[] {
  const ids = editor.getShapeAndDescendantIds(editor.getSelectedShapeIds())
  return editor.getCurrentPageShapesSorted().filter(({ id }) => ids.has(id))
}

/** What is selected as forms, words and lines, in units of the page. */
export const drawnThings = (editor: Editor): DrawnThing[] =>
  chosenShapes(editor).flatMap((shape): DrawnThing[] => {
    const bounds = editor.getShapePageBounds(shape)
    if (!bounds) return []
    const { x, y, w, h } = bounds
    if (isGeo(shape)) {
      const { geo, richText } = shape.props
      return [{ is: 'form', shape: ROUND.has(geo) ? 'ellipse' : 'box', x, y, w, h, text: plainText(richText) }]
    }
    if (isText(shape)) {
      const { size, scale, richText } = shape.props
      const text = plainText(richText)
      return text === '' ? [] : [{ is: 'words', x, y, w, h, size: FONT_SIZES[size] * scale, text }]
    }
    return isLine(shape) ? [{ is: 'line', points: pointsOf(editor, shape), isArrow: isPointed(shape) }] : []
  })

const isPointed = (shape: TLArrowShape | TLLineShape): boolean =>
  shape.type === 'arrow' && shape.props.arrowheadEnd !== 'none'

function pointsOf(editor: Editor, shape: TLArrowShape | TLLineShape): { x: number; y: number }[] {
  const { vertices } = editor.getShapeGeometry(shape)
  const every = Math.max(1, Math.ceil(vertices.length / POINTS))
  const kept = vertices.filter((_, at) => at % every === 0 || at === vertices.length - 1)
  return editor
    .getShapePageTransform(shape.id)
    .applyToPoints(kept)
    .map(({ x, y }) => ({ x, y }))
}
