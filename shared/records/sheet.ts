import {
  createShapePropsMigrationIds,
  createShapePropsMigrationSequence,
  type RecordProps,
  type TLBaseShape,
} from '@tldraw/tlschema'
import { T } from '@tldraw/validate'

/** How much paper a plate gets: A1, A0, or two sheets of A0. Only its fields grow; type, figure and notes keep their size. */
export const SHEET_SIZES = ['M', 'L', 'XL'] as const
export type SheetSize = (typeof SHEET_SIZES)[number]

export interface SheetProps {
  w: number
  h: number
  /** Id of the template that the sheet was made from; its figure and words are drawn from there. */
  template: string
  /** `table`, or the domain or sub-task that this sheet is about: slots are shared within one scope. */
  scope: string
  /** The paper that is wanted; `w` and `h` are what it has. */
  size: SheetSize
  /** Of a plate that has a place for each party: who has which, by record id, or null for a place that waits for a party. */
  parties: (string | null)[]
}
/** A plate on the canvas: white paper with a fixed figure. Its regions are its children. */
export type SheetShape = TLBaseShape<'sheet', SheetProps>

export const sheetProps: RecordProps<SheetShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  template: T.string,
  scope: T.string,
  size: T.literalEnum(...SHEET_SIZES),
  parties: T.arrayOf(T.string.nullable()),
}

export const TABLE_SCOPE = 'table'

const versions = createShapePropsMigrationIds('sheet', { AddSizeAndParties: 1 })

export const sheetMigrations = createShapePropsMigrationSequence({
  sequence: [
    {
      id: versions.AddSizeAndParties,
      up(props) {
        props.size ??= 'M'
        props.parties ??= []
      },
    },
  ],
})
