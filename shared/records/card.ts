import { createShapePropsMigrationSequence, type RecordProps, type TLBaseShape } from '@tldraw/tlschema'
import { T } from '@tldraw/validate'

export interface CardProps {
  w: number
  h: number
  /** Record id of the party that this card shows. The card is a view: name, colour and mark are the party's. */
  party: string
}
export type CardShape = TLBaseShape<'card', CardProps>

export const cardProps: RecordProps<CardShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  party: T.string,
}

export const cardMigrations = createShapePropsMigrationSequence({ sequence: [] })
