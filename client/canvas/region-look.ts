import type { Editor } from 'tldraw'
import type { RegionShape } from '../../shared/records/region.ts'
import type { FigureRegion } from '../../shared/templates/drawing.ts'
import { figureFor } from '../plates/figures.ts'
import { isSheet } from './plate-parts.ts'
import { plateHere } from './plates-here.ts'

/** How a region is drawn: the part of its plate's figure that has its key. */
export function lookOfRegion(editor: Editor, { parentId, props }: RegionShape): FigureRegion | undefined {
  const sheet = editor.getShape(parentId)
  const template = isSheet(sheet) ? plateHere(sheet.props.template) : undefined
  return template && figureFor(template).regions.find(({ key }) => key === props.key)
}
