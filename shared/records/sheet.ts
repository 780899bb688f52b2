import { createShapePropsMigrationSequence, type RecordProps, type TLBaseShape } from '@tldraw/tlschema'
import { T } from '@tldraw/validate'

export interface SheetProps {
  w: number
  h: number
  /** Id of the template that the sheet was made from; its figure and words are drawn from there. */
  template: string
  /** `table`, or the domain or sub-task that this sheet is about: slots are shared within one scope. */
  scope: string
}
/** A plate on the canvas: white paper with a fixed figure. Its regions are its children. */
export type SheetShape = TLBaseShape<'sheet', SheetProps>

export const sheetProps: RecordProps<SheetShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  template: T.string,
  scope: T.string,
}

export const TABLE_SCOPE = 'table'

export const sheetMigrations = createShapePropsMigrationSequence({ sequence: [] })
