import { type Computed, computed, type Editor, type TLNoteShape } from 'tldraw'
import { centreOf } from '../../shared/dossier/geometry.ts'
import { regionHolds, withoutThoseThatGiveWay } from '../../shared/dossier/layout.ts'
import type { CardShape } from '../../shared/records/card.ts'
import { isSentenceRegion, type RegionShape } from '../../shared/records/region.ts'
import { isRegion } from './plate-parts.ts'
import { isLaid } from './shapes/laid.tsx'

const NONE: readonly RegionShape[] = []
const perEditor = new WeakMap<Editor, Computed<readonly RegionShape[]>>()

/**
 * The regions that will hold what is being dragged, as the dossier counts: by the centre of each note and card. tldraw's own
 * drag-over looks at the pointer and knows one target; this follows the shapes and can light several.
 */
export function dropTargets(editor: Editor): Computed<readonly RegionShape[]> {
  const known = perEditor.get(editor)
  if (known) return known
  const made = computed<readonly RegionShape[]>('drop targets', () => targetsOf(editor), { isEqual: sameRegions })
  perEditor.set(editor, made)
  return made
}

const sameRegions = (a: readonly RegionShape[], b: readonly RegionShape[]): boolean =>
  a.length === b.length && a.every(({ id }, at) => id === b[at]?.id)

function targetsOf(editor: Editor): readonly RegionShape[] {
  if (!editor.isIn('select.translating')) return NONE
  const dragged = editor.getSelectedShapes().filter(isLaid)
  if (dragged.length === 0) return NONE
  const regions = regionsOf(editor)
  const targets = new Set(dragged.flatMap((shape) => holding(editor, shape, regions)))
  return regions.filter((region) => targets.has(region))
}

function regionsOf(editor: Editor): RegionShape[] {
  const ids = editor.store.query.ids('shape', () => ({ type: { eq: 'region' as never } })).get()
  return [...ids].map((id) => editor.getShape(id)).filter(isRegion)
}

function holding(editor: Editor, shape: TLNoteShape | CardShape, regions: readonly RegionShape[]): RegionShape[] {
  const centre = editor.getShapePageTransform(shape.id).applyToPoint(centreOf(shape))
  const held = regions.filter((region) => regionHolds(region, editor.getPointInShapeSpace(region.id, centre)))
  return withoutThoseThatGiveWay(held).filter(({ props }) => !isSentenceRegion(props.kind))
}
