import type { ReactNode } from 'react'
import {
  Circle2d,
  type Geometry2d,
  Group2d,
  Point2d,
  SVGContainer,
  type SvgExportContext,
  type TLArrowShape,
  ArrowShapeUtil as TldrawArrowShapeUtil,
  track,
  useEditor,
  Vec,
} from 'tldraw'
import { INK_ARROW } from '../../../shared/records/ink-arrow.ts'
import { relationKindOf } from '../../../shared/records/relation-kinds.ts'
import { RelationLine } from '../../plates/relations/RelationLine.tsx'
import { DISC } from '../../plates/relations/relation-looks.ts'
import { pathThrough, Route } from '../../plates/relations/route.ts'
import { useTranslation } from '../../ui/i18n.ts'
import { relationOf, spokenRelation } from '../relations/relation-on-table.ts'
import { ArrowWords } from './ArrowWords.tsx'

/** Between the end of a relation and what it joins. tldraw leaves as much, but only where it draws a head itself. */
const GAP = 10

/** tldraw's arrow, which can say what two cards or notes have to do with each other: then it has the look of that. */
export class ArrowShapeUtil extends TldrawArrowShapeUtil {
  private readonly plainDrawing = (shape: TLArrowShape) => super.component(shape)
  private readonly plainIndicator = (shape: TLArrowShape) => super.indicator(shape)

  /** The words of a relation are those of its kind. */
  override canEdit(shape?: TLArrowShape) {
    return !(shape && relationOf(this.editor, shape))
  }

  override getGeometry(shape: TLArrowShape) {
    const plain = super.getGeometry(shape)
    const [body] = plain.children
    if (!body || !relationOf(this.editor, shape)) return plain
    const { length, middle } = middleOf(body)
    if (length < DISC.from) return new Group2d({ children: [body] })
    const { x, y } = middle
    const disc = new Circle2d({ x: x - DISC.radius, y: y - DISC.radius, radius: DISC.radius, isFilled: true })
    // A first part that is filled lets an arrow be hit above what lies under it. The second part tldraw takes for a label,
    // which can be dragged along the arrow: a point is never hit.
    const point = new Point2d({ point: Vec.From(middle), margin: 0 })
    return new Group2d({ children: [disc, point, body] })
  }

  override getAriaDescriptor(shape: TLArrowShape) {
    return spokenRelation(this.editor, shape) ?? this.getText(shape)
  }

  override component(shape: TLArrowShape) {
    if (!relationOf(this.editor, shape)) return <Plain shape={shape} draw={this.plainDrawing} />
    return <RelationOnTable shape={shape} util={this} />
  }

  override indicator(shape: TLArrowShape) {
    if (!relationOf(this.editor, shape)) return <Plain shape={shape} draw={this.plainIndicator} />
    return <path d={pathThrough(this.pointsOf(shape))} />
  }

  override toSvg(shape: TLArrowShape, context: SvgExportContext) {
    const relation = relationOf(this.editor, shape)
    if (!relation) return super.toSvg(shape, context)
    const points = this.pointsOf(shape)
    // tldraw enlarges what it exports by the scale of the shape; a relation has one size.
    return (
      <g transform={`scale(${1 / shape.props.scale})`}>
        <RelationLine kind={relation.kind} points={points} />
        <ArrowWords text={shape.props.text} points={points} />
      </g>
    )
  }

  override onBeforeCreate(shape: TLArrowShape) {
    // A copy keeps the look that it has.
    return this.editor.isIn('arrow') ? { ...shape, props: { ...shape.props, ...INK_ARROW } } : undefined
  }

  /** Where a relation runs, from tip to tip. */
  pointsOf(shape: TLArrowShape): Vec[] {
    const body = this.editor.getShapeGeometry<Group2d>(shape).children.at(-1)
    const points = body?.vertices ?? []
    const { arrowheadStart, arrowheadEnd } = shape.props
    const [from, to] = [arrowheadStart, arrowheadEnd].map((head) => (head === 'none' ? GAP : 0)) as [number, number]
    const route = new Route(points)
    return route.length > (from + to) * 2 ? route.between(from, route.length - to).map(Vec.From) : points
  }
}

function middleOf(body: Geometry2d) {
  const route = new Route(body.vertices)
  return { length: route.length, middle: route.pointAt(route.length / 2) }
}

/** What tldraw draws has hooks of its own, so it stands in a component of its own. */
const Plain = track(function Plain({ shape, draw }: { shape: TLArrowShape; draw(shape: TLArrowShape): ReactNode }) {
  return draw(shape)
})

const RelationOnTable = track(function RelationOnTable({ shape, util }: { shape: TLArrowShape; util: ArrowShapeUtil }) {
  // The sentence is in the reader's language.
  useTranslation('board')
  const editor = useEditor()
  const kind = relationKindOf(shape.meta)
  const points = util.pointsOf(shape)
  return (
    kind && (
      <>
        <SVGContainer>
          <RelationLine kind={kind} points={points} />
          <ArrowWords text={shape.props.text} points={points} />
        </SVGContainer>
        <span className="visually-hidden">{spokenRelation(editor, shape)}</span>
      </>
    )
  )
})
