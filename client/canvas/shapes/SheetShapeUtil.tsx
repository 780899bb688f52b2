import { Rectangle2d, ShapeUtil, type TLShape, type TLShapeId, type VecLike } from 'tldraw'
import { type SheetShape, sheetMigrations, sheetProps, TABLE_SCOPE } from '../../../shared/records/sheet.ts'
import { A1 } from '../../../shared/templates/paper.ts'
import { isLocked, isSheet } from '../plate-parts.ts'
import { plateHere } from '../plates-here.ts'
import { readerLocale } from './party-of.ts'
import { SheetOnTable } from './SheetOnTable.tsx'
import { Untouchable } from './untouchable.ts'

/** A plate on the canvas. While it is locked it is as printed on the table; unlocked it takes along what lies on it. */
export class SheetShapeUtil extends ShapeUtil<SheetShape> {
  static override type = 'sheet' as const
  static override props = sheetProps
  static override migrations = sheetMigrations

  /** Where what lies on the sheet lay when its drag began. */
  private riders: ReadonlyMap<TLShapeId, VecLike> = new Map()

  override canEdit = () => false
  override canResize = () => false
  override canBind = () => false
  override canSnap = () => false
  override canTabTo = (shape: SheetShape) => !isLocked(shape)
  override hideResizeHandles = () => true
  override hideRotateHandle = () => true

  override getDefaultProps(): SheetShape['props'] {
    return { w: A1.w, h: A1.h, template: '', scope: TABLE_SCOPE, size: 'M', parties: [] }
  }

  override getGeometry(shape: SheetShape) {
    const { w, h } = shape.props
    const paper = new Rectangle2d({ width: w, height: h, isFilled: true })
    return isLocked(shape) ? new Untouchable(paper.vertices) : paper
  }

  override getText({ props }: SheetShape) {
    return plateHere(props.template)?.title[readerLocale(this.editor)]
  }

  override getAriaDescriptor(shape: SheetShape) {
    return this.getText(shape)
  }

  override component(shape: SheetShape) {
    return <SheetOnTable shape={shape} />
  }

  override indicator({ props: { w, h } }: SheetShape) {
    return <rect width={w} height={h} />
  }

  override onTranslateStart(shape: SheetShape) {
    const bounds = this.editor.getShapePageBounds(shape.id)
    const selected = new Set(this.editor.getSelectedShapeIds())
    const liesOn = (other: TLShape) => {
      const centre = this.editor.getShapePageBounds(other)?.center
      return centre !== undefined && bounds?.containsPoint(centre)
    }
    this.riders = new Map(
      this.editor
        .getCurrentPageShapes()
        .filter((other) => other.parentId === (shape.parentId as TLShape['parentId']) && !isSheet(other))
        .filter((other) => !selected.has(other.id) && liesOn(other))
        .map(({ id, x, y }) => [id, { x, y }]),
    )
  }

  override onTranslate(initial: SheetShape, current: SheetShape) {
    const [dx, dy] = [current.x - initial.x, current.y - initial.y]
    this.editor.updateShapes(
      [...this.riders].flatMap(([id, { x, y }]) => {
        const rider = this.editor.getShape(id)
        return rider ? [{ id, type: rider.type, x: x + dx, y: y + dy }] : []
      }),
    )
  }

  override onTranslateEnd() {
    this.riders = new Map()
  }
}
