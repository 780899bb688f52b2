import { Polygon2d, ShapeUtil, Vec } from 'tldraw'
import { isSentenceRegion, type RegionShape, regionMigrations, regionProps } from '../../../shared/records/region.ts'
import { askFor } from '../asks.ts'
import { isLocked } from '../plate-parts.ts'
import { RegionOnSheet } from './RegionOnSheet.tsx'
import { regionName } from './region-name.ts'
import { Untouchable } from './untouchable.ts'

const corners = ({ props: { outline } }: RegionShape): Vec[] =>
  Array.from({ length: Math.floor(outline.length / 2) }, (_, at) => new Vec(outline[at * 2], outline[at * 2 + 1]))

/**
 * A region of a plate. It is part of the paper: it never moves, is never selected and lets everything through; only one
 * with a shared sentence can be pointed at, to write the sentence.
 */
export class RegionShapeUtil extends ShapeUtil<RegionShape> {
  static override type = 'region' as const
  static override props = regionProps
  static override migrations = regionMigrations

  override canEdit = () => false
  override canResize = () => false
  override canBind = () => false
  override canSnap = () => false
  override canTabTo = () => false
  override hideResizeHandles = () => true
  override hideRotateHandle = () => true
  override hideSelectionBoundsFg = () => true
  override hideSelectionBoundsBg = () => true

  override getDefaultProps(): RegionShape['props'] {
    return {
      w: 220,
      h: 180,
      kind: 'field',
      key: '',
      slot: '',
      partySlot: null,
      domain: null,
      party: null,
      takes: [],
      label: { nl: '', en: '' },
      question: { nl: '', en: '' },
      outline: [0, 0, 220, 0, 220, 180, 0, 180],
      except: [],
    }
  }

  override getGeometry(shape: RegionShape) {
    const points = corners(shape)
    return isSentenceRegion(shape.props.kind) && isLocked(shape)
      ? new Polygon2d({ points, isFilled: true })
      : new Untouchable(points)
  }

  override getText(shape: RegionShape) {
    return regionName(this.editor, shape)
  }

  override getAriaDescriptor(shape: RegionShape) {
    return this.getText(shape)
  }

  override component(shape: RegionShape) {
    return <RegionOnSheet shape={shape} />
  }

  override indicator(shape: RegionShape) {
    return (
      <polygon
        points={corners(shape)
          .map(({ x, y }) => `${x},${y}`)
          .join(' ')}
      />
    )
  }

  /** Names a change, though it changes nothing: tldraw would otherwise begin a text of its own here. */
  override onDoubleClick({ id, type, props }: RegionShape) {
    if (!isSentenceRegion(props.kind)) return undefined
    askFor(this.editor, { to: 'write-sentence', regionId: id })
    return { id, type }
  }
}
