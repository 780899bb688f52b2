import type { Editor } from 'tldraw'
import type { RegionShape } from '../../shared/records/region.ts'
import type { FigureRegion } from '../../shared/templates/drawing.ts'
import { figureOfSheet } from './figure-of-sheet.ts'
import { isSheet } from './plate-parts.ts'

/** How a region is drawn: the part of its plate's figure that has its key. */
export function lookOfRegion(editor: Editor, { parentId, props }: RegionShape): FigureRegion | undefined {
  const sheet = editor.getShape(parentId)
  return isSheet(sheet) ? figureOfSheet(editor, sheet)?.regions.find(({ key }) => key === props.key) : undefined
}
