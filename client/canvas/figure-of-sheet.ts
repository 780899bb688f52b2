import type { Editor } from 'tldraw'
import type { SheetShape } from '../../shared/records/sheet.ts'
import type { Figure } from '../../shared/templates/drawing.ts'
import { figureOnSheet } from '../plates/figures.ts'
import { plateHere } from './plates-here.ts'
import { partyOf } from './shapes/party-of.ts'

/** How a sheet is drawn, or undefined for a plate that is not here, or not yet. Tracked: it follows the sheet's parties. */
export function figureOfSheet(editor: Editor, { props }: SheetShape): Figure | undefined {
  const template = plateHere(props.template)
  return template && figureOnSheet(template, props, (party) => partyOf(editor, party)?.kind ?? 'own')
}
